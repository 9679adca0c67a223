"""A built site -> records: pages with their ids, links, requests and language marks, and other files."""

from __future__ import annotations

import fnmatch
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from kb.built import documents, listings, styles
from kb.built.markup import Pool, page_of, read_page
from kb.built.records import Reference, Site, SiteFile, SitePage, split
from kb.built.styles import CSS_URL

__all__ = ["CSS_URL", "Reader", "Reference", "Site", "SiteFile", "SitePage", "load", "read_page", "split"]

PAGES = (".html", ".htm")
INDEXES = ("search/search_index.json", "*/search/search_index.json", "search/index.*.js")


@dataclass
class Reader:
    """Reads a folder, and reads again what has changed in it since."""

    root: Path
    base: str = ""
    ours: bool = True
    site: Site = field(init=False)
    _pool: Pool = field(default_factory=dict, repr=False)
    _seen: dict[str, bytes] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Read everything. Raises OSError."""
        self.site = Site(self.root, "", set(), {}, {}, self.ours)
        self.refresh()
        base = self.base or self._own_address()
        self.site.base = base if not base or base.endswith("/") else f"{base}/"

    def refresh(self) -> list[str]:
        """Read what is new or has other bytes than before; return its names. Raises OSError."""
        files = {p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file()}
        for gone in self.site.files - files:
            self.site.pages.pop(gone, None)
            self.site.others.pop(gone, None)
            self._seen.pop(gone, None)
        changed = [name for name in sorted(files) if _is_read(name) and self._read(name)]
        self.site.files = files
        return changed

    def _read(self, name: str) -> bool:
        data = (self.root / name).read_bytes()
        mark = hashlib.blake2b(data, digest_size=16).digest()
        if self._seen.get(name) == mark:
            return False
        self._seen[name] = mark
        if name.lower().endswith(PAGES):
            self.site.pages[name] = page_of(data, name, self._pool)
        elif (other := file_of(data, name)) is not None:
            self.site.others[name] = other
        return True

    def _own_address(self) -> str:
        """Return the address that a site says it has: of its home page, else the first in its map."""
        home = self.site.pages.get("index.html")
        if home and split(home.canonical).netloc:
            return home.canonical
        listed = self.site.others.get("sitemap.xml")
        urls = [one.url for one in listed.references if split(one.url).netloc] if listed else []
        return min(urls, key=len).rpartition("/")[0] if urls else ""


def load(root: Path, base: str = "", *, ours: bool = True) -> Site:
    """Read every file below a folder that names addresses. Raises OSError."""
    return Reader(root, base, ours).site


def _is_read(name: str) -> bool:
    lower = name.lower()
    kinds = (*PAGES, ".css", ".xml", ".rss", ".atom", ".svg", ".webmanifest", ".pdf", ".docx")
    return lower.endswith(kinds) or lower.endswith(("robots.txt", "manifest.json")) or _is_index(name)


def _is_index(name: str) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in INDEXES)


def file_of(data: bytes, name: str) -> SiteFile | None:
    """Return the record of a file that is no page; None if it names nothing that we know to look for."""
    lower = name.lower()
    if lower.endswith(".pdf"):
        return documents.read_pdf(data, name)
    if lower.endswith(".docx"):
        return documents.read_docx(data, name)
    if lower.endswith(".css"):
        found = styles.addresses(data.decode("utf-8", errors="replace"))
        return SiteFile(name, "style", [Reference(line, url, True) for line, url in found])
    if _is_index(name):
        return listings.read_index(data, name)
    if lower.endswith((".webmanifest", "manifest.json")):
        return listings.read_manifest(data, name)
    if lower.endswith("robots.txt"):
        return listings.read_robots(data, name) if name == "robots.txt" else None
    return listings.read_xml(data, name)
