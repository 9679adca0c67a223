"""Does the map for search engines list the site's pages, all of them and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site, SiteFile, split

ALONE = {"404.html"}


def find(site: Site) -> Iterator[Finding]:
    """Yield entries that are elsewhere or only lead on, and pages that no map lists (dead ones are links)."""
    maps = [other for other in site.others.values() if other.kind == "sitemap"]
    listed: set[str] = set()
    for other in maps:
        yield from _entries(other, site, listed)
    if not maps or not site.base:
        return
    for page in site.pages.values():
        itself = not page.canonical or site.page_at(page.path, page.canonical) is page
        if page.path not in listed and _counts(page.path) and page.readable and itself and not page.redirect:
            yield Finding(maps[0].path, 0, "site-map", f"{page.path} is not listed")


def _counts(path: str) -> bool:
    return path.rpartition("/")[2] not in ALONE


def _entries(other: SiteFile, site: Site, listed: set[str]) -> Iterator[Finding]:
    for line, url, _ in other.references:
        located = site.locate(other.path, url)
        if not split(url).netloc or located is None:
            yield Finding(other.path, line, "site-map", f"{url} is not an address of this site")
            continue
        page = site.page_at(other.path, url)
        if page and page.redirect:
            yield Finding(other.path, line, "site-map", f"{url} only leads on to {page.leads_to}")
        elif page and url in other.listed:
            listed.add(page.path)
