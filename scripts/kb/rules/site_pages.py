"""Does each built page say what it is: readable, titled, in a language, each id once?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kb import policy
from kb.built.folding import Seen
from kb.findings import Finding
from kb.sitefiles import Site, SitePage

RTL: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"})


def find(site: Site) -> Iterator[Finding | Seen]:
    """Yield unreadable files, missing and doubled titles, wrong lang or dir, doubled ids."""
    titles: dict[tuple[str, str], str] = {}
    for page in site.pages.values():
        if not page.readable:
            yield Finding(page.path, 0, "site-html", "")
        elif not page.redirect:
            yield from _named(page, titles)
            yield from _house_language(page) if site.ours else _language(page)
            yield from _ids(page)
    for other in site.others.values():
        if not other.readable:
            yield Seen(Finding(other.path, 0, "site-file", other.kind), f"{other.path}")


def _named(page: SitePage, titles: dict[tuple[str, str], str]) -> Iterator[Finding | Seen]:
    for name, value in (("title", page.title), ("description", page.description)):
        if not value:
            yield Finding(page.path, 0, "site-title", f"no {name}")
    if page.title and page.path.rpartition("/")[2] != "404.html":
        first = titles.setdefault((page.lang, page.title), page.path)
        if first != page.path:
            finding = Finding(page.path, 0, "site-title", f"the same title as {first}: {page.title}")
            yield Seen(finding, f"{page.lang} {page.title}")


def _house_language(page: SitePage) -> Iterator[Finding | Seen]:
    direction = policy.DIRECTIONS.get(page.lang)
    if direction is None or (page.direction or "ltr") != direction:
        detail = f'lang="{page.lang}" dir="{page.direction}"'
        yield Finding(page.path, 1, "site-lang", detail)
    folder = page.path.split("/")[0]
    own = folder if folder in policy.LANGUAGES else policy.SOURCE_LANGUAGE
    if direction and page.lang != own:
        yield Finding(page.path, 1, "site-lang", f'lang="{page.lang}", the address says {own}')


def _language(page: SitePage) -> Iterator[Finding]:
    """Yield what is wrong in any language: none named, or one that is written the other way."""
    right = page.lang.lower().partition("-")[0] in RTL
    if not page.lang or (page.direction or "ltr") != ("rtl" if right else "ltr"):
        if page.lang and page.direction == "auto":
            return
        yield Finding(page.path, 1, "site-lang", f'lang="{page.lang}" dir="{page.direction}"')


def _ids(page: SitePage) -> Iterator[Finding]:
    if len(page.ids) == len({ident for _, ident in page.ids}):
        return
    counts = Counter(ident for _, ident in page.ids)
    seen: set[str] = set()
    for line, ident in page.ids:
        if ident in seen and counts[ident] > 1:
            yield Finding(page.path, line, "site-id", ident)
            counts[ident] = 1
        seen.add(ident)
