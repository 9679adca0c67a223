"""Is there a way from the home page to every page, picture, document and typeface?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kb.findings import Finding
from kb.offline import archive
from kb.sitefiles import Site

# Hosts, browsers and search engines ask for these by name.
ASKED: Final = re.compile(
    r"(?:^|/)(?:\.[^/]+(?:/.*)?|CNAME|_(?:headers|redirects)|40\d\.html|favicon[^/]*|apple-touch-icon[^/]*"
    r"|google[0-9a-f]+\.html|objects\.inv|[^/]*(?:licen[cs]e|copying)[^/]*)$",
    re.IGNORECASE,
)
# Scripts and styles go together by names that scripts put together; the rest lies beside another file.
APART: Final = frozenset(
    (".js", ".mjs", ".css", ".map", ".json", ".wasm", ".webmanifest", ".txt", ".xml", ".br", ".gz", ".zst")
)
SPEAKING: Final = (".js", ".mjs", ".json")


def find(site: Site) -> list[Finding]:
    """Return every file that no way leads to from the home page, or from a page that readers come to."""
    starts = [name for name in site.pages if _comes_from_outside(name, site)] or list(site.pages)
    met = _met(starts, _ways(site))
    left = [name for name in sorted(site.files - met) if not _comes_from_outside(name, site)]
    spoken = _spoken(site) if any(name not in site.pages for name in left) else ""
    return [
        Finding(name, 0, "site-orphan", "")
        for name in left
        if name in site.pages or name.rpartition("/")[2] not in spoken
    ]


def _comes_from_outside(name: str, site: Site) -> bool:
    """Tell whether nobody needs to lead to a file: home, an old address, what is asked for by its name."""
    page = site.pages.get(name)
    if page is not None and (name == "index.html" or page.redirect or not page.readable):
        return True
    # The copy to download is packed beside every site of ours; a page may offer it or not.
    copy = site.ours and name.startswith(f"{archive.FOLDER}/")
    return copy or name[name.rfind(".") :].lower() in APART or bool(ASKED.search(name))


def _ways(site: Site) -> dict[str, set[str]]:
    """Return where each file leads. Maps and indexes list pages, but are no way for a reader."""
    ways: dict[str, set[str]] = {}
    for path, reference in site.named():
        other = site.others.get(path)
        if not (other and other.kind in ("sitemap", "index")):
            _add(ways, path, reference.url, site)
    for page in site.pages.values():
        for href in filter(None, (*page.alternates.values(), page.image)):
            _add(ways, page.path, href, site)
    return ways


def _add(ways: dict[str, set[str]], path: str, url: str, site: Site) -> None:
    if located := site.locate(path, url):
        file = located[0] if located[0] in site.files else site.file_of(located[0])
        ways.setdefault(path, set()).add(file)


def _met(starts: Iterable[str], ways: dict[str, set[str]]) -> set[str]:
    met, next_ones = set(starts), list(starts)
    while next_ones:
        for file in ways.get(next_ones.pop(), ()):
            if file not in met:
                met.add(file)
                next_ones.append(file)
    return met


def _spoken(site: Site) -> str:
    """Return all scripts and data as one text: what stands in it by its name, they may ask for."""
    names = [name for name in sorted(site.files) if name.endswith(SPEAKING)]
    return "\n".join((site.root / name).read_text(encoding="utf-8", errors="replace") for name in names)
