"""Does every link, anchor, picture, style and script of the built site lead somewhere on it?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site, SitePage

NOT_FETCHED = ("mailto:", "tel:", "javascript:", "data:", "about:", "blob:")


def find(site: Site) -> Iterator[Finding]:
    """Yield dead links and anchors of pages, and dead addresses in style sheets."""
    for page in site.pages.values():
        for reference in page.references:
            if not reference.url.lower().startswith(NOT_FETCHED):
                yield from _reference(reference.line, reference.url, page, site)
    for name, urls in site.styles.items():
        for url in urls:
            located = site.locate(name, url)
            if located and not _exists(located[0], site):
                yield Finding(name, 0, "site-link", url)


def _exists(name: str, site: Site) -> bool:
    return name in site.files or f"{name}/index.html" in site.files


def _reference(line: int, url: str, page: SitePage, site: Site) -> Iterator[Finding]:
    located = site.locate(page.path, url)
    if located is None:
        return
    name, anchor = located
    if not _exists(name, site):
        yield Finding(page.path, line, "site-link", url)
        return
    target = site.page_at(page.path, url)
    known = target is None or not target.readable or anchor in target.id_set
    if anchor and not known and anchor != "top" and not anchor.startswith(":~:"):
        yield Finding(page.path, line, "site-anchor", url)
