"""pack: a workshop's whole print set as one PDF, for as many people as will come."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb import check, content, mount, policy, report
from kb.findings import Finding
from kb.handouts import build
from kb.handouts.pack import packs
from kb.nearest import meant
from kb.siteconfig import site_config
from kb.workshops.plans import begin_at, plans
from verbs import printing, terminal


def run(root: Path, options: argparse.Namespace) -> int:
    """Print one plan's set in one language or both; 0 printed, 1 findings, 2 an unknown plan."""
    project = content.load(root)
    slugs = sorted({plan.slug for lang in policy.LANGUAGES for plan in plans(project, lang)})
    if options.plan not in slugs:
        known, near = ", ".join(slugs) or "none", meant(options.plan, slugs) or "."
        print(f"There is no workshop {options.plan}{near} There are: {known}.", file=sys.stderr)
        return 2
    found = check.source(project)
    if options.start:
        begin_at(project, options.plan, options.start)
    langs = [options.lang] if options.lang else list(policy.LANGUAGES)
    found = found or _print(root, project, options.plan, langs, options.people)
    if found:
        print(terminal.line(report.as_text(found)))
        print(report.summary(found), file=sys.stderr)
        return 1
    return 0


def _print(
    root: Path, project: content.Project, plan: str, langs: list[str], people: int | None
) -> list[Finding]:
    """Print the set in each language, say where it lies, and return what could not be printed."""
    config = site_config(root)
    sets = [row for lang in langs for row in packs(project, config, lang, people) if row.plan == plan]
    out = root / mount.PACKS_BUILD
    failures = build(sets, out, complete=False)
    failed = {failure.job.name for failure in failures}
    for row in sets:
        if row.name not in failed:
            print((out / row.name).relative_to(root).as_posix())
    return sorted({printing.finding(failure, project) for failure in failures})
