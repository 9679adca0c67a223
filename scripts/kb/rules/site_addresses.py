"""Has each page one address of its own, and does every redirect come to an end?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site, SitePage


def find(site: Site) -> Iterator[Finding]:
    """Yield canonical addresses that are another page's or no page's, and redirects in circles."""
    for page in site.pages.values():
        if page.redirect:
            yield from _redirect(page, site)
        elif page.canonical and page.path.rpartition("/")[2] != "404.html":
            yield from _canonical(page, site)


def _canonical(page: SitePage, site: Site) -> Iterator[Finding]:
    located = site.locate(page.path, page.canonical)
    target = site.page_at(page.path, page.canonical)
    if target is page or (located is None and not site.ours):
        return
    # Elsewhere a copy may give its original's address; here every page is an original.
    if target is None:
        yield Finding(page.path, 0, "site-canonical", f"{page.canonical} is not on the site")
    elif site.ours or (target.canonical and site.page_at(target.path, target.canonical) is not target):
        yield Finding(page.path, 0, "site-canonical", f"{page.canonical} is the address of {target.path}")


def _redirect(page: SitePage, site: Site) -> Iterator[Finding]:
    met = [page.path]
    following = site.page_at(page.path, page.leads_to)
    while following and following.redirect and following.path not in met:
        met.append(following.path)
        following = site.page_at(following.path, following.leads_to)
    if following and following.path == page.path:
        yield Finding(page.path, 0, "site-redirect", " -> ".join([*met, page.path]))
