"""Every fault of tests/sitefaults.py put into one copy of the built site, and each checker run once on it.

    python3 scripts/run.py build
    .venv/bin/python tests/comparison/compare_checkers.py

Writes site-checkers.md beside this file. A fault counts as found when the checker's report of what is
wrong holds the fault's mark; a fault without a mark is one that only a checker of pages, not of links,
could report, and none of the others has such a check. Not a test: it fetches the other checkers.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from kb import report, sitecheck, sitefiles  # noqa: E402
from sitefaults import FAULTS, Fault  # noqa: E402
from verbs import bench_checkers  # noqa: E402

BASE = "https://example.org/"
NOTE = """\
One run each, of a copy of the real site with all these faults in it at once; other work was going on.
The faults are those our rules are tested with, so the list favours us. Faults written with the site's
published address (feed, map, robots.txt, PDF, Word) cannot be seen by linkchecker and linkinator, which
look at a local server; hyperlink is told the address. Optional plugins other than anchors were off."""
GUESS = "; did you mean"
VERSIONS = (bench_checkers.LINKCHECKER, *bench_checkers.NODE)


def complaints(name: str, said: str) -> str:
    """Return the part of a report that says what is wrong: some checkers list what is right as well."""
    if name == "linkinator":  # one row a link: url, status, state, parent
        return "\n".join(row for row in said.splitlines() if ",BROKEN," in row)
    if name == "hyperlink":  # TAP: what follows "not ok" up to the next result
        blocks = said.replace("\nok ", "\n\0ok ").replace("\nnot ok ", "\n\0not ok ").split("\0")
        return "\n".join(block for block in blocks if block.startswith("not ok "))
    blocks = said.split("\n\n")  # linkchecker: one block a link
    return "\n".join(block for block in blocks if "Result     Error" in block or "\nWarning" in block)


def found_by_other(fault: Fault, said: str) -> bool:
    """Tell whether a report holds a fault's mark, written either way."""
    return bool(fault.mark) and (fault.mark in said or unquote(fault.mark) in unquote(said))


def found_by_us(fault: Fault, found: set[tuple[str, str, str]]) -> bool:
    """Tell whether all that a fault must give was found, whatever near target was guessed besides."""
    said = {(path, rule, detail.partition(GUESS)[0]) for path, rule, detail in found}
    wanted = fault.findings(BASE)
    return said.issuperset((path, rule, detail.partition(GUESS)[0]) for path, rule, detail in wanted)


def table(results: dict[str, list[bool]], seconds: dict[str, float]) -> str:
    """Return the comparison as Markdown."""
    today = datetime.datetime.now(datetime.UTC).date()
    rows = [
        "# What each checker finds in the built site",
        "",
        f"Made on {today} by `tests/comparison/compare_checkers.py` with {', '.join(VERSIONS)}.",
        *NOTE.splitlines(),
        "",
        f"| fault | {' | '.join(results)} |",
        f"|---|{'---|' * len(results)}",
    ]
    for number, fault in enumerate(FAULTS):
        marks = ("yes" if found[number] else "–" for found in results.values())
        rows.append(f"| {fault.what} | {' | '.join(marks)} |")
    totals = (f"{sum(found)} of {len(FAULTS)}" for found in results.values())
    rows.append(f"| **found** | {' | '.join(totals)} |")
    rows.append(f"| **seconds** | {' | '.join(f'{seconds[name]:.1f}' for name in results)} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Spoil a copy, run every checker, write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--checkers", type=Path, help="a folder to keep the other checkers in")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        shutil.copytree(ROOT / "site", site)
        for fault in FAULTS:
            fault.apply(site, BASE)
        start = datetime.datetime.now(datetime.UTC)
        found = sitecheck.findings(sitefiles.load(site, BASE))
        seconds = {"ours": (datetime.datetime.now(datetime.UTC) - start).total_seconds()}
        print(report.as_text(found))
        seen = {(f.path, f.rule, f.detail) for f in found}
        results = {"ours": [found_by_us(fault, seen) for fault in FAULTS]}
        checkers = given.checkers or folder / "checkers"
        for checker in bench_checkers.fetch(checkers):
            run = bench_checkers.run(checkers, checker, site, BASE)
            (checkers / f"{checker}.log").write_text(run.said, encoding="utf-8", newline="\n")
            seconds[checker] = run.seconds
            said = complaints(checker, run.said)
            results[checker] = [found_by_other(fault, said) for fault in FAULTS]
    (HERE / "site-checkers.md").write_text(table(results, seconds), encoding="utf-8", newline="\n")
    print(table(results, seconds))


if __name__ == "__main__":
    main()
