"""Places to write: lines for the hand that are also controls to type into, and boxes to tick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kb.handouts.markup import Element, has_class
from kb.handouts.word.controls import check_box, one_line, several_lines
from kb.handouts.word.inline import inline, spoken
from kb.handouts.word.ooxml import keep_together, set_property, twips, w
from kb.handouts.word.sheet import ITEM, Place, Sheet, paragraph
from kb.handouts.word.tables import PADDING, after_table, cell, frame
from kb.handouts.word.text import PLAIN, Look, run, runs

Flow = Callable[[Sheet, Element, Place], list[Element]]

_PARTS: Final = 6  # of a line that several blanks share (tidy.py says how many each takes)
_STEP: Final = twips(11.5)
_AFTER: Final = twips(3.5)  # the last ruled line
_LABEL: Final = Look(stress="Strong")


def write(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return a question and ruled lines for the answer, which are one control; never apart."""
    area = next(node.iter("textarea"))
    question = [
        paragraph(sheet, inline(sheet, label), _plain(place), style="Question")
        for label in node.iter("label")
    ]
    count = int(node.get("data-kb-lines") or 1)
    # Two styles in turn: a program that joins the frames of equal neighbours would draw the last only.
    lines = [paragraph(sheet, [], _plain(place), style=f"RuledLine{1 + n % 2}") for n in range(count)]
    made = [*question, several_lines(*sheet.field(area), lines)]
    keep_together(made)
    if lines:
        set_property(lines[-1], w("spacing", after=_AFTER))
    return made


def fills(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return labelled blanks; short ones share a line."""
    lines: list[list[tuple[Element, int]]] = [[]]
    for fill in node:
        span = int(fill.get("data-kb-span") or _PARTS)
        if sum(taken for _, taken in lines[-1]) + span > _PARTS:
            lines.append([])
        lines[-1].append((fill, span))
    made: list[Element] = []
    for line in filter(None, lines):
        made += _shared(sheet, line, place) if len(line) > 1 else [_fill(sheet, line[0][0], place)]
    return made


def _fill(sheet: Sheet, fill: Element, place: Place) -> Element:
    """Return a label, a control, and dots to the end of the line."""
    inside = [piece for label in fill.iter("label") for piece in inline(sheet, label, _LABEL)]
    inside += runs(" ", sheet.rtl, _LABEL)
    inside += [one_line(*sheet.field(field), sheet.rtl) for field in fill.iter("input")]
    inside.append(run(PLAIN, sheet.rtl, w("tab")))
    end = w("tabs", w("tab", val="right", leader="dot", pos=place.indent + place.width))
    return paragraph(sheet, inside, _plain(place), style="Fill", tabs=end)


def _shared(sheet: Sheet, line: list[tuple[Element, int]], place: Place) -> list[Element]:
    spans = [span for _, span in line]
    spans[-1] += _PARTS - sum(spans)
    widths = [(place.indent + place.width) * span // _PARTS for span in spans]
    cells = [
        cell(width, [_fill(sheet, fill, Place(width=width - 2 * PADDING))])
        for (fill, _), width in zip(line, widths, strict=True)
    ]
    row = w("tr", w("trPr", w("cantSplit")), *cells)
    return [frame(sheet, [row], widths, "Layout"), after_table(sheet)]


def scale(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return a question, and boxes with numbers under them between the two ends."""
    inner = Place(style="Step", width=_STEP)
    steps = [_step(sheet, label, inner) for label in node.iter("label")]
    low, high = (_poles(sheet, node, end, inner) for end in ("kb-scale-low", "kb-scale-high"))
    width = (place.indent + place.width - _STEP * len(steps)) // max(len(low + high), 1)
    parts = [*((width, part) for part in low), *((_STEP, part) for part in steps)]
    parts += [(width, part) for part in high]
    cells = [cell(wide, [part], w("vAlign", val="center")) for wide, part in parts]
    row = w("tr", w("trPr", w("cantSplit")), *cells)
    line = frame(sheet, [row], [wide for wide, _ in parts], "Layout")
    made = [*_legend(sheet, node, place), line]
    keep_together(made)
    return [*made, after_table(sheet)]


def _poles(sheet: Sheet, node: Element, end: str, place: Place) -> list[Element]:
    return [paragraph(sheet, inline(sheet, part), place) for part in node if has_class(part, end)]


def _step(sheet: Sheet, label: Element, place: Place) -> Element:
    boxes = [check_box(*sheet.field(field), sheet.rtl) for field in label.iter("input")]
    number = [piece for part in label.iter("span") for piece in inline(sheet, part)]
    return paragraph(sheet, [*boxes, run(PLAIN, sheet.rtl, w("br")), *number], place)


def choices(sheet: Sheet, node: Element, place: Place, flow: Flow) -> list[Element]:
    """Return a question and what may be chosen, each with a box; on one page if they fit."""
    made = _legend(sheet, node, place)
    inner = replace(place, style="Tick", indent=place.indent + ITEM, width=place.width - ITEM, mark=None)
    for part in node:
        if part.tag == "label":
            made.append(_choice(sheet, part, inner))
        elif part.tag != "legend":
            made += flow(sheet, part, _plain(place))
    keep_together(made)
    return made


def _choice(sheet: Sheet, label: Element, place: Place) -> Element:
    boxes = [check_box(*sheet.field(field), sheet.rtl) for field in label.iter("input")]
    words = [piece for part in label if part.tag != "input" for piece in spoken(sheet, part)]
    words = [*runs(label.text or "", sheet.rtl), *words]
    return paragraph(sheet, words, replace(place, lead=(*boxes, run(PLAIN, sheet.rtl, w("tab")))))


def _legend(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    return [
        paragraph(sheet, inline(sheet, legend), _plain(place), style="Question")
        for legend in node
        if legend.tag == "legend"
    ]


def _plain(place: Place) -> Place:
    return replace(place, mark=None, lead=())
