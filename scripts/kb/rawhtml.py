"""HTML that an author has put into a page: the tags with their lines. Code and comments are no HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from kb.content import Page

TAG = re.compile(r"<[a-zA-Z]")


@dataclass(frozen=True)
class Tag:
    """An opening tag; attributes without a value have an empty one."""

    line: int
    name: str
    attributes: Mapping[str, str]


class _Reader(HTMLParser):
    """Collects opening tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag; <https://example.org> and <name@example.org> are addresses and no tags."""
        if ":" not in tag and "@" not in tag:
            values = {name: value or "" for name, value in attrs}
            self.tags.append(Tag(self.getpos()[0], tag, values))


def tags(page: Page) -> list[Tag]:
    """Return the tags of a page in order, with lines of the file."""
    if not any(TAG.search(line) for _, line in page.plain):
        return []
    plain = dict(page.plain)
    last = max(plain, default=0)
    reader = _Reader()
    reader.feed("\n".join(plain.get(number, "") for number in range(1, last + 1)))
    reader.close()
    return reader.tags
