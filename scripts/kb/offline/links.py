"""Links that a server completes -> links to files: from a disk, a link to a folder opens a list of files."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final

from kb.sitefiles import split

# Elements whose href leads to a page. Other attributes that end in a slash are what scripts start from.
LINKING: Final = ("a", "area", "link")
# A browser may not fetch ahead from a disk what it must ask for as from another site: a typeface.
AHEAD: Final = re.compile(r"""\srel\s*=\s*["']?preload\b""", re.IGNORECASE)
HREF: Final = re.compile(r"""(\shref\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
INDEX: Final = "index.html"


def to_files(html: str) -> str:
    """Return a page as a disk needs it: links to folders of its own site name the file in them.

    Orders to fetch ahead, which only a server fulfils, are left out. All else stays as it is.
    """
    parts, at = [], 0
    for start, tag in _Tags(html).found:
        parts += [html[at:start], "" if AHEAD.search(tag) else HREF.sub(_completed, tag)]
        at = start + len(tag)
    return "".join([*parts, html[at:]])


def to_file(url: str) -> str:
    """Return an address as a disk needs it: guide/one/#two -> guide/one/index.html#two."""
    path, rest = (found[0], url[found.end() :]) if (found := re.match(r"[^?#]*", url)) else ("", url)
    parts = split(url)
    if not path or parts.scheme or parts.netloc or path.startswith("/"):
        return url
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}{INDEX}{rest}" if path.endswith("/") else url


def _completed(attribute: re.Match[str]) -> str:
    name, quote, url = attribute.groups()
    return f"{name}{quote}{to_file(url)}{quote}"


class _Tags(HTMLParser):
    """Finds the start tags that link, as (offset in the text, the tag as written)."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._lines = [0, *accumulate(len(line) for line in html.split("\n"))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINKING:
            line, column = self.getpos()
            # Each line before this one ended in a line feed, which split() took away.
            self.found.append((self._lines[line - 1] + line - 1 + column, self.get_starttag_text() or ""))
