"""Empty table cells on a worksheet become fields, named after their row and column."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor


def _words(cell: etree.Element) -> str:
    return " ".join("".join(cell.itertext()).split())


class CellFields(Treeprocessor):
    """Turn each empty body cell into a text area whose label says where it stands."""

    def run(self, root: etree.Element) -> None:
        """Walk the page's tables in order; names are cell-TABLE-ROW-COLUMN, counted from 1."""
        for number, table in enumerate(root.iter("table"), start=1):
            heads = [_words(cell) for cell in table.iter("th")]
            for row_number, row in enumerate(table.findall("./tbody/tr"), start=1):
                cells = list(row)
                name = _words(cells[0]) if cells and _words(cells[0]) else str(row_number)
                for column, cell in enumerate(cells, start=1):
                    if _words(cell) or len(cell):
                        continue
                    head = heads[column - 1] if column <= len(heads) else str(column)
                    _add_field(cell, f"{name}: {head}", f"cell-{number}-{row_number}-{column}")


def _add_field(cell: etree.Element, label: str, name: str) -> None:
    cell.set("class", "kb-cell")
    cell.text = None
    etree.SubElement(
        cell,
        "textarea",
        {"class": "kb-field", "aria-label": label, "name": name, "rows": "2", "autocomplete": "off"},
    )
