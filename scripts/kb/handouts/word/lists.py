"""Lists of points, numbers and boxes to tick; terms with what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kb.handouts.markup import Element
from kb.handouts.word.controls import check_box
from kb.handouts.word.inline import inline
from kb.handouts.word.ooxml import keep_together, w
from kb.handouts.word.sheet import ITEM, Place, Sheet, paragraph
from kb.handouts.word.text import PLAIN, Look, run, runs

Flow = Callable[[Sheet, Element, Place], list[Element]]

# The list of all bullets; numbered lists follow it, each with a number of its own.
BULLETS: Final = 1
# A list of boxes longer than this may go over a page.
_SHORT: Final = 8


def listed(sheet: Sheet, node: Element, place: Place, flow: Flow) -> list[Element]:
    """Return a list; its items may hold other blocks."""
    number, style = BULLETS, "ListBullet"
    if node.tag == "ol":
        sheet.lists.append((int(node.get("start") or 1), place.depth))
        number, style = BULLETS + len(sheet.lists), "ListNumber"
    inner = replace(
        place, style=style, indent=place.indent + ITEM, width=place.width - ITEM, depth=place.depth + 1
    )
    made: list[Element] = []
    items = [item for item in node if item.tag == "li"]
    for item in items:
        if item.get("data-kb-tick") is not None:
            made += flow(sheet, item, replace(inner, style="Tick", mark=None, lead=_tick(sheet, item)))
        else:
            made += flow(sheet, item, replace(inner, mark=(number, place.depth), lead=()))
    if items and items[0].get("data-kb-tick") is not None and len(items) <= _SHORT:
        keep_together(made)
    return made


def _tick(sheet: Sheet, item: Element) -> tuple[Element, ...]:
    return check_box(*sheet.field(item), sheet.rtl), run(PLAIN, sheet.rtl, w("tab"))


def definitions(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return terms, each with its meaning after it; short facts of an exercise share a line."""
    pairs: list[tuple[Element, list[Element]]] = []
    for part in node.iter("dt", "dd"):
        if part.tag == "dt":
            pairs.append((part, []))
        elif pairs:
            pairs[-1][1].append(part)
    facts = "kb-facts" in (node.get("class") or "").split()
    short = [pair for pair in pairs if facts and not any("data-kb-wide" in part.attrib for part in pair[1])]
    lines = [[pair] for pair in pairs if pair not in short]
    made = []
    for line in [short, *lines] if short else lines:
        words: list[Element] = []
        for pair in line:
            words += runs("   ·   ", sheet.rtl) if words else []
            words += _pair(sheet, *pair)
        made.append(paragraph(sheet, words, place, style="Facts"))
    return made


def _pair(sheet: Sheet, term: Element, meanings: list[Element]) -> list[Element]:
    made = [*inline(sheet, term, Look(stress="Strong")), *runs(": ", sheet.rtl, Look(stress="Strong"))]
    for index, meaning in enumerate(meanings):
        made += [*(runs("; ", sheet.rtl) if index else []), *inline(sheet, meaning)]
    return made
