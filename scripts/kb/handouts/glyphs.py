"""Which characters the print fonts lack, found before typesetting so that the message says where."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from lxml import etree

from kb.handouts.markup import Element, elements, fault, with_tag, words
from kb.handouts.meta import HandoutError, HandoutMeta
from kb.handouts.source import END, RIGHT_TO_LEFT

FONTS: Final = Path(__file__).parent / "fonts"
_AROUND: Final = 20
# source.py puts these into drawings for the engine, which prints nothing for them.
_EMBEDDING: Final = dict.fromkeys(map(ord, (RIGHT_TO_LEFT, END)))


@cache
def printable() -> frozenset[str]:
    """Return the characters that every weight of the print font has."""
    sets = []
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            sets.append({chr(code) for code in font.getBestCmap()})
    return frozenset.intersection(*map(frozenset, sets))


def check_glyphs(tree: Element, drawings: Sequence[str], meta: HandoutMeta) -> None:
    """Raise HandoutError at the first character that would be printed as nothing."""
    for text in (meta.title, meta.subtitle, meta.site_title, meta.address, meta.source_line):
        if lacking := missing(text):
            raise HandoutError(lacking, meta.title)
    for node in elements(tree):
        for text in (node.text or "", node.tail or ""):
            if lacking := missing(text):
                raise fault(node, lacking)
    for image in with_tag(tree, "img"):
        drawing = etree.fromstring(drawings[int(image.get("data-kb-drawing") or 0)])
        if lacking := missing(words(drawing).translate(_EMBEDDING)):
            raise fault(image, lacking)


def missing(text: str) -> str:
    """Return a sentence about the first character that the font lacks, "" where it has all."""
    for index, character in enumerate(text):
        if character not in printable():
            around = text[max(0, index - _AROUND) : index + _AROUND].strip()
            name = unicodedata.name(character, "a character without a name")
            code = f"U+{ord(character):04X}"
            return f"the print font has no {character} ({code}, {name}), in «{around}»"
    return ""
