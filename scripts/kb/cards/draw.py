"""A card -> PNG, by the engine and the typeface of the handouts: no browser, no foreign font.

A card has four flat colours. Drawn in a palette of these and of the shades between each and the ground,
it is a quarter of what the engine writes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typst
from PIL import Image, ImageColor

from kb.cards.words import HEIGHT, WIDTH, Card
from kb.handouts.glyphs import missing
from kb.handouts.typeset import fonts

TEMPLATE: Final = Path(__file__).parent / "card.typ"
# As overrides/assets/styles/tokens.css has them: paper, ink, accent, soft.
GROUND: Final = "#fcfbf8"
COLOURS: Final = {"ink": "#22272b", "accent": "#0d5666", "soft": "#565b5f"}
# Shades between the ground and each colour, itself included: with the ground 16, four bits a dot.
SHADES: Final = 5
# What the template stops with.
TOO_LONG: Final = "TOO LONG"
_POINTS: Final = 72  # an inch: one point of the template is one dot of the picture


class CardError(Exception):
    """A card cannot be drawn; the text says why."""


def draw(card: Card, mark: str) -> bytes:
    """Return the card as PNG, the same bytes every time. mark: the site's sign as SVG, or "".

    Raises CardError for a letter that the typeface lacks and a title that does not fit.
    """
    for text in (card.title, card.section, card.site):
        if fault := missing(text):
            raise CardError(fault)
    words = {"lang": card.lang, "title": card.title, "section": card.section, "site": card.site}
    data = {**words, "ground": GROUND, **COLOURS, "width": WIDTH, "height": HEIGHT}
    try:
        drawn = typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=fonts(),
            sys_inputs={"data": json.dumps(data), "mark": mark},
            format="png",
            ppi=_POINTS,
        )
    except typst.TypstError as error:
        said = str(error.message)
        raise CardError("the title is too long" if TOO_LONG in said else said) from error
    return _small(drawn)


def _small(png: bytes) -> bytes:
    """Return the same picture in the palette of a card."""
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _palette() for part in colour])
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    out = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", bits=4)
    return out.getvalue()


def _palette() -> Iterator[tuple[int, ...]]:
    ground = ImageColor.getrgb(GROUND)
    yield ground
    for colour in map(ImageColor.getrgb, COLOURS.values()):
        for step in range(1, SHADES + 1):
            yield tuple(
                round(low + (high - low) * step / SHADES) for low, high in zip(ground, colour, strict=True)
            )
