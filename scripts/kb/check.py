"""All rules, in order: the content, and the built site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb import sitecheck, sitefiles, waivers
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
    situations,
    synonyms,
    translation,
    workshops,
)
from kb.rules import waivers as waiver_rules

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


def site(folder: Path, root: Path | None) -> list[Finding]:
    """Return all findings in a built site; `root` is the project that built it, None for another's."""
    found = sitecheck.findings(load_site(folder, root))
    return sorted(set(waivers.apply(found, root, "site"))) if root else found


def load_site(folder: Path, root: Path | None) -> sitefiles.Site:
    """Read a built site; `root` is the project that built it, None for another's."""
    return sitecheck.reader(folder, root).site
