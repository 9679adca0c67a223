"""Files that list a site's addresses -> references: sitemaps, feeds, manifests, robots.txt, search indexes.

Also drawings (SVG), which may show or lead to other files. A file that is not what its name says is
marked unreadable, one of an unknown kind is None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from kb.built import styles
from kb.built.markup import line_of
from kb.built.records import Reference, SiteFile

XLINK: Final = "{http://www.w3.org/1999/xlink}href"
KINDS: Final = {"urlset": "sitemap", "sitemapindex": "sitemap", "rss": "feed", "feed": "feed", "RDF": "feed"}
SITEMAP: Final = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE)


def read_xml(data: bytes, name: str) -> SiteFile | None:
    """Return what a sitemap, a sitemap index, a feed or a drawing names."""
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return SiteFile(name, "xml", readable=False)
    root = etree.QName(tree).localname
    if root == "svg":
        ids = frozenset(e.get("id", "") for e in tree.iter(etree.Element))
        return SiteFile(name, "svg", list(_drawn(tree)), ids)
    if root in KINDS:
        listed = frozenset((element.text or "").strip() for element in tree.iter("{*}loc"))
        return SiteFile(name, KINDS[root], [one for one in _listed(tree) if one.url], listed=listed)
    return None


def _listed(tree: etree._Element) -> Iterator[Reference]:
    """Yield the addresses in a sitemap's, RSS's or Atom's own elements."""
    for element in tree.iter(etree.Element):
        tag, line = etree.QName(element).localname, line_of(element)
        text = (element.text or "").strip()
        permanent = tag == "guid" and element.get("isPermaLink", "true") == "true"
        if tag == "loc" or permanent or (tag == "link" and text):
            yield Reference(line, text, False)
        elif tag == "link" and element.get("rel") != "self":
            yield Reference(line, element.get("href", "").strip(), False)
        elif tag in ("enclosure", "content", "thumbnail"):
            yield Reference(line, (element.get("url") or element.get("src") or "").strip(), False)


def _drawn(tree: etree._Element) -> Iterator[Reference]:
    for element in tree.iter(etree.Element):
        line, tag = line_of(element), etree.QName(element).localname
        href = (element.get("href") or element.get(XLINK) or "").strip()
        if href and not href.startswith("data:"):
            yield Reference(line, href, tag != "a")
        for text in (element.get("style", ""), (element.text or "") if tag == "style" else ""):
            yield from (Reference(line, url, True) for _, url in styles.addresses(text))


def read_manifest(data: bytes, name: str) -> SiteFile:
    """Return what a web app manifest names: icons, pictures, and where it starts."""
    try:
        text = data.decode("utf-8")
        given = json.loads(text)
    except ValueError:
        return SiteFile(name, "manifest", readable=False)
    found = [Reference(_line(text, url), url, fetched) for url, fetched in _named(given)]
    return SiteFile(name, "manifest", found)


def _named(given: Any) -> Iterator[tuple[str, bool]]:
    if not isinstance(given, dict):
        return
    for key, fetched in (("start_url", False), ("scope", False), ("url", False), ("src", True)):
        if isinstance(given.get(key), str):
            yield given[key], fetched
    for key in ("icons", "screenshots", "shortcuts"):
        for inner in given.get(key) or ():
            yield from _named(inner)


def _line(text: str, url: str) -> int:
    at = text.find(f'"{url}"')
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def read_robots(data: bytes, name: str) -> SiteFile:
    """Return the sitemaps that robots.txt names."""
    rows = data.decode("utf-8", errors="replace").splitlines()
    found = [(number, SITEMAP.match(row)) for number, row in enumerate(rows, start=1)]
    return SiteFile(name, "robots", [Reference(at, match[1], False) for at, match in found if match])


def read_index(data: bytes, name: str) -> SiteFile:
    """Return the addresses that a search index leads to: MkDocs' own, or this project's.

    They stand below the folder above the index's.
    """
    try:
        text = data.decode("utf-8")
        given = json.loads(text[text.index("{") : text.rindex("}") + 1])
        urls = list(_indexed(given))
    except (ValueError, LookupError, TypeError, AttributeError):
        return SiteFile(name, "index", readable=False)
    return SiteFile(name, "index", [Reference(0, f"../{url}", False) for url in dict.fromkeys(urls)])


def _indexed(given: dict[str, Any]) -> Iterator[str]:
    for doc in given.get("docs", ()):
        yield doc["location"]
    pages = [page[0] for page in given.get("pages", ())]
    yield from pages
    for number, anchor, *_ in given.get("sections", ()):
        yield f"{pages[number]}#{anchor}" if anchor else pages[number]
