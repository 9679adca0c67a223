"""One HTML file -> a page's record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from sys import intern
from typing import Final, cast

from lxml import etree

from kb.built import styles
from kb.built.records import Reference, SitePage

SRCSET_URL: Final = re.compile(r"\s*(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")
REFRESH_URL: Final = re.compile(r"""^\s*[\d.]*\s*[;,]\s*(?:url\s*=)?\s*['"]?([^'"\s]+)""", re.IGNORECASE)
REQUESTING_LINKS: Final = {
    "stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon", "manifest", "mask-icon",
    "preconnect", "dns-prefetch", "prefetch",
}  # fmt: skip
FETCHED: Final = {
    "script": ("src",), "img": ("src",), "iframe": ("src",), "frame": ("src",), "source": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "track": ("src",),
    "object": ("data",), "input": ("src",), "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"), "body": ("background",),
}  # fmt: skip
FOLLOWED: Final = {
    "a": ("href", "xlink:href"), "area": ("href",), "form": ("action",), 
    "blockquote": ("cite",), "q": ("cite",),
}  # fmt: skip
ASKING: Final = {"src", "href", "data", "poster", "srcset", "imagesrcset", "style", "action", "cite"} | {
    "xlink:href", "background", "id", "name",
}  # fmt: skip
SPEAKING: Final = {"link", "meta", "base", "style"}
# Ids are ours to count, comments and instructions nobody's to visit.
PARSER: Final = {"encoding": "utf-8", "collect_ids": False, "remove_comments": True, "remove_pis": True}
Pool = dict[Reference | tuple[int, str], Reference | tuple[int, str]]


def read_page(path: Path, name: str) -> SitePage:
    """Read one HTML file; an empty or unreadable one is marked so. Raises OSError."""
    return page_of(path.read_bytes(), name, {})


def page_of(data: bytes, name: str, pool: Pool) -> SitePage:
    """Return the record of a page's bytes.

    pool: what pages of one site share, kept once: most links of a page stand in its frame.
    """
    page = SitePage(name)
    try:
        data.decode("utf-8")
        tree = etree.fromstring(data, etree.HTMLParser(**PARSER))  # type: ignore[arg-type]
    except (etree.ParserError, etree.XMLSyntaxError, UnicodeDecodeError):
        tree = None
    if tree is None:
        page.readable = False
        return page
    page.lang, page.direction = tree.get("lang", ""), tree.get("dir", "").lower()
    page.title = " ".join((tree.findtext(".//head/title") or "").split())
    for element in tree.iter(etree.Element):
        # Most elements have a class at most: for them no record of attributes is made.
        if element.tag in SPEAKING or not ASKING.isdisjoint(element.keys()):
            _read_element(page, element, cast(dict[str, str], dict(element.items())))
    _share(page, pool)
    return page


def line_of(element: etree._Element) -> int:
    """Return the line an element begins on."""
    return cast(int, element.sourceline or 0)


def _share(page: SitePage, pool: Pool) -> None:
    page.ids = [pool.setdefault(one, one) for one in page.ids]  # type: ignore[misc]
    page.references = [pool.setdefault(one, one) for one in page.references]  # type: ignore[misc]


def _read_element(page: SitePage, element: etree._Element, given: dict[str, str]) -> None:
    tag = element.tag
    if tag == "link":
        _read_link(page, given, line_of(element))
    elif tag == "meta":
        _read_meta(page, given, line_of(element))
    elif tag == "base":
        page.base_href = page.base_href or given.get("href", "").strip()
        return
    line = line_of(element)
    if ident := given.get("id"):
        page.ids.append((line, intern(ident)))
    if tag in ("a", "map") and given.get("name"):
        page.names.add(given["name"])
    for name in FOLLOWED.get(tag, ()):
        if name in given and (given[name].strip() or tag != "form"):
            page.references.append(Reference(line, intern(given[name].strip()), False))
    for url in _fetched(element, tag, given):
        page.references.append(Reference(line, intern(url), True))


def _fetched(element: etree._Element, tag: str, given: dict[str, str]) -> Iterator[str]:
    """Yield the addresses that an element makes a browser ask for."""
    for name in FETCHED.get(tag, ()):
        if url := given.get(name, "").strip():
            yield url
    for name in ("srcset", "imagesrcset"):
        if name in given:
            yield from (url for url in SRCSET_URL.findall(given[name]) if not url.lower().startswith("data:"))
    if "style" in given:
        yield from (url for _, url in styles.addresses(given["style"]))
    if tag == "style":
        yield from (url for _, url in styles.addresses(element.text or ""))


def _read_link(page: SitePage, given: dict[str, str], line: int) -> None:
    rel = set(given.get("rel", "").lower().split())
    href = intern(given.get("href", "").strip())
    if "alternate" in rel and given.get("hreflang"):
        page.alternates[given["hreflang"]] = href
    elif "canonical" in rel:
        page.canonical = href
    elif href:
        page.references.append(Reference(line, href, bool(rel & REQUESTING_LINKS)))


def _read_meta(page: SitePage, given: dict[str, str], line: int) -> None:
    if given.get("name", "").lower() == "description":
        page.description = given.get("content", "").strip()
    if given.get("http-equiv", "").lower() == "refresh" and (
        target := REFRESH_URL.match(given.get("content", ""))
    ):
        page.redirect, page.leads_to = True, target[1]
        page.references.append(Reference(line, target[1], False))
    if given.get("property", "").lower() == "og:image":
        page.image = given.get("content", "").strip()
