"""All rules, in order: the content, and the built site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb import sitefiles, waivers
from kb.content import Project
from kb.findings import Finding
from kb.rules import (
    addresses,
    allowed_links,
    avoided,
    blocks,
    brought,
    citations,
    course,
    doubled,
    facts,
    front,
    headings,
    invisible,
    latinedges,
    links,
    linksyntax,
    mentions,
    navigation,
    numerals,
    pairs,
    punctuation,
    selfchecks,
    site_alternates,
    site_cards,
    site_foreign,
    site_links,
    site_pages,
    site_policy,
    site_weight,
    situations,
    synonyms,
    translation,
    workshops,
)
from kb.rules import waivers as waiver_rules
from kb.siteconfig import site_address, site_config

SOURCE_RULES = (
    front,
    pairs,
    numerals,
    headings,
    links,
    linksyntax,
    brought,
    blocks,
    selfchecks,
    facts,
    doubled,
    mentions,
    citations,
    avoided,
    punctuation,
    invisible,
    latinedges,
    situations,
    course,
    workshops,
    synonyms,
    allowed_links,
    navigation,
    addresses,
    translation,
    waiver_rules,
)
SITE_RULES = (site_pages, site_links, site_alternates, site_foreign, site_policy, site_weight, site_cards)


def source(project: Project, only: Iterable[str] = ()) -> list[Finding]:
    """Return all findings in the content, or those below the paths in `only` ("." is all)."""
    found = list(project.faults)
    for rule in SOURCE_RULES:
        found += rule.find(project)
    found = waivers.apply(found, project.root, "source")
    wanted = [path.rstrip("/") for path in only]
    if wanted and "." not in wanted:
        found = [f for f in found if any(f.path == p or f.path.startswith(f"{p}/") for p in wanted)]
    return sorted(set(found))


def site(folder: Path, root: Path) -> list[Finding]:
    """Return all findings in a built site; `root` is the project whose settings it was built with."""
    built = load_site(folder, root)
    if not built.pages:
        return [Finding(folder.as_posix(), 0, "site-missing", "")]
    found: list[Finding] = []
    for rule in SITE_RULES:
        found += rule.find(built)
    return sorted(set(waivers.apply(found, root, "site")))


def load_site(folder: Path, root: Path) -> sitefiles.Site:
    """Read a built site; `root` is the project whose settings it was built with."""
    return sitefiles.load(folder, _base(root))


def _base(root: Path) -> str:
    """Return the address the site is made for, as mkdocs.yml or SITE_URL says."""
    if not (root / "mkdocs.yml").exists():
        return ""
    return site_address(site_config(root))
