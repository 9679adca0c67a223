"""Small mends to the tags that Typst writes, for what its template language cannot yet say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


def mend_structure(pdf: pikepdf.Pdf) -> None:
    """Make the first cell of a row to fill in the row's heading, and unnumber lists of boxes."""
    for element in walk(pdf.Root.StructTreeRoot):
        if element.get("/S") == Name.TR:
            _name_row(element)
        elif element.get("/S") == Name.L and _has_boxes(element):
            element.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))


def kids(element: Any) -> list[Any]:
    """Return the structure elements directly below one."""
    inside = element.get("/K", [])
    items = list(inside) if isinstance(inside, Array) else [inside]
    return [item for item in items if isinstance(item, Dictionary) and "/S" in item]


def walk(element: Any) -> Iterator[Any]:
    """Yield the structure elements below one, in reading order."""
    for kid in kids(element):
        yield kid
        yield from walk(kid)


def _name_row(row: Any) -> None:
    cells = kids(row)
    to_write = any(item.get("/S") == Name.Form for cell in cells for item in walk(cell))
    first = cells[0] if cells else None
    if to_write and first is not None and first.get("/S") == Name.TD and "/K" in first:
        if any(item.get("/S") == Name.Form for item in walk(first)):
            return
        first.S = Name.TH
        first.A = Dictionary(O=Name.Table, Scope=Name.Row)


def _has_boxes(element: Any) -> bool:
    labels = [part for item in kids(element) for part in kids(item) if Name.Lbl == part.S]
    return bool(labels) and all(any(Name.Form == item.S for item in walk(label)) for label in labels)
