"""Does each page name its other language, and does that page name it back?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import policy
from kb.findings import Finding
from kb.sitefiles import Site, SitePage

ALONE = {"404.html"}


def find(site: Site) -> Iterator[Finding]:
    """Yield alternates that are missing, lead nowhere or are not returned."""
    for page in site.pages.values():
        if page.readable and not page.redirect and page.path.split("/")[-1] not in ALONE:
            yield from _page(page, site)


def _page(page: SitePage, site: Site) -> Iterator[Finding]:
    for lang in policy.LANGUAGES:
        href = page.alternates.get(lang)
        if href is None:
            yield Finding(page.path, 0, "site-alternate", f"no alternate for {lang}")
            continue
        other = site.page_at(page.path, href)
        if other is None:
            yield Finding(page.path, 0, "site-alternate", f"{lang}: {href} is not on the site")
        elif other.lang != lang:
            yield Finding(page.path, 0, "site-alternate", f"{lang}: {href} is in {other.lang}")
        elif (back := other.alternates.get(page.lang)) is None or site.page_at(other.path, back) is not page:
            yield Finding(page.path, 0, "site-alternate", f"{href} does not name this page back")
