"""Empty table cells on a worksheet become fields, named after their row and column."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import unescape

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

# A label is plain words: no tags, and of a marked term not its definition.
NO_WORDS = re.compile(r'<span class="kb-term-card".*?</span>|<[^>]*>', re.DOTALL)


class CellFields(Treeprocessor):
    """Turn each empty body cell into a text area whose label says where it stands."""

    md: Markdown

    def run(self, root: etree.Element) -> None:
        """Walk the page's tables in order; names are cell-TABLE-ROW-COLUMN, counted from 1."""
        for number, table in enumerate(root.iter("table"), start=1):
            heads = [self._words(cell) for cell in table.iter("th")]
            for row_number, row in enumerate(table.findall("./tbody/tr"), start=1):
                cells = list(row)
                name = self._words(cells[0]) if cells else ""
                for column, cell in enumerate(cells, start=1):
                    if "".join(cell.itertext()).strip() or len(cell):
                        continue
                    head = heads[column - 1] if column <= len(heads) else str(column)
                    label = f"{name or row_number}: {head or column}"
                    _add_field(cell, label, f"cell-{number}-{row_number}-{column}")

    def _words(self, cell: etree.Element) -> str:
        """Return a cell's plain words; raw HTML in it waits in the stash under a placeholder."""
        stash = self.md.htmlStash.rawHtmlBlocks
        text = "".join(cell.itertext())
        text = HTML_PLACEHOLDER_RE.sub(lambda found: str(stash[int(found[1])]), text)
        return " ".join(unescape(NO_WORDS.sub("", text)).split())


def _add_field(cell: etree.Element, label: str, name: str) -> None:
    cell.set("class", "kb-cell")
    cell.text = None
    attributes = {"class": "kb-field", "aria-label": label, "name": name, "rows": "2", "autocomplete": "off"}
    etree.SubElement(cell, "textarea", attributes)
