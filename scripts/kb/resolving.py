"""What a link as written leads to: pure, from the name of its page and the names there are.

Names are compared as they are listed and never by asking the disk: a disk that knows no difference
between Case and case (Windows, macOS) would let through what the published site does not find.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from kb import policy
from kb.nearest import nearest

SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):|//", re.IGNORECASE)
LANGUAGE: Final = re.compile(r"\.(?:" + "|".join(policy.LANGUAGES) + r")\.md$")
WEB_SCHEMES: Final = ("http", "https")
SCHEMES: Final = (*WEB_SCHEMES, "mailto", "tel")
# Not misspelt: another rule says that they have no place on a page.
RUNNING: Final = ("javascript", "vbscript", "data")
MAIL: Final = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+")
# More slips than these in one address are no slips.
SLIPS: Final = 3
# A server's name without https: before it; "md" and "yml" are endings of our own files.
SERVER: Final = re.compile(
    r"(?:www\.[^\s/]+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|il|uk|eu))(?:[/?#:].*)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Names:
    """What a link may lead to: names of pages without a language, and of plain files below docs/.

    bases: the addresses the site is published at, each ending in a slash.
    """

    pages: frozenset[str]
    files: frozenset[str]
    bases: tuple[str, ...]
    folded: Mapping[str, str]

    @classmethod
    def of(cls, pages: Iterable[str], files: Iterable[str], bases: Iterable[str] = ()) -> Names:
        """Return the names, with a way from any spelling in capitals to the listed one."""
        pages, files = frozenset(pages), frozenset(files)
        folded = {name.casefold(): name for name in sorted(pages | files)}
        return cls(pages, files, tuple(base for base in bases if base), folded)


@dataclass(frozen=True)
class Target:
    """Where a link leads. kind: outside, malformed, absolute, language, case, page, file or missing.

    name: the page or file, the right one too where another was written; anchor: after the sign #;
    guess: how the target may have been meant, written as the author would.
    """

    kind: str
    name: str = ""
    anchor: str = ""
    guess: str = ""


def resolve(target: str, page: str, names: Names) -> Target:
    """Return where a target leads that is written on the page of that name; never raises."""
    for base in names.bases:
        if (below := _below(target, base)) is not None:
            return Target("absolute", guess=_relative(below, page, names))
    if meant := misspelt(target):
        return Target("malformed", guess=meant.strip())
    if SCHEME.match(target):
        return Target("outside")
    path, _, anchor = unquote(target).partition("#")
    if path.startswith("/"):
        return Target("absolute", guess=_relative(target, page, names))
    if LANGUAGE.search(path):
        return Target("language")
    if not path:
        return Target("page", page, anchor)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return _named(name, anchor, page, names)


def _below(target: str, base: str) -> str | None:
    """Return what follows the site's own address, by either protocol or none; None for another site."""
    bare = base.partition(":")[2]
    given = re.sub(r"^https?:", "", target, flags=re.IGNORECASE)
    if given.casefold().startswith(bare.casefold()):
        return given[len(bare) :]
    return "" if given.casefold() == bare.casefold().rstrip("/") else None


def _relative(address: str, page: str, names: Names) -> str:
    """Return a published address as an author writes it on a page; "" if no page stands there."""
    path, _, anchor = unquote(address).partition("#")
    parts = [part for part in path.removesuffix("index.html").split("/") if part]
    if parts and parts[0] in policy.LANGUAGES:
        del parts[0]
    inner = "/".join(parts)
    for name in (inner, f"{inner}.md", posixpath.join(inner, "index.md")):
        if name in names.pages:
            return as_written(name, anchor, page)
    return ""


def _named(name: str, anchor: str, page: str, names: Names) -> Target:
    if name in names.pages:
        return Target("page", name, anchor)
    if name in names.files:
        return Target("file", name, anchor)
    listed = names.folded.get(name.casefold())
    if listed:
        return Target("case", listed, anchor, as_written(listed, anchor, page))
    near = _nearest(name, names)
    return Target("missing", name, anchor, as_written(near, anchor, page) if near else "")


def _nearest(name: str, names: Names) -> str:
    """Return the page that was meant: written without its ending, or nearly spelt so; "" for none."""
    for whole in (f"{name}.md", f"{name}/index.md", f"{name.removesuffix('.md')}/index.md"):
        if whole.casefold() in names.folded:
            return names.folded[whole.casefold()]
    among = names.pages if posixpath.splitext(name)[1] in ("", ".md") else names.files
    return nearest(name, among, alike=0.75)


def as_written(name: str, anchor: str, page: str) -> str:
    """Return a target as an author writes it on a page: relative, with its anchor."""
    path = posixpath.relpath(name, posixpath.dirname(page) or ".")
    return f"{path}#{anchor}" if anchor else path


def misspelt(target: str) -> str:
    """Return how a malformed address may have been meant, a blank where nobody knows; "" if it is well."""
    meant = target
    for _ in range(SLIPS + 1):
        further = _mended_once(meant)
        if not further:
            return "" if meant == target else meant
        if further == " ":
            break
        meant = further
    return " "


def _mended_once(target: str) -> str:
    """Return the same with one slip mended."""
    if "\\" in target:
        return target.replace("\\", "/")
    scheme = SCHEME.match(target)
    if scheme is None:
        if MAIL.fullmatch(target):
            return f"mailto:{target}"
        if slip := re.match(r"(https?):?/*/(?=\w)", target, re.IGNORECASE):
            return f"{slip[1].lower()}://{target[slip.end() :]}"
        return f"https://{target}" if SERVER.fullmatch(target) else ""
    return _misspelt_scheme(target, (scheme[1] or "https").lower())


def _misspelt_scheme(target: str, scheme: str) -> str:
    """Return the same of an address that begins with a name and a colon, or with //."""
    rest = target.partition(":")[2].lstrip("/") if not target.startswith("//") else target[2:]
    if scheme in RUNNING:
        return ""
    if scheme not in SCHEMES:
        if near := nearest(scheme, SCHEMES):
            return f"{near}://{rest}" if near in WEB_SCHEMES else f"{near}:{rest}"
        return f"https://{target}" if SERVER.fullmatch(target) else " "
    if scheme == "mailto":
        return "" if MAIL.fullmatch(rest.partition("?")[0]) else " "
    if scheme not in WEB_SCHEMES:
        return ""
    if not re.match(r"(?:https?:)?//[^/]", target, re.IGNORECASE):
        return f"{scheme}://{rest}" if rest else " "
    return _misspelt_server(target)


def _misspelt_server(target: str) -> str:
    """Return the same of an address whose beginning is right."""
    if doubled := re.match(r"https?:/*(https?:/*.+)", target, re.IGNORECASE):
        return doubled[1]
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
        named = "." in host or (bool(host) and parts.port is not None)
    except ValueError:  # a port that is no number, a bracket that is not closed
        return " "
    return "" if named and ".." not in parts.netloc else " "
