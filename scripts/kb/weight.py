"""A page of the built site -> what its first visit sends: requests, and bytes as a static host sends them.

Counted are the page, its style sheets, scripts, icon and every typeface that holds a letter of it.
Pictures of the content are not, nor what is fetched only when it is asked for (the search). Headers are
not counted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import html

from kb.packed import packed
from kb.sitefiles import CSS_URL, Site

KINDS: Final = ("html", "css", "js", "font", "other")
SUFFIXES: Final = {".html": "html", ".css": "css", ".js": "js", ".woff2": "font"}
FETCHED: Final = frozenset({"stylesheet", "preload", "icon", "manifest"})
FACE: Final = re.compile(r"@font-face\s*\{[^}]*\}")
RANGE: Final = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


@dataclass(frozen=True)
class Weight:
    """What one page's first visit sends: the files in order, each with its bytes."""

    page: str
    files: dict[str, int]

    @property
    def requests(self) -> int:
        """Return how many files are asked for, the page among them."""
        return len(self.files)

    @property
    def total(self) -> int:
        """Return all bytes."""
        return sum(self.files.values())

    @cached_property
    def by_kind(self) -> dict[str, int]:
        """Return the bytes of each of KINDS."""
        out = dict.fromkeys(KINDS, 0)
        for name, size in self.files.items():
            out[SUFFIXES.get(Path(name).suffix, "other")] += size
        return out


class Scale:
    """Weighs the pages of one site; a file that many pages share is packed once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._sizes: dict[str, int] = {}
        self._faces: dict[str, list[tuple[str, frozenset[int]]]] = {}

    def weigh(self, page: str) -> Weight:
        """Return the weight of a page, given by its path below the site's root. Raises OSError."""
        names = [page, *self._named(page)]
        return Weight(page, {name: self._size(name) for name in dict.fromkeys(names)})

    def _named(self, page: str) -> Iterator[str]:
        """Yield what the page's head and scripts ask for, and the typefaces of its styles."""
        tree = html.document_fromstring((self.site.root / page).read_bytes().decode("utf-8"))
        letters = {ord(letter) for letter in set("".join(str(part) for part in tree.itertext()))}
        for url in _asked(tree):
            located = self.site.locate(page, url)
            if located is None or located[0] not in self.site.files:
                continue
            yield located[0]
            if located[0].endswith(".css"):
                yield from (name for name, held in self._held(located[0]) if letters & held)

    def _held(self, style: str) -> list[tuple[str, frozenset[int]]]:
        """Return (file, the letters it holds) of the typefaces of a style sheet, read once."""
        if style not in self._faces:
            self._faces[style] = list(self._read(style))
        return self._faces[style]

    def _read(self, style: str) -> Iterator[tuple[str, frozenset[int]]]:
        for face in FACE.findall((self.site.root / style).read_text(encoding="utf-8")):
            url, ranges = CSS_URL.search(face), RANGE.findall(face)
            located = self.site.locate(style, url[1]) if url else None
            if located and located[0] in self.site.files:
                spans = [range(int(low, 16), int(high or low, 16) + 1) for low, high in ranges]
                yield located[0], frozenset(itertools.chain(*spans))

    def _size(self, name: str) -> int:
        if name not in self._sizes:
            self._sizes[name] = self._measured(name)
        return self._sizes[name]

    def _measured(self, name: str) -> int:
        """Return a file's bytes: of its packed copy, if it has one, else as packing it would give."""
        path = self.site.root / name
        if f"{name}.br" in self.site.files:
            return path.with_name(f"{path.name}.br").stat().st_size
        data = path.read_bytes()
        return len(data) if path.suffix == ".woff2" else min(len(data), len(packed(data)))


def _asked(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the addresses that a page's links and scripts make a browser fetch at once."""
    for element in tree.iter("link", "script"):
        if element.tag == "script" and element.get("src") and element.get("type") != "kb/later":
            yield element.get("src", "")
        elif element.tag == "link" and FETCHED & set(element.get("rel", "").split()):
            yield element.get("href", "")
