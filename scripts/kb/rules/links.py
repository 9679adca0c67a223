"""Does every link between pages, every anchor and every picture exist?"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb import policy
from kb.anchors import anchors
from kb.content import Page, Project
from kb.findings import Finding
from kb.outline import Link

OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LANGUAGE = re.compile(r"\.(?:" + "|".join(policy.LANGUAGES) + r")\.md$")


def find(project: Project) -> Iterator[Finding]:
    """Yield dead, absolute or language-bound links and pictures without text or file."""
    for page in project.pages:
        for link in page.outline.links:
            if link.picture:
                yield from _picture(link, page, project)
            elif not OUTSIDE.match(link.target):
                yield from _link(link, page, project)


def _link(link: Link, page: Page, project: Project) -> Iterator[Finding]:
    path, _, anchor = unquote(link.target).partition("#")
    if not link.target:
        yield Finding(page.path, link.line, "link-page", f"[{link.text}]() has no target")
        return
    if path.startswith("/"):
        yield Finding(page.path, link.line, "link-absolute", link.target)
        return
    if LANGUAGE.search(path):
        yield Finding(page.path, link.line, "link-language", link.target)
        return
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    target = project.pairs.get(name)
    if target is None:
        if not _is_file(name, project):
            yield Finding(page.path, link.line, "link-page", _with_guess(link.target, name, project))
    elif anchor and page.lang in target.pages:
        ids = anchors(target.pages[page.lang], project)
        if anchor not in ids:
            yield Finding(page.path, link.line, "link-anchor", _anchor_guess(link.target, anchor, ids))


def _is_file(name: str, project: Project) -> bool:
    """Tell whether a link leads to a plain file below docs/ (a picture, a document)."""
    path = project.root / "docs" / name
    return not name.endswith(".md") and not name.startswith("..") and path.is_file()


def _with_guess(target: str, name: str, project: Project) -> str:
    near = difflib.get_close_matches(name, project.pairs, n=1, cutoff=0.75)
    return f"{target}; did you mean {near[0]}?" if near else target


def _anchor_guess(target: str, anchor: str, ids: set[str]) -> str:
    near = difflib.get_close_matches(anchor, sorted(ids), n=1, cutoff=0.6)
    return f"{target}; did you mean #{near[0]}?" if near else target


def _picture(link: Link, page: Page, project: Project) -> Iterator[Finding]:
    if not link.text.strip():
        yield Finding(page.path, link.line, "picture-text", link.target)
    if OUTSIDE.match(link.target):
        return
    folder = posixpath.dirname(page.name)
    name = posixpath.normpath(posixpath.join(folder, unquote(link.target)))
    if not _is_file(name, project):
        yield Finding(page.path, link.line, "picture", link.target)
