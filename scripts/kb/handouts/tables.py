"""How wide the columns of a table are."""

from __future__ import annotations

from typing import Final

from kb.handouts.fields import NUMBER
from kb.handouts.markup import Element, with_tag, words

# Up to so many letters a column of text is only as wide as its text.
_NARROW: Final = 5
# Share of a column to write in; one of text gets a share by its longest cell.
_TO_WRITE: Final = 2.0
_LETTERS_A_SHARE: Final = 24
_LEAST, _MOST = 0.8, 3.0


def set_column_widths(tree: Element) -> None:
    """Set data-kb-columns of every table: for each column `auto` or its share of the width."""
    for table in with_tag(tree, "table"):
        rows = list(table.iter("tr"))
        columns = range(len(rows[0])) if rows else range(0)
        widths = [_width([row[column] for row in rows]) for column in columns]
        if all(width == "auto" for width in widths):
            widths = ["1"] * len(widths)
        table.set("data-kb-columns", " ".join(widths))


def _width(cells: list[Element]) -> str:
    if any(NUMBER in field.attrib for cell in cells for field in cell):
        return f"{_TO_WRITE:g}"
    longest = max(len(words(cell)) for cell in cells)
    if longest <= _NARROW:
        return "auto"
    return f"{min(max(longest / _LETTERS_A_SHARE, _LEAST), _MOST):.2f}"
