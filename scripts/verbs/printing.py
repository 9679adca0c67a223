"""handouts: worksheets and stories as PDF and for Word, only what changed, with the progress shown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Never

from tqdm import tqdm

from kb import check, content, handouts, mount, policy, report, waivers
from kb.findings import Finding
from kb.handouts import jobs
from kb.handouts.pack import packs
from kb.nearest import meant
from kb.siteconfig import site_config
from verbs import terminal


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the asked handouts; 0 printed, 1 findings, 2 an unknown slug."""
    project = content.load(root)
    if options.only and options.only not in jobs.slugs(project):
        known = sorted(jobs.slugs(project))
        near = meant(options.only, known) or "."
        print(f"There is no handout {options.only}{near} There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    found = check.source(project) or print_all(root, project, options.only or "", options.lang or "")
    if found:
        print(terminal.line(report.as_text(found)))
        print(report.summary(found), file=sys.stderr)
        return 1
    return 0


def print_all(root: Path, project: content.Project, only: str = "", lang: str = "") -> list[Finding]:
    """Print what changed into build/handouts and return what could not be printed."""
    config = site_config(root)
    wanted: list[handouts.Printable] = list(jobs.jobs(project, config, only, lang))
    if not only:
        for each in [lang] if lang else policy.LANGUAGES:
            wanted += packs(project, config, each)
    whole = not (only or lang)  # of a part it cannot be said that a waiver is not needed
    failures = handouts.build(wanted, root / mount.HANDOUTS_BUILD, progress("handouts"), complete=whole)
    found = {finding(failure, project) for failure in failures}
    kept = waivers.apply(found, root, "handout")
    return sorted(f for f in kept if whole or f.rule != "waiver-unused")


def finding(failure: handouts.Failure, project: content.Project) -> Finding:
    """Say where in the source the text stands that cannot be printed."""
    meta, error = failure.job.meta, failure.error
    page = jobs.source_page(meta, error.anchor, project)
    lines = {heading.id: heading.line for heading in page.outline.headings}
    return Finding(page.path, lines.get(error.anchor, page.body_line), "handout", error.detail)


def progress(what: str) -> Callable[[int, int, str], None]:
    """Return a progress bar on a terminal, plain lines elsewhere; silence when nothing is to be done.

    what: what the files are called.
    """
    bar: list[tqdm[Never]] = []

    def show(done: int, total: int, name: str) -> None:
        if not total:
            return
        if not sys.stderr.isatty():
            if done in (0, total):
                print(f"{what}: {done} of {total}", file=sys.stderr, flush=True)
            return
        if not bar:
            bar.append(tqdm(total=total, unit="file", desc=what, leave=False))
        bar[0].update(done - bar[0].n)
        if done == total:
            bar[0].close()

    return show
