"""The records of a built site: its files, what each names, and where an address on it leads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit


class Reference(NamedTuple):
    """An address named by a file: line (0: none to tell), address as written, and whether it is fetched."""

    line: int
    url: str
    fetched: bool


@dataclass
class SitePage:
    """One HTML file of the site. `path` is below the site's root, with forward slashes."""

    path: str
    lang: str = ""
    direction: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    image: str = ""
    base_href: str = ""
    readable: bool = True
    redirect: bool = False
    leads_to: str = ""
    ids: list[tuple[int, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)

    @cached_property
    def id_set(self) -> frozenset[str]:
        """Return the ids, and names of old, that a link may lead to."""
        return frozenset(ident for _, ident in self.ids) | self.names


@dataclass
class SiteFile:
    """A file that is no page but names addresses: a style sheet, a feed, a map, an index, a document.

    kind: how it was read; ids: what a part of an address after # may name in it, None if that is not
    known; listed: the addresses that a map lists for themselves and not beside another; sheets: how many
    pages a PDF has, 0 for anything else; readable: false if it is not what its name says.
    """

    path: str
    kind: str
    references: list[Reference] = field(default_factory=list)
    ids: frozenset[str] | None = None
    listed: frozenset[str] = frozenset()
    sheets: int = 0
    readable: bool = True


@dataclass
class Site:
    """A folder of built files. `base` is the address it is made for, ending in a slash, or "".

    ours: built by this project, whose house rules then hold; else any host's manners are allowed.
    """

    root: Path
    base: str
    files: set[str]
    pages: dict[str, SitePage]
    others: dict[str, SiteFile] = field(default_factory=dict)
    ours: bool = True

    def locate(self, page: str, url: str) -> tuple[str, str] | None:
        """Return (file, anchor) for an address on this site, None for one elsewhere or not a file.

        A path that leaves the folder the site is made for comes back with a slash before it: no file.
        """
        known = self.pages.get(page)
        if known and known.base_href:
            url = _on_base(known.base_href, url)
        if ":" in url or url.startswith("//"):
            parts = split(url)
            if parts.scheme or parts.netloc:
                return self._absolute(parts)
            path, anchor = parts.path, parts.fragment
        else:
            path, _, anchor = url.partition("#")
            path = path.partition("?")[0]
        if not path:
            return page, unquote(anchor)
        if not path.startswith("/"):
            path = f"{self.base_path}{page.rpartition('/')[0]}/{unquote(path)}"
        else:
            path = unquote(path)
        return self._file(path), unquote(anchor)

    def _absolute(self, parts: SplitResult) -> tuple[str, str] | None:
        base, path = split(self.base), unquote(parts.path)
        ours = base.netloc == parts.netloc and parts.scheme in ("", "http", "https")
        if not ours or not f"{path}/".startswith(self.base_path):
            return None
        return self._file(path), unquote(parts.fragment)

    def _file(self, path: str) -> str:
        """Return the file below the root for a path on the host: .. above its root stays at the root."""
        whole = f"{posixpath.normpath('/' + path.lstrip('/'))}/".replace("//", "/")
        if not whole.startswith(self.base_path):
            return whole.rstrip("/") or "/"
        name = whole[len(self.base_path) :].rstrip("/")
        if path.endswith(("/", "/.", "/..")) or not name:
            return f"{name}/index.html" if name else "index.html"
        return name

    def exists(self, name: str) -> bool:
        """Tell whether a host would answer for a name below the root."""
        return bool(self.file_of(name))

    def file_of(self, name: str) -> str:
        """Return the file that a host sends for a name below the root, "" for none."""
        tries = [name, f"{name}/index.html"]
        if not self.ours:  # many hosts send page.html for /page, and with a slash after it too
            tries += [f"{name}.html", name.removesuffix("/index.html") + ".html"]
        return next((found for found in tries if found in self.files), "")

    def page_at(self, page: str, url: str) -> SitePage | None:
        """Return the page of this site that an address on a page leads to, if any."""
        located = self.locate(page, url)
        return self.pages.get(self.file_of(located[0])) if located else None

    def named(self) -> Iterator[tuple[str, Reference]]:
        """Yield (file, reference) for every address that anything on the site names."""
        for page in self.pages.values():
            for reference in page.references:
                yield page.path, reference
        for other in self.others.values():
            for reference in other.references:
                yield other.path, reference

    @cached_property
    def base_path(self) -> str:
        """Return the path part of the site's address, with a slash at both ends."""
        return split(self.base).path or "/"


def split(url: str) -> SplitResult:
    """Split an address; one that is malformed becomes a path, which leads nowhere."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _on_base(base: str, url: str) -> str:
    """Return an address as <base href> turns it: even one that begins with # leaves the page."""
    parts = split(url)
    if parts.scheme or parts.netloc:
        return url
    if url.startswith("/"):
        host = split(base)
        return f"{host.scheme}://{host.netloc}{url}" if host.netloc else url
    if not url or url.startswith(("#", "?")):
        return f"{base.partition('#')[0].partition('?')[0]}{url}"
    return f"{base.partition('#')[0].partition('?')[0].rpartition('/')[0]}/{url}" if "/" in base else url
