"""Tables: from the leading edge, with a head row that returns on every page and rows in one piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kb.handouts.fields import NUMBER
from kb.handouts.markup import Element, words
from kb.handouts.word.controls import in_cell
from kb.handouts.word.ooxml import flag, keep_together, twips, w
from kb.handouts.word.sheet import Place, Sheet, paragraph

Flow = Callable[[Sheet, Element, Place], list[Element]]

CELL_LINE: Final = twips(7)
PADDING: Final = twips(2)
_LETTER: Final = twips(2.4)
# A table of up to so many rows stays on one page.
_SHORT: Final = 6


def table(sheet: Sheet, node: Element, place: Place, flow: Flow) -> list[Element]:
    """Return a table, and nothing after it: the next paragraph keeps its distance."""
    rows = list(node.iter("tr"))
    widths = _widths(node, rows, place.indent + place.width)
    made = [_row(sheet, row, widths, flow) for row in rows]
    if len(rows) <= _SHORT:
        keep_together(made)
    return [frame(sheet, made, widths, "HandoutTable"), after_table(sheet)]


def frame(sheet: Sheet, rows: list[Element], widths: list[int], style: str) -> Element:
    """Return rows as a table with columns of these widths, in twips; the first at the leading edge.

    It is as wide as the page's text, in a box too: programs differ in which side a table is indented from.
    """
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        flag("bidiVisual", sheet.rtl),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def cell(width: int, inside: list[Element], *properties: Element) -> Element:
    """Return a cell of a width in twips."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), *inside)


def _row(sheet: Sheet, row: Element, widths: list[int], flow: Flow) -> Element:
    head = row[0].tag == "th" and all(item.tag == "th" for item in row)
    areas = [area for item in row for area in item.iter("textarea") if NUMBER in area.attrib]
    least = max((int(area.get("rows") or 1) for area in areas), default=0) * CELL_LINE
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=least, hRule="atLeast") if least else None,
        flag("tblHeader", head),
    )
    cells = []
    for column, (item, width) in enumerate(zip(row, widths, strict=True)):
        named = (column == 0 and bool(areas)) or item.tag == "th"
        style = "TableHead" if head else "TableRowHead" if named else "TableText"
        inner = Place(style=style, width=width - 2 * PADDING)
        area = next(iter(item.iter("textarea")), None)
        filled = _area(sheet, area, inner) if area is not None else flow(sheet, item, inner)
        cells.append(cell(width, filled or [paragraph(sheet, [], inner)]))
    return w("tr", properties, *cells)


def _area(sheet: Sheet, area: Element, place: Place) -> list[Element]:
    return [paragraph(sheet, [in_cell(*sheet.field(area), sheet.rtl)], place)]


def _widths(node: Element, rows: list[Element], width: int) -> list[int]:
    """Return the columns' widths: tables.py says which are as wide as their text, and others' shares."""
    shares = (node.get("data-kb-columns") or "").split()
    narrow = {
        column: max(len(words(row[column])) for row in rows) * _LETTER + 2 * PADDING
        for column, share in enumerate(shares)
        if share == "auto"
    }
    whole = sum(float(share) for share in shares if share != "auto")
    rest = width - sum(narrow.values())
    return [
        narrow.get(column, 0) or round(rest * float(share) / whole) for column, share in enumerate(shares)
    ]


def after_table(sheet: Sheet) -> Element:
    """Return the line after a table: Word joins tables that meet."""
    return paragraph(sheet, [], Place(), style="AfterTable")
