"""check: validation alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb import check, content, policy, report, sitecheck
from kb.findings import Finding
from kb.nearest import meant
from verbs import explaining, terminal

STRANGER = (
    "{} was not built by this project: it was checked as any site, without the rules of this house, "
    "and the content only where a PATH was given."
)


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the findings in the asked format; 0 clean, 1 findings, 2 misuse or no network to ask."""
    if options.explain is not None:
        return explaining.run(root, options.explain)
    if fault := _misuse(root, options):
        print(fault, file=sys.stderr)
        return 2
    only = [below(root, path) for path in options.paths]
    project = content.load(root)
    stranger = bool(options.site) and not sitecheck.is_ours(Path(options.site), root)
    # Who asks about another's site alone does not want to hear of our content.
    found = [] if stranger and not only else check.source(project, only)
    if options.site:
        found += check.site(Path(options.site), None if stranger else root)
    elsewhere, said = _external(project, options.site, only) if options.external else ([], "")
    if elsewhere is None:
        print(said, file=sys.stderr)
        return 2
    found += elsewhere
    text, advised = _with_spelling(project, options, found, only)
    if text:
        print(terminal.line(text) if options.format == "text" else text)
    if options.format == "text":
        whose = STRANGER.format(options.site) if stranger else ""
        print(*filter(None, (whose, said, report.summary(found), advised)), sep="\n", file=sys.stderr)
    return 1 if found else 0


def _misuse(root: Path, options: argparse.Namespace) -> str:
    """Return what is wrong with the paths of a call, "" for nothing."""
    for path in options.paths:
        if not (root / below(root, path)).exists():
            return f"There is no {path} in this project{near_path(root, below(root, path)) or '.'}"
    missing = options.site and not Path(options.site).is_dir()
    return f"There is no folder {options.site}." if missing else ""


def _external(
    project: content.Project, site: str | None, only: list[str]
) -> tuple[list[Finding] | None, str]:
    from verbs import external  # the HTTP client takes longer to load than the content to check

    return external.find(project, site, only)


def _with_spelling(
    project: content.Project, options: argparse.Namespace, found: list[Finding], only: list[str]
) -> tuple[str, str]:
    """Return all that is to be printed, and a closing line about spelling where that was asked for."""
    if not options.spelling:
        return report.FORMATS[options.format](found), ""
    from verbs import spelling  # its packages are there only where it was asked for

    words = spelling.find(project, only)
    return spelling.said(options.format, found, words), spelling.summary(words)


def below(root: Path, path: str) -> str:
    """Return a path as findings name it: below the root, with forward slashes."""
    given = Path(path)
    whole = given if given.is_absolute() else Path.cwd() / given
    if whole.resolve().is_relative_to(root):
        return whole.resolve().relative_to(root).as_posix()
    return given.as_posix()


def near_path(root: Path, path: str) -> str:
    """Return "; did you mean PATH?" for a path that is not there, if a file or folder is called like it."""
    known = {folder for folder in (*policy.MOUNTS, policy.FIGURES_FOLDER) if (root / folder).is_dir()}
    for folder in sorted(known):
        known |= {each.relative_to(root).as_posix() for each in (root / folder).rglob("*")}
    return meant(path, known, alike=0.8)
