"""Does each page name its other languages, and does each of those name it back?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kb import policy
from kb.findings import Finding
from kb.sitefiles import Site, SitePage

ALONE: Final = {"404.html"}
DEFAULT: Final = "x-default"
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)


def find(site: Site) -> Iterator[Finding]:
    """Yield alternates that are missing, lead nowhere or are not returned."""
    for page in site.pages.values():
        if page.readable and not page.redirect and page.path.split("/")[-1] not in ALONE:
            yield from _page(page, site)


def _page(page: SitePage, site: Site) -> Iterator[Finding]:
    wanted = [*policy.LANGUAGES] if site.ours else []
    for lang in dict.fromkeys([*wanted, *page.alternates]):
        href = page.alternates.get(lang)
        if href is None:
            yield Finding(page.path, 0, "site-alternate", f"no alternate for {lang}")
        elif lang != DEFAULT and not LANGUAGE.fullmatch(lang):
            yield Finding(page.path, 0, "site-alternate", f"{lang} is no language: {href}")
        elif wrong := _wrong(page, lang, href, site):
            yield Finding(page.path, 0, "site-alternate", wrong)


def _wrong(page: SitePage, lang: str, href: str, site: Site) -> str:
    """Return what is wrong with one alternate, "" for nothing."""
    other = site.page_at(page.path, href)
    if other is None:
        elsewhere = not site.ours and site.locate(page.path, href) is None
        return "" if elsewhere else f"{lang}: {href} is not on the site"
    if lang == DEFAULT:
        listed = {
            site.page_at(page.path, each) is other for at, each in page.alternates.items() if at != lang
        }
        return "" if True in listed else f"{lang}: {href} is none of the page's languages"
    if not _same(other.lang, lang) and (site.ours or other.lang):
        return f"{lang}: {href} is in {other.lang}"
    named = (site.page_at(other.path, back) for at, back in other.alternates.items() if at != DEFAULT)
    return "" if any(back is page for back in named) else f"{href} does not name this page back"


def _same(one: str, other: str) -> bool:
    """Tell whether two language names may be of one page: en-GB is English."""
    return one.lower().partition("-")[0] == other.lower().partition("-")[0]
