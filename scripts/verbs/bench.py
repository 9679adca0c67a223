"""bench: what the project promises about its speed, as ratios measured in one run on this machine."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kb import check, content
from kb.nearest import meant
from verbs import (
    bench_check,
    bench_handouts,
    bench_lighthouse,
    bench_search,
    bench_site,
    bench_weight,
    benchsite,
    mkdocs_run,
)

RUNS = 3


def run(root: Path, options: argparse.Namespace) -> int:
    """Measure the named figures, or all; 1 if one is over its bound, 2 for an unknown name."""
    unknown = [name for name in options.names if name not in MEASURES]
    if unknown:
        near = meant(unknown[0], MEASURES) or "."
        print(f"There is no figure {unknown[0]}{near} There are: {', '.join(MEASURES)}.", file=sys.stderr)
        return 2
    good = True
    for name in options.names or MEASURES:
        with tempfile.TemporaryDirectory() as folder:
            good = MEASURES[name](root, Path(folder)) and good
    return 0 if good else 1


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest of several timings in seconds: the one least disturbed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _mkdocs(config: Path, site: Path, *flags: str) -> None:
    """Build one configuration; a failing build must not be taken for a fast one."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    environment = mkdocs_run.environment(config.parent, **{mkdocs_run.CHECKED: "1"})
    done = subprocess.run(
        [*command, "--site-dir", str(site), *flags],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or not (site / "en" / "index.html").exists():
        raise SystemExit(f"{config} did not build:\n{done.stderr[-2000:]}")


def _say(what: str, value: float, bound: float, detail: str) -> bool:
    mark = "within" if value <= bound else "OVER"
    print(f"{what}: {value:.2f} ({mark} the bound of {bound:g}); {detail}", flush=True)
    return value <= bound


def build(root: Path, folder: Path) -> bool:
    """Our strict build against bare MkDocs, Material and static-i18n on the same pages."""
    plain = benchsite.bare(root, folder / "bare")
    ours, theirs = [], []
    for _ in range(RUNS):  # in turns, so that a busy moment hits both
        ours.append(best(lambda: _mkdocs(root / "mkdocs.yml", folder / "ours", "--strict"), 1))
        theirs.append(best(lambda: _mkdocs(plain, folder / "theirs"), 1))
    detail = f"ours {min(ours):.2f} s, bare {min(theirs):.2f} s, {len(content.load(root).pages)} pages"
    return _say("build, ours / bare", min(ours) / min(theirs), 1.3, detail)


def growth(root: Path, folder: Path) -> bool:
    """The cost of a page at 400 pages in each language against that at 40."""
    cost = {}
    for pages in (40, 400):
        config = benchsite.many(root, folder / str(pages), pages)
        site = folder / f"site{pages}"
        cost[pages] = best(lambda: _mkdocs(config, site, "--strict"), 2) / (2 * pages)  # noqa: B023
    detail = f"{cost[40] * 1000:.1f} ms a page at 40 x 2, {cost[400] * 1000:.1f} ms at 400 x 2"
    return _say("growth, a page at 400 / at 40", cost[400] / cost[40], 1.3, detail)


def checks(root: Path, folder: Path) -> bool:
    """The check of content and site against the build of the site, and how long authors wait for it."""
    waited = bench_check.measure(root, folder, _say)
    site = folder / "site"
    built = best(lambda: _mkdocs(root / "mkdocs.yml", site, "--strict"))
    source = best(lambda: check.source(content.load(root)))
    whole = source + best(lambda: check.site(site, root))
    detail = f"content {source:.2f} s, content and site {whole:.2f} s, build {built:.2f} s"
    return _say("check / build", whole / built, 0.25, detail) and waited


def search(root: Path, folder: Path) -> bool:
    """How well and how fast the search answers, beside two others."""
    return bench_search.measure(root, folder, _mkdocs)


def handouts(root: Path, folder: Path) -> bool:
    """How fast, in how much memory and how small the handouts are printed."""
    return bench_handouts.measure(root, folder, _say)


def weight(root: Path, folder: Path) -> bool:
    """What the first visit to a page sends."""
    return bench_weight.measure(root, folder, _mkdocs, _say)


def lighthouse(root: Path, folder: Path) -> bool:
    """Lighthouse's scores on a phone; needs Node."""
    return bench_lighthouse.measure(root, folder)


def site(root: Path, folder: Path) -> bool:
    """The check of a built site beside other checkers, its memory, and one page of it."""
    return bench_site.measure(root, folder, _mkdocs, _say)


MEASURES: dict[str, Callable[[Path, Path], bool]] = {
    "build": build,
    "growth": growth,
    "check": checks,
    "search": search,
    "handouts": handouts,
    "weight": weight,
    "lighthouse": lighthouse,
    "site": site,
}
