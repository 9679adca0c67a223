"""Does every link between pages, every anchor and every picture exist?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import siteconfig
from kb.anchors import anchors
from kb.content import Page, Project
from kb.findings import Finding
from kb.nearest import meant
from kb.outline import Link
from kb.resolving import Names, Target, resolve

# What a target is -> the rule that says so.
RULE_OF = {
    "missing": "link-page",
    "case": "link-case",
    "absolute": "link-absolute",
    "language": "link-language",
    "malformed": "link-malformed",
}


def find(project: Project) -> Iterator[Finding]:
    """Yield dead, malformed, absolute or language-bound links and pictures without text or file."""
    names = _names(project)
    for page in project.pages:
        for link in page.outline.links:
            target = resolve(link.target, page.name, names)
            if link.picture:
                yield from _picture(link, page, target)
            else:
                yield from _link(link, page, target, project)


def _names(project: Project) -> Names:
    """Return what links may lead to; the site's address counts as mkdocs.yml and as SITE_URL have it."""
    config = siteconfig.site_config(project.root) if (project.root / siteconfig.CONFIG).exists() else {}
    bases = {siteconfig.site_address(config), siteconfig.written_address(config)}
    return Names.of(project.pairs, project.files, sorted(bases))


def _link(link: Link, page: Page, target: Target, project: Project) -> Iterator[Finding]:
    if not link.target:
        yield Finding(page.path, link.line, "link-page", f"[{link.text}]() has no target")
    elif target.kind in RULE_OF:
        yield Finding(page.path, link.line, RULE_OF[target.kind], _said(link, target))
    elif target.kind == "page" and target.anchor:
        other = project.pairs[target.name].pages.get(page.lang)
        ids = anchors(other, project) if other else {target.anchor}
        if target.anchor not in ids:
            yield Finding(page.path, link.line, "link-anchor", _anchor_guess(link.target, target.anchor, ids))


def _said(link: Link, target: Target) -> str:
    """Return the target as it stands there, and how it may have been meant."""
    return f"{link.target}; did you mean {target.guess}?" if target.guess else link.target


def _anchor_guess(target: str, anchor: str, ids: set[str]) -> str:
    return f"{target}{meant(anchor, ids, '#')}"


def _picture(link: Link, page: Page, target: Target) -> Iterator[Finding]:
    if not link.text.strip():
        yield Finding(page.path, link.line, "picture-text", link.target)
    if target.kind in ("case", "malformed"):
        yield Finding(page.path, link.line, RULE_OF[target.kind], _said(link, target))
    elif target.kind not in ("file", "outside"):
        yield Finding(page.path, link.line, "picture", _said(link, target))
