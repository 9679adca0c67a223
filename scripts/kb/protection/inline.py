"""A page of HTML -> the policy it says, and what stands in it that a policy may forbid.

In a browser such a thing fails in silence: a script that does not run, a style that does not show.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree, html

from kb.built.markup import REQUESTING_LINKS
from kb.protection import directives

# An element that shows another file: the directives that say whence it may come.
LOADING: Final[Mapping[str, tuple[str, ...]]] = {
    "iframe": ("frame-src", "child-src"),
    "frame": ("frame-src", "child-src"),
    "object": ("object-src",),
    "embed": ("object-src",),
    "video": ("media-src",),
    "audio": ("media-src",),
}
# A script of any other type is data.
CODE: Final = frozenset({"", "module", "importmap", "speculationrules"})
JAVASCRIPT: Final = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma)script", re.IGNORECASE)
ADDRESSES: Final = ("href", "src", "action", "formaction", "data", "xlink:href")
# Browsers pass over these, in and before an address.
BLANKS: Final = re.compile(r"[\x00-\x20]")
SHOWN: Final = 60
# Looked for by lxml itself, since a page has a thousand elements and hardly one of these.
ELEMENTS: Final = " or ".join(f"self::{tag}" for tag in ("style", *LOADING))
NAMES: Final = " or ".join(f"name()='{name}'" for name in ADDRESSES)
SUSPECTS: Final = etree.XPath(
    f"//*[@style or {ELEMENTS} or self::script[not(@src)] or @*[starts-with(name(), 'on')]"
    f" or @*[contains(., ':')][{NAMES}]]"
)


@dataclass(frozen=True)
class Inline:
    """Something a policy forbids: line of the page, and what it is, as it is written there."""

    line: int
    what: str


@dataclass(frozen=True)
class Said:
    """The policy of a page: line, text, and the line of what loads something before it, or 0."""

    line: int
    text: str
    too_late: int


def policy_of(tree: html.HtmlElement) -> Said | None:
    """Return the policy that a page says in its head, if it does."""
    before = 0
    for element in tree.iterfind("./head/*"):
        if not isinstance(element.tag, str):
            continue
        name = element.get("http-equiv", "").lower()
        if element.tag == "meta" and name == "content-security-policy":
            return Said(element.sourceline or 0, element.get("content", ""), before)
        if _loads(element):
            before = before or element.sourceline or 0
    return None


def _loads(element: html.HtmlElement) -> bool:
    asked = REQUESTING_LINKS & set(element.get("rel", "").lower().split())
    return element.tag in ("script", "style") or (element.tag == "link" and bool(asked))


def forbidden(tree: html.HtmlElement, policy: Mapping[str, tuple[str, ...]]) -> Iterator[Inline]:
    """Yield what a page has that a policy does not let pass."""
    for element in cast(list[html.HtmlElement], SUSPECTS(tree)):
        yield from (Inline(element.sourceline or 0, what) for what in _of(element, policy))


def _of(element: html.HtmlElement, policy: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    tag, text = str(element.tag), element.text or ""
    scripts = directives.sources(policy, "script-src-elem", "script-src")
    if tag == "script" and element.get("src") is None and _is_code(element) and not _passes(text, scripts):
        yield f"<script> {_short(text)}"
    if tag == "style" and not _passes(text, directives.sources(policy, "style-src-elem", "style-src")):
        yield f"<style> {_short(text)}"
    if tag in LOADING and directives.sources(policy, *LOADING[tag]) in ((), ("'none'",)):
        yield f"<{tag}> {_short(element.get('src') or element.get('data') or '')}".rstrip()
    for name, value in element.attrib.items():
        yield from _attribute(tag, str(name), str(value), policy)


def _attribute(tag: str, name: str, value: str, policy: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    scripts = directives.sources(policy, "script-src-attr", "script-src")
    styles = directives.sources(policy, "style-src-attr", "style-src")
    if (
        (name == "style" and not _passes(value, styles, attribute=True))
        or (name.startswith("on") and not _passes(value, scripts, attribute=True))
        or (name in ADDRESSES and _is_script(value) and not _passes(value, scripts, attribute=True))
    ):
        yield f'<{tag} {name}="{_short(value)}">'


def _is_script(address: str) -> bool:
    return BLANKS.sub("", address).lower().startswith("javascript:")


def _is_code(script: html.HtmlElement) -> bool:
    kind = script.get("type", "").strip().lower()
    return kind in CODE or bool(JAVASCRIPT.fullmatch(kind))


def _passes(text: str, sources: tuple[str, ...] | None, *, attribute: bool = False) -> bool:
    """Tell whether sources let an inline text pass; a hash or nonce makes browsers ignore unsafe-inline."""
    if sources is None:
        return True
    hashes = [source for source in sources if source.startswith(("'sha256-", "'sha384-", "'sha512-"))]
    looked_at = not attribute or "'unsafe-hashes'" in sources
    if looked_at and any(hash_of(text, source[1:7]) == source for source in hashes):
        return True
    exact = hashes or any(source.startswith("'nonce-") for source in sources)
    return "'unsafe-inline'" in sources and not exact


def hash_of(text: str, way: str = "sha256") -> str:
    """Return the source that lets exactly this inline text pass; browsers read its line ends as \\n."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    return f"'{way}-{base64.b64encode(hashlib.new(way, plain).digest()).decode('ascii')}'"


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= SHOWN else f"{one[: SHOWN - 1]}…"
