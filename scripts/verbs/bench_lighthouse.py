"""bench lighthouse: Lighthouse's scores on a phone, the median of some runs, beside those of the budget."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kb import content
from kb.budget import BUDGET
from verbs import build, drawing, mkdocs_run, printing, testing
from verbs.serving import hosted

# The last that runs on Node 18, which long-term releases of Linux have; 13 asks for Node 22.
VERSION: Final = "12.8.2"
RUNS: Final = 3
PAGES: Final = {
    "home": "",
    "guide": "guide/support-model/",
    "case": "cases/moshe/",
    "exercise": "exercises/smart-goal/",
    "finder": "ethics/",
    "unit": "course/06-vision-and-goals/",
}
ROOTS: Final = {"he": "", "en": "en/"}
SHIFT: Final = "cumulative-layout-shift"
NO_NODE: Final = (
    "Lighthouse needs Node, and there is none here. Install Node 18 or newer (nodejs.org), which brings npx, "
    "and run the same command again."
)
NO_BROWSER: Final = (
    "Lighthouse needs Chromium or Chrome. Install Google Chrome, or name a browser in the environment "
    f"variable {testing.CHROMIUM}, and run the same command again."
)
Scores = dict[str, float]


class Lighthouse:
    """The tool: npx, which fetches it once, and a browser. Both are paths."""

    def __init__(self, npx: str, browser: str) -> None:
        self.npx, self.browser = npx, browser

    def look(self, address: str) -> Scores:
        """Return the scores of one run on an address. Raises RuntimeError with what the tool said."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "report.json"
            only = ",".join(BUDGET.scores)
            command = [
                self.npx, "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json",
                f"--output-path={out}", f"--only-categories={only}",
                "--chrome-flags=--headless=new --no-sandbox",
            ]  # fmt: skip
            done = subprocess.run(
                command,
                env={**os.environ, "CHROME_PATH": self.browser},
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            if done.returncode != 0 or not out.exists():
                raise RuntimeError(f"Lighthouse stopped at {address}:\n{done.stderr[-2000:]}")
            return read(json.loads(out.read_text(encoding="utf-8")))


def read(report: Mapping[str, Any]) -> Scores:
    """Return of a report of Lighthouse the score of each category, 0 to 100, and how far things shifted."""
    fault = report.get("runtimeError", {}).get("message")
    if fault:
        raise RuntimeError(f"Lighthouse could not judge {report.get('requestedUrl')}: {fault}")
    # A category has no score if one of its audits could not be made.
    scores = {name: 100 * (part["score"] or 0) for name, part in report["categories"].items()}
    return {**scores, SHIFT: report["audits"][SHIFT].get("numericValue") or 0.0}


def tool() -> Lighthouse | str:
    """Return Lighthouse, or what is missing and how to get it."""
    npx = shutil.which("npx")
    if npx is None:
        return NO_NODE
    browser = testing.installed_browser()
    return Lighthouse(npx, browser) if browser else NO_BROWSER


def measure(root: Path, folder: Path) -> bool:
    """Print the table and say whether every score is within the budget. Exits 2 where a tool is missing."""
    lighthouse = tool()
    if isinstance(lighthouse, str):
        print(lighthouse, file=sys.stderr)
        raise SystemExit(2)
    site = whole_site(root, folder / "site")
    with hosted(site) as address:
        rows = dict(medians(lighthouse, {key: address + path for key, path in addresses()}))
    print(f"Lighthouse {VERSION}, phone, median of {RUNS} runs")
    print(table(rows))
    under = list(short(rows))
    print("\n".join(under) if under else "lighthouse: every score is within the budget")
    return not under


def whole_site(root: Path, site: Path) -> Path:
    """Build a site with all that `build` adds to it, so that it is judged as it is published."""
    project = content.load(root)
    faults = printing.print_all(root, project) + drawing.draw_all(root, project)
    if faults or not mkdocs_run.build(root, site):
        raise SystemExit("The site does not build; run build to see why.")
    build.complete(site, root, project)
    return site


def addresses() -> Iterator[tuple[tuple[str, str], str]]:
    """Yield ((kind of page, language), address below the site's root)."""
    for name, path in PAGES.items():
        for lang, start in ROOTS.items():
            yield (name, lang), start + path


def medians(
    lighthouse: Lighthouse, pages: Mapping[tuple[str, str], str]
) -> Iterator[tuple[tuple[str, str], Scores]]:
    """Yield each page's key with the median of its runs; the runs go round, so a busy moment hits all."""
    runs: dict[tuple[str, str], list[Scores]] = {key: [] for key in pages}
    total, progress = RUNS * len(pages), printing.progress("lighthouse")
    progress(0, total, "")
    for turn in range(RUNS):
        for done, (key, address) in enumerate(pages.items(), start=turn * len(pages) + 1):
            runs[key].append(lighthouse.look(address))
            progress(done, total, address)
    for key, found in runs.items():
        yield key, {name: statistics.median(run[name] for run in found) for name in found[0]}


def table(rows: Mapping[tuple[str, str], Scores]) -> str:
    """Return the scores as lines of text, one a page."""
    lines = [f"{'page':10} {'':2}" + "".join(f"{name:>16}" for name in BUDGET.scores) + f"{'shift':>8}"]
    for (page, lang), scores in rows.items():
        cells = "".join(f"{scores[name]:16.0f}" for name in BUDGET.scores)
        lines.append(f"{page:10} {lang}{cells}{scores[SHIFT]:8.3f}")
    return "\n".join(lines)


def short(rows: Mapping[tuple[str, str], Scores]) -> Iterator[str]:
    """Yield a line for each score below the budget's."""
    for (page, lang), scores in rows.items():
        for name, bound in BUDGET.scores.items():
            if round(scores[name]) < bound:
                yield f"lighthouse: {page} {lang}: {name} {scores[name]:.0f} is UNDER the budget of {bound}"
