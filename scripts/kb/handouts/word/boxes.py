"""The boxes of the worksheet vocabulary: a title in a frame of the box's own kind, its text indented.

Each is told from the others by its title's frame and words, without colour, and has styles of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kb.handouts.markup import Element
from kb.handouts.word.inline import inline
from kb.handouts.word.ooxml import twips
from kb.handouts.word.sheet import Place, Sheet, paragraph

STYLES: Final[Mapping[str, str]] = {
    "kb-guide": "Hint",
    "kb-trainer": "TrainerNote",
    "kb-takeaway": "Takeaway",
    "kb-since2010": "Since2010",
    "kb-help": "Help",
    "kb-pause": "Pause",
    "kb-reveal": "Reveal",
    "kb-judge": "Judge",
    "kb-quiz": "Quiz",
}
_OTHER: Final = "Box"
_QUOTE: Final = "Quote"
_INDENT: Final = twips(5)

Flow = Callable[[Sheet, Element, Place], list[Element]]


def box(sheet: Sheet, node: Element, place: Place, flow: Flow) -> list[Element]:
    """Return the paragraphs of a box."""
    names = (node.get("class") or "").split()
    style = next((STYLES[name] for name in names if name in STYLES), _OTHER)
    if node.tag == "blockquote":
        style = _QUOTE
    inner = replace(
        place, style=style, indent=place.indent + _INDENT, width=place.width - _INDENT, mark=None, lead=()
    )
    return flow(sheet, node, inner)


def title(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return the line that names a box; it stands out to where the box begins."""
    outer = replace(place, indent=max(0, place.indent - _INDENT), mark=None, lead=())
    return [paragraph(sheet, inline(sheet, node), outer, style=f"{place.style or _OTHER}Title")]
