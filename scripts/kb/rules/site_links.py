"""Does every link, anchor, picture, style, script, feed, map and document lead somewhere on the site?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kb.built.folding import Seen
from kb.built.guessing import Guesser, anchor_hint
from kb.findings import Finding
from kb.sitefiles import Reference, Site

NOT_FETCHED: Final = ("mailto:", "tel:", "javascript:", "data:", "about:", "blob:")
SHEET: Final = re.compile(r"(?:^|&)page=(\d+)")
TEXT_FRAGMENT: Final = ":~:"


def find(site: Site) -> Iterator[Seen]:
    """Yield dead links and anchors of pages and of every other file that names addresses."""
    guesser = Guesser(site)
    known = {name for name in site.files if site.exists(name)}
    for path, reference in site.named():
        if not reference.url.lower().startswith(NOT_FETCHED):
            located = site.locate(path, reference.url)
            if located and (located[1] or located[0] not in known):
                yield from _located(path, reference, located, site, guesser)


def _located(
    path: str, reference: Reference, located: tuple[str, str], site: Site, guesser: Guesser
) -> Iterator[Seen]:
    name, anchor = located
    place, url = (path, reference.line), reference.url
    if not (file := site.file_of(name)):
        yield Seen(Finding(*place, "site-link", url), name, guesser.hint(name))
        return
    anchor = anchor.partition(TEXT_FRAGMENT)[0]
    if anchor and (hint := _missing(file, anchor, site)) is not None:
        yield Seen(Finding(*place, "site-anchor", url), f"{file}#{anchor}", hint)


def _missing(file: str, anchor: str, site: Site) -> str | None:
    """Return None if a file has a part of that name or could have it, else what to say of it."""
    if page := site.pages.get(file):
        there = not page.readable or anchor in page.id_set or anchor.lower() == "top"
        return None if there else anchor_hint(anchor, page.id_set)
    other = site.others.get(file)
    if other is None:
        return None
    if other.sheets and (sheet := SHEET.search(anchor)):
        return None if 1 <= int(sheet[1]) <= other.sheets else f"; the file has {other.sheets} pages"
    if other.ids is None or anchor in other.ids or "=" in anchor or anchor.startswith("svgView"):
        return None
    return anchor_hint(anchor, other.ids)
