"""Content and built site -> the external addresses they name, each with its places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from kb.content import Project
from kb.datafile import Data, Key, read_text
from kb.sitefiles import Site, split

WEB = re.compile(r"(?:https?:)?//\S+", re.IGNORECASE)
DOI = "https://doi.org/"


@dataclass(frozen=True, order=True)
class Place:
    """One mention of an external address: file below the root, line (1-based), the address as asked for."""

    path: str
    line: int
    url: str


def asked(url: str) -> str:
    """Return what a server is asked for: the address without its part after #, with its scheme."""
    whole = f"https:{url}" if url.startswith("//") else url
    try:
        return urldefrag(whole).url
    except ValueError:
        return whole


def of_content(project: Project) -> list[Place]:
    """Return the external addresses in pages and data files."""
    found = []
    for page in project.pages:
        links = [(link.line, link.target) for link in page.outline.links] + page.outline.web
        found += [Place(page.path, line, asked(url)) for line, url in links if WEB.match(url)]
    for data in [*project.facts.values(), *project.figures.values(), project.terms]:
        found += [Place(data.path, data.line(*key), asked(url)) for key, url in _texts(data.value)]
    return sorted(set(found + _of_references(project.references, project.root)))


def _texts(value: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield (key path, address) of every text that is an address."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*key, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*key, index))
    elif isinstance(value, str) and WEB.fullmatch(value):
        yield key, value


def _of_references(references: Data, root: Path) -> list[Place]:
    """Return the addresses of cited works; a DOI is asked for where the page links it."""
    rows = references.value if isinstance(references.value, list) else []
    named: list[tuple[int, str, str]] = []
    for index, row in enumerate(rows):
        if isinstance(row, dict) and isinstance(row.get("DOI"), str):
            named.append((references.line(index), row["DOI"], f"{DOI}{row['DOI']}"))
        named += [(references.line(index), url, asked(url)) for _, url in _texts(row)]
    lines = read_text(root / references.path, references.path)[0].split("\n") if named else []
    return [Place(references.path, _line(lines, start, text), url) for start, text, url in named]


def _line(lines: list[str], start: int, text: str) -> int:
    """Return the first line from `start` on that holds a text, else `start`."""
    return next((n for n, line in enumerate(lines, start=1) if n >= start and text in line), start)


def of_site(site: Site) -> list[Place]:
    """Return the external addresses that the pages of a built site name."""
    return sorted(
        {
            Place(page.path, reference.line, asked(reference.url))
            for page in site.pages.values()
            for reference in page.references
            if WEB.match(reference.url) and _elsewhere(reference.url, page.path, site)
        }
    )


def _elsewhere(url: str, page: str, site: Site) -> bool:
    malformed = not split(asked(url)).netloc
    return malformed or site.locate(page, url) is None
