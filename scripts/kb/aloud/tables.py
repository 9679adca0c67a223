"""Tables whose first column names the rows: cells there become heads, and the empty corner none.

Markdown knows heads of columns only. An empty head above the first column is how an author says that
the column holds the names of the rows; read aloud, such a head is a name without words.
"""

from __future__ import annotations

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
CORNER = re.compile(r"(<thead>\s*<tr>\s*)<th([^>]*)></th>")
FIRST = re.compile(r"(<tr>\s*)<td([^>]*)>(.*?)</td>", re.DOTALL)


def with_row_heads(html: str) -> str:
    """Return a page's HTML with heads for the rows of every table that has an empty corner."""
    return TABLE.sub(_headed, html)


def _headed(table: re.Match[str]) -> str:
    html, found = CORNER.subn(r"\1<td\2></td>", table[0], count=1)
    if not found:
        return html
    head, end, rows = html.partition("</thead>")
    return head + end + FIRST.sub(r'\1<th scope="row"\2>\3</th>', rows)
