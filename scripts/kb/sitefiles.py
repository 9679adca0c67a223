"""A built site -> records: pages with their ids, links, requests and language marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""")
REQUESTING_LINKS = {
    "stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon", "manifest",
    "preconnect", "dns-prefetch", "prefetch",
}  # fmt: skip
MEDIA = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"} | {
    "audio": "src", "embed": "src", "track": "src", "object": "data", "input": "src",
}  # fmt: skip


@dataclass(frozen=True)
class Reference:
    """An address named by a page: line of the page, address as written, and whether it is fetched."""

    line: int
    url: str
    fetched: bool


@dataclass
class SitePage:
    """One HTML file of the site. `path` is below the site's root, with forward slashes."""

    path: str
    lang: str = ""
    direction: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    readable: bool = True
    redirect: bool = False
    ids: list[tuple[int, str]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)

    @cached_property
    def id_set(self) -> set[str]:
        """Return the ids a link may lead to."""
        return {ident for _, ident in self.ids}


@dataclass
class Site:
    """A folder of built files. `base` is the address it is made for, ending in a slash, or ""."""

    root: Path
    base: str
    files: set[str]
    pages: dict[str, SitePage]
    styles: dict[str, list[str]]

    def locate(self, page: str, url: str) -> tuple[str, str] | None:
        """Return (file, anchor) for an address on this site, None for one elsewhere or not a file."""
        if self.base and (url + "/").startswith(self.base):
            url = "/" + url[len(self.base) :]
        elif self.base and url.startswith(self.base_path) and self.base_path != "/":
            url = "/" + url[len(self.base_path) :]
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if not path:
            return page, unquote(parts.fragment)
        whole = path if path.startswith("/") else f"/{page.rpartition('/')[0]}/{path}"
        name = "/".join(_walk(whole))
        if path.endswith(("/", "/.", "/..")) or path in {".", ".."} or not name:
            name = f"{name}/index.html" if name else "index.html"
        return name, unquote(parts.fragment)

    @cached_property
    def base_path(self) -> str:
        """Return the path part of the site's address."""
        return urlsplit(self.base).path or "/"


def _walk(path: str) -> list[str]:
    out: list[str] = []
    for part in path.split("/"):
        if part == "..":
            out = out[:-1]
        elif part not in ("", "."):
            out.append(part)
    return out


def load(root: Path, base: str = "") -> Site:
    """Read every HTML and CSS file below a folder."""
    files = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    pages = {name: read_page(root / name, name) for name in sorted(files) if name.endswith(".html")}
    styles = {name: _style_urls(root / name) for name in sorted(files) if name.endswith(".css")}
    base = base or (pages["index.html"].canonical if "index.html" in pages else "")
    return Site(root, base if not base or base.endswith("/") else f"{base}/", files, pages, styles)


def _style_urls(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [a or b for a, b in CSS_URL.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))]
    return [url for url in found if not url.startswith(("data:", "#"))]


def read_page(path: Path, name: str) -> SitePage:
    """Read one HTML file; an empty or unreadable one is marked so."""
    page = SitePage(name)
    try:
        tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        page.readable = False
        return page
    page.lang, page.direction = tree.get("lang", ""), tree.get("dir", "")
    page.title = (tree.findtext(".//head/title") or "").strip()
    for element in tree.iter(etree.Element):
        _read_element(page, element)
    return page


def _read_element(page: SitePage, element: html.HtmlElement) -> None:
    tag, line = element.tag, element.sourceline or 0
    if not isinstance(tag, str):
        return
    if ident := element.get("id"):
        page.ids.append((line, ident))
    if tag == "a" and element.get("href") is not None:
        page.references.append(Reference(line, element.get("href", "").strip(), False))
        if element.get("name"):
            page.ids.append((line, element.get("name", "")))
    elif tag == "link":
        _read_link(page, element, line)
    elif tag == "meta":
        _read_meta(page, element)
    elif tag in MEDIA and element.get(MEDIA[tag]):
        page.references.append(Reference(line, element.get(MEDIA[tag], "").strip(), True))
    for url in _more(element):
        page.references.append(Reference(line, url, True))


def _more(element: html.HtmlElement) -> Iterator[str]:
    """Yield addresses in srcset, poster, style attributes and style elements."""
    for part in element.get("srcset", "").split(","):
        if part.strip():
            yield part.split()[0]
    if element.get("poster"):
        yield element.get("poster", "")
    text = element.get("style", "") + ((element.text or "") if element.tag == "style" else "")
    if "url(" in text or "@import" in text:
        for a, b in CSS_URL.findall(text):
            if not (a or b).startswith(("data:", "#")):
                yield a or b


def _read_link(page: SitePage, element: html.HtmlElement, line: int) -> None:
    rel = set(element.get("rel", "").lower().split())
    href = element.get("href", "").strip()
    if "alternate" in rel and element.get("hreflang"):
        page.alternates[element.get("hreflang", "")] = href
    elif "canonical" in rel:
        page.canonical = href
    elif rel & REQUESTING_LINKS:
        page.references.append(Reference(line, href, True))
    elif href:
        page.references.append(Reference(line, href, False))


def _read_meta(page: SitePage, element: html.HtmlElement) -> None:
    if element.get("name", "").lower() == "description":
        page.description = element.get("content", "").strip()
    if element.get("http-equiv", "").lower() == "refresh":
        page.redirect = True
