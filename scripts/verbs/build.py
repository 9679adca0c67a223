"""build: check the content, print handouts, build both languages, pack copies, check the site, swap it in."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from kb import check, content, packed, report, robots, siteconfig
from kb.findings import Finding
from kb.offline import archive, worker
from kb.protection import headers
from verbs import drawing, mkdocs_run, printing, terminal

NEW = "build/site-new"
OLD = "build/site-old"


def run(root: Path, options: argparse.Namespace) -> int:
    """Leave a checked site in site/; on any fault leave the last good one as it was."""
    mend(root / "site", root / OLD)
    project = content.load(root)
    print("1 of 5: checking the content", flush=True)
    if _findings(check.source(project)):
        return 1
    print("2 of 5: printing handouts, drawing picture cards", flush=True)
    if _findings(printing.print_all(root, project) + drawing.draw_all(root, project)):
        return 1
    print("3 of 5: building both languages", flush=True)
    fresh = root / NEW
    shutil.rmtree(fresh, ignore_errors=True)
    if not mkdocs_run.build(root, fresh):
        print("The build failed; site/ is as it was.", file=sys.stderr)
        return 1
    print("4 of 5: packing the copy to download, and small copies to send", flush=True)
    complete(fresh, root, project)
    print("5 of 5: checking the site", flush=True)
    if _findings(check.site(fresh, root)):
        return 1
    try:
        swap(fresh, root / "site", root / OLD)
    except OSError as error:
        print(f"site/ is as it was: it could not be replaced ({error}). Close what uses it.", file=sys.stderr)
        return 1
    pages = len(list((root / "site").rglob("*.html")))
    print(f"site/ is ready: {pages} pages.")
    return 0


def complete(fresh: Path, root: Path, project: content.Project) -> None:
    """Add what is made of the whole site; the small copies come last, so that everything has one."""
    config = siteconfig.site_config(root)
    base = siteconfig.site_address(config)
    archive.publish(fresh, siteconfig.site_name(config, "en"), base)
    robots.write(fresh, base)
    drawing.publish(root, project, fresh)
    worker.write(fresh)
    headers.write(fresh)
    packed.pack(fresh)


def _findings(found: list[Finding]) -> bool:
    """Print findings if there are any, and tell whether there are."""
    if found:
        print(terminal.line(report.as_text(found)))
        print(report.summary(found) + " Nothing was written.", file=sys.stderr)
    return bool(found)


def swap(fresh: Path, place: Path, old: Path) -> None:
    """Put a finished folder in the place of another by renaming, so that neither is ever half there."""
    mend(place, old)
    if place.exists():
        place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        mend(place, old)
        raise
    shutil.rmtree(old, ignore_errors=True)


def mend(place: Path, old: Path) -> None:
    """Put the last good folder back if a swap was broken off between its two renamings."""
    if old.exists() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)
