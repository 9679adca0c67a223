"""Does each built page say what it is: readable, titled, in a language, each id once?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb import policy
from kb.findings import Finding
from kb.sitefiles import Site, SitePage


def find(site: Site) -> Iterator[Finding]:
    """Yield unreadable pages, missing titles and descriptions, wrong lang or dir, doubled ids."""
    for page in site.pages.values():
        if not page.readable:
            yield Finding(page.path, 0, "site-html", "")
        elif not page.redirect:
            yield from _page(page)


def _page(page: SitePage) -> Iterator[Finding]:
    for name, value in (("title", page.title), ("description", page.description)):
        if not value:
            yield Finding(page.path, 0, "site-title", f"no {name}")
    direction = policy.DIRECTIONS.get(page.lang)
    if direction is None or (page.direction or "ltr") != direction:
        detail = f'lang="{page.lang}" dir="{page.direction}"'
        yield Finding(page.path, 1, "site-lang", detail)
    folder = page.path.split("/")[0]
    own = folder if folder in policy.LANGUAGES else policy.SOURCE_LANGUAGE
    if direction and page.lang != own:
        yield Finding(page.path, 1, "site-lang", f'lang="{page.lang}", the address says {own}')
    counts = Counter(ident for _, ident in page.ids)
    seen: set[str] = set()
    for line, ident in page.ids:
        if ident in seen and counts[ident] > 1:
            yield Finding(page.path, line, "site-id", ident)
            counts[ident] = 1
        seen.add(ident)
