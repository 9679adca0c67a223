"""Does the navigation reach every page, and only pages that exist?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb import siteconfig
from kb.content import Project
from kb.findings import Finding
from kb.nearest import meant

ALONE = {"index.md"}


def find(project: Project) -> Iterator[Finding]:
    """Yield pages that mkdocs.yml leaves out of nav and entries of nav that are no page."""
    path = project.root / siteconfig.CONFIG
    if not path.exists():
        return
    config, faults = siteconfig.read(project.root)
    yield from faults
    if faults:
        return
    named = set(_targets(config.get("nav")))
    lines = path.read_text(encoding="utf-8").split("\n")
    for name in sorted(project.pairs.keys() - named - ALONE):
        page = next(iter(project.pairs[name].pages.values()))
        yield Finding(page.path, 0, "nav", name)
    for name in sorted(named - project.pairs.keys()):
        line = next((i for i, text in enumerate(lines, start=1) if name in text), 0)
        yield Finding(siteconfig.CONFIG, line, "link-page", f"{name}{meant(name, project.pairs, alike=0.75)}")


def _targets(nav: Any) -> Iterator[str]:
    if isinstance(nav, str) and "://" not in nav:
        yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _targets(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _targets(item)
