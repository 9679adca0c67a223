"""check: validation alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kb import check, content, report


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the findings in the asked format; 0 clean, 1 findings, 2 misuse."""
    for path in options.paths:
        if not (root / below(root, path)).exists():
            print(f"There is no {path} in this project.", file=sys.stderr)
            return 2
    if options.site and not Path(options.site).is_dir():
        print(f"There is no folder {options.site}.", file=sys.stderr)
        return 2
    only = [below(root, path) for path in options.paths]
    found = check.source(content.load(root), only)
    if options.site:
        found += check.site(Path(options.site), root)
    text = report.FORMATS[options.format](found)
    if text:
        print(text)
    if options.format == "text":
        print(report.summary(found), file=sys.stderr)
    return 1 if found else 0


def below(root: Path, path: str) -> str:
    """Return a path as findings name it: below the root, with forward slashes."""
    given = Path(path)
    whole = given if given.is_absolute() else Path.cwd() / given
    if whole.resolve().is_relative_to(root):
        return whole.resolve().relative_to(root).as_posix()
    return given.as_posix()
