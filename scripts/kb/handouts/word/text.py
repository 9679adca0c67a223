"""Text -> runs: pieces of one direction each, which Word has to be told.

The order on paper comes from the Unicode algorithm in every program; the mark w:rtl decides in Word
which font, size and language a piece has, and which way the signs inside it run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kb.handouts.markup import Element
from kb.handouts.word.ooxml import flag, text, value, w

_LETTER: Final = "A-Za-z\u00c0-\u024f"
_HEBREW: Final = "\u0590-\u05ff"
# In Hebrew: from a Latin letter up to the last Latin letter or digit before Hebrew goes on; a bracket
# that opened inside closes inside. And two numbers with an en dash between them.
_RANGE: Final = r"(?<![\w.,:])\d[\d.,:]*%?–\d(?:[\d.,:]*\d)?%?"
_LATIN: Final = (
    rf"[{_LETTER}](?:[^{_HEBREW}()]*[{_LETTER}\d])?(?:[^{_HEBREW}()]*\([^{_HEBREW}()]*\))*"
    rf"(?:[^{_HEBREW}()]*[{_LETTER}\d])?[+#]*"
)
_LEFT_TO_RIGHT: Final = re.compile(f"{_LATIN}|{_RANGE}")
# In English: Hebrew letters and what stands between them.
_RIGHT_TO_LEFT: Final = re.compile(rf"[{_HEBREW}](?:[^{_LETTER}]*[{_HEBREW}])?")
# Not to be seen: before two numbers, which would else be set from right to left, and after them.
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


@dataclass(frozen=True)
class Look:
    """How a piece of text looks.

    style: of characters, by its id; stress: Strong, Emphasis or ""; raised: superscript, subscript or "".
    """

    style: str = ""
    stress: str = ""
    raised: str = ""


PLAIN: Final = Look()


def pieces(words: str, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield (piece, is it right-to-left) of a text in a paragraph of the direction `rtl`."""
    end, before = 0, ""
    for match in (_LEFT_TO_RIGHT if rtl else _RIGHT_TO_LEFT).finditer(words):
        if between := before + words[end : match.start()]:
            yield between, rtl
        numbers = rtl and match[0][0].isdigit()
        before = _RIGHT_TO_LEFT_MARK if numbers else ""
        yield (_LEFT_TO_RIGHT_MARK if numbers else "") + match[0], not rtl
        end = match.end()
    if rest := before + words[end:]:
        yield rest, rtl


def runs(words: str, rtl: bool, look: Look = PLAIN) -> list[Element]:
    """Return the runs of a text in a paragraph of the direction `rtl`."""
    return [run(look, turned, text(piece)) for piece, turned in pieces(words, rtl)]


def run(look: Look, rtl: bool, *inside: Element) -> Element:
    """Return one run with what is in it."""
    style = look.style or look.stress
    heavy = bool(look.style and look.stress)
    properties = w(
        "rPr",
        value("rStyle", style),
        flag("b", heavy),
        flag("bCs", heavy),
        value("vertAlign", look.raised),
        flag("rtl", rtl),
    )
    return w("r", properties if len(properties) else None, *inside)
