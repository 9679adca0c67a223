"""fresh: which English pages no longer follow their Hebrew, what changed there, and stamping them again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kb import changes, content, stamps
from kb.nearest import meant
from verbs import history, terminal
from verbs.checking import below

NO_STAMP = "It was never stamped: read the whole page in both languages."
NO_HISTORY = "Git is not here to say what the Hebrew was: read the whole page in both languages."
NOT_FOUND = "The Hebrew it follows was never committed: read the whole page in both languages."
EMPTY_LINES = "Only empty lines have come or gone."
BEGINNING = "the beginning"


def run(root: Path, options: argparse.Namespace) -> int:
    """Show stale pages and what changed (0 none, 1 some), or stamp those of --accept; 2 for unknown paths."""
    project = content.load(root)
    named = [below(root, path) for path in options.accept or options.paths]
    pages = [page for page in project.pages if page.lang != "he" and _wanted(page.path, named)]
    if not options.accept:  # to look, one may name either half
        halves = {page.name for page in project.pages if _wanted(page.path, named)}
        pages = [page for page in project.pages if page.lang != "he" and page.name in halves]
    if not pages:
        near = meant(named[0], [page.path for page in project.pages if page.lang != "he"], alike=0.85)
        print(f"There is no English page at {', '.join(named)}{near or '.'}", file=sys.stderr)
        return 2
    if options.accept:
        return _accept(root, project, pages)
    stale = [page for page in stamps.stale_pages(project) if page in pages]
    for page in stale:
        print("\n".join(_changed(root, page, project)))
    print(f"{len(pages) - len(stale)} of {len(pages)} English pages follow their source.", file=sys.stderr)
    return 1 if stale else 0


def _changed(root: Path, page: content.Page, project: content.Project) -> Iterator[str]:
    """Yield what a translator has to read again: section by section, - what was and + what is."""
    source, stamp = project.pairs[page.name].pages["he"], page.meta.get("source")
    yield f"{page.path}: follows {stamp or 'no stamp'}, {source.path} is now {source.stamp}"
    old = history.body(root, source.path, str(stamp)) if stamp else None
    if old is None:
        kept = history.is_kept(root)
        yield f"  {NO_STAMP if not stamp else NOT_FOUND if kept else NO_HISTORY}"
        return
    found = changes.changes(old, source.body)
    if not found:
        yield f"  {EMPTY_LINES}"
    for change in found:
        name = f"#{change.section}" if change.section else BEGINNING
        yield f"  {terminal.line(name)}: {change.kind}"
        for sign, text in change.lines:
            yield from terminal.paragraph(text, f"    {sign} ")


def _accept(root: Path, project: content.Project, pages: list[content.Page]) -> int:
    unreadable = [page for page in pages if not page.meta]
    for page in unreadable:
        print(f"{page.path}: not stamped; check says what is wrong with its front matter", file=sys.stderr)
    for page in pages:
        if stamps.accept(root, page, project):
            print(f"{page.path}: stamped")
    return 1 if unreadable else 0


def _wanted(path: str, asked: list[str]) -> bool:
    return not asked or any(path == p or path.startswith(f"{p}/") or p == "." for p in asked)
