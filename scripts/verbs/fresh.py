"""fresh: which English pages no longer follow their Hebrew source, and stamping those that do again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb import content, stamps
from kb.nearest import meant
from verbs.checking import below


def run(root: Path, options: argparse.Namespace) -> int:
    """List stale pages (0 none, 1 some), or stamp the ones named by --accept."""
    project = content.load(root)
    stale = stamps.stale_pages(project)
    if options.accept:
        return _accept(root, project, [below(root, path) for path in options.accept])
    for page in stale:
        source = project.pairs[page.name].pages["he"]
        stamp = page.meta.get("source") or "no stamp"
        print(f"{page.path}: follows {stamp}, {source.path} is now {source.stamp}")
    total = sum(1 for page in project.pages if page.lang != "he")
    print(f"{total - len(stale)} of {total} English pages follow their source.", file=sys.stderr)
    return 1 if stale else 0


def _accept(root: Path, project: content.Project, paths: list[str]) -> int:
    pages = [p for p in project.pages if p.lang != "he" and _wanted(p.path, paths)]
    if not pages:
        near = meant(paths[0], [page.path for page in project.pages if page.lang != "he"], alike=0.85)
        print(f"There is no English page at {', '.join(paths)}{near or '.'}", file=sys.stderr)
        return 2
    unreadable = [page for page in pages if not page.meta]
    for page in unreadable:
        print(f"{page.path}: not stamped; check says what is wrong with its front matter", file=sys.stderr)
    for page in pages:
        if stamps.accept(root, page, project):
            print(f"{page.path}: stamped")
    return 1 if unreadable else 0


def _wanted(path: str, paths: list[str]) -> bool:
    return any(path == p or path.startswith(f"{p}/") or p == "." for p in paths)
