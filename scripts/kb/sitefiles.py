"""A built site -> records: pages with their ids, links, requests and language marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import etree, html

CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""", re.IGNORECASE)
SRCSET_URL = re.compile(r"\s*(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")
REFRESH_URL = re.compile(r"""^\s*[\d.]*\s*[;,]\s*(?:url\s*=)?\s*['"]?([^'"\s]+)""", re.IGNORECASE)
REQUESTING_LINKS = {
    "stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon", "manifest",
    "preconnect", "dns-prefetch", "prefetch",
}  # fmt: skip
MEDIA = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"} | {
    "audio": "src", "embed": "src", "track": "src", "object": "data", "input": "src",
    "image": "href", "use": "href",
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
    image: str = ""
    readable: bool = True
    redirect: bool = False
    ids: list[tuple[int, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)

    @cached_property
    def id_set(self) -> set[str]:
        """Return the ids, and names of old, that a link may lead to."""
        return {ident for _, ident in self.ids} | self.names


@dataclass
class Site:
    """A folder of built files. `base` is the address it is made for, ending in a slash, or ""."""

    root: Path
    base: str
    files: set[str]
    pages: dict[str, SitePage]
    styles: dict[str, list[str]]

    def locate(self, page: str, url: str) -> tuple[str, str] | None:
        """Return (file, anchor) for an address on this site, None for one elsewhere or not a file.

        A path that leaves the folder the site is made for comes back with a slash before it: no file.
        """
        parts, base = split(url), split(self.base)
        path = unquote(parts.path)
        if parts.scheme or parts.netloc:
            ours = base.netloc == parts.netloc and parts.scheme in ("", "http", "https")
            if not ours or not f"{path}/".startswith(self.base_path):
                return None
        elif not path:
            return page, unquote(parts.fragment)
        elif not path.startswith("/"):
            path = f"{self.base_path}{page.rpartition('/')[0]}/{path}"
        steps, above = _walk(path), _walk(self.base_path)
        if steps[: len(above)] != above:
            return f"/{'/'.join(steps)}", unquote(parts.fragment)
        name = "/".join(steps[len(above) :])
        if path.endswith(("/", "/.", "/..")) or not name:
            name = f"{name}/index.html" if name else "index.html"
        return name, unquote(parts.fragment)

    def page_at(self, page: str, url: str) -> SitePage | None:
        """Return the page of this site that an address on a page leads to, if any."""
        located = self.locate(page, url)
        name = located[0] if located else ""
        return self.pages.get(name) or self.pages.get(f"{name}/index.html")

    @cached_property
    def base_path(self) -> str:
        """Return the path part of the site's address, with a slash at both ends."""
        return split(self.base).path or "/"


def split(url: str) -> SplitResult:
    """Split an address; one that is malformed becomes a path, which leads nowhere."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _walk(path: str) -> list[str]:
    """Return a path's steps as a browser takes them: .. above the root stays at the root."""
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
    return list(_css_urls(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))


def _css_urls(text: str) -> Iterator[str]:
    for a, b in CSS_URL.findall(text):
        url = (a or b).strip()
        if not url.lower().startswith(("data:", "#")):
            yield url


def read_page(path: Path, name: str) -> SitePage:
    """Read one HTML file; an empty or unreadable one is marked so."""
    page = SitePage(name)
    try:
        data = path.read_bytes()
        data.decode("utf-8")
        tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, UnicodeDecodeError):
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
    if tag == "a" and element.get("name"):
        page.names.add(element.get("name", ""))
    if tag in ("a", "area") and element.get("href") is not None:
        page.references.append(Reference(line, element.get("href", "").strip(), False))
    elif tag == "link":
        _read_link(page, element, line)
    elif tag == "meta":
        _read_meta(page, element, line)
    elif tag in MEDIA:
        url = element.get(MEDIA[tag]) or element.get("xlink:href") or ""
        if url.strip():
            page.references.append(Reference(line, url.strip(), True))
    for url in _more(element):
        page.references.append(Reference(line, url, True))


def _more(element: html.HtmlElement) -> Iterator[str]:
    """Yield addresses in srcset, poster, style attributes and style elements."""
    for name in ("srcset", "imagesrcset"):
        for url in SRCSET_URL.findall(element.get(name, "")):
            if not url.lower().startswith("data:"):
                yield url
    if element.get("poster"):
        yield element.get("poster", "").strip()
    yield from _css_urls(element.get("style", ""))
    if element.tag == "style":
        yield from _css_urls(element.text or "")


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


def _read_meta(page: SitePage, element: html.HtmlElement, line: int) -> None:
    if element.get("name", "").lower() == "description":
        page.description = element.get("content", "").strip()
    if element.get("property", "").lower() == "og:image":
        page.image = element.get("content", "").strip()
    if element.get("http-equiv", "").lower() == "refresh":
        page.redirect = True
        if target := REFRESH_URL.match(element.get("content", "")):
            page.references.append(Reference(line, target[1], False))
