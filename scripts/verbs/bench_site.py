"""bench site: the check of a built site beside three other checkers; its memory; one changed page."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kb import sitecheck
from kb.protection import directives
from verbs import bench_checkers, benchsite

PAGES: Final = 400
LARGE: Final = 2000
BASE: Final = "https://example.org/"
# A process of its own, as on the command line: what it says is its peak of memory in MB (0: not told here).
CHILD: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from kb import check
found = check.site(Path(sys.argv[2]), Path(sys.argv[3]))
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(len(found), peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
except ImportError:
    print(len(found), 0)
"""
DEAD: Final = '<a href="none{}/">x</a></body>'
# As every page of the site, one that leads on says the policy.
STUB: Final = (
    f'<meta http-equiv="Content-Security-Policy" content="{directives.in_page()}">'
    '<meta http-equiv="refresh" content="0; url=../../">\n'
)
Build = Callable[..., None]
Say = Callable[[str, float, float, str], bool]


def measure(root: Path, folder: Path, build: Build, say: Say) -> bool:
    """Print what each checker took and say whether ours keeps its bounds."""
    site = _made(root, folder / "many", PAGES, build)
    names = bench_checkers.fetch(folder / "checkers")
    ours = min((_ours(root, site) for _ in range(3)), key=lambda run: run.seconds)
    runs = {"ours": ours} | {
        name: bench_checkers.run(folder / "checkers", name, site, BASE) for name in names
    }
    print(f"{'checker':12} {'seconds':>9} {'of work':>9}   ({PAGES} x 2 pages)")
    for name, run in runs.items():
        print(f"{name:12} {run.seconds:9.2f} {run.work:9.2f}", flush=True)
    good = _within(runs, say)
    good = _one_page(root, site, say) and good
    return _memory(root, folder, build, say) and good


def _made(root: Path, folder: Path, pages: int, build: Build) -> Path:
    """Build a project of many pages, with the page that every footer leads to."""
    site = folder / "site"
    build(benchsite.many(root, folder, pages), site, "--strict")
    for lang in ("", "en"):
        about = site / lang / "reference" / "about"
        about.mkdir(parents=True)
        (about / "index.html").write_text(STUB, encoding="utf-8", newline="\n")
    return site


def _ours(root: Path, site: Path) -> bench_checkers.Run:
    done = bench_checkers.timed(
        [sys.executable, "-c", CHILD, str(root / "scripts"), str(site), str(site.parent)]
    )
    if not done.said.startswith("0 "):
        raise SystemExit(f"The made-up site has findings, so nothing is measured: {done.said}")
    return done


def _within(runs: dict[str, bench_checkers.Run], say: Say) -> bool:
    ours, good = runs["ours"].seconds, True
    if "linkchecker" in runs:
        good = say("site, ours / linkchecker", ours / runs["linkchecker"].seconds, 0.1, "one run each")
    node = {name: run.seconds for name, run in runs.items() if name in ("linkinator", "hyperlink")}
    if node:
        fastest = min(node, key=lambda name: node[name])
        good = say("site, ours / fastest Node checker", ours / node[fastest], 1, fastest) and good
    return good


def _one_page(root: Path, site: Path, say: Say) -> bool:
    """Change one page and ask again, as the preview does."""
    reader, page = sitecheck.reader(site, site.parent), site / "part1" / "page1" / "index.html"
    text = page.read_text(encoding="utf-8")
    seconds = []
    for number in range(3):  # the least disturbed of three
        page.write_text(text.replace("</body>", DEAD.format(number)), encoding="utf-8", newline="\n")
        start = time.perf_counter()
        changed, found = reader.refresh(), sitecheck.findings(reader.site)
        seconds.append(time.perf_counter() - start)
        assert len(changed) == len(found) == 1, (changed, found)
    page.write_text(text, encoding="utf-8", newline="\n")
    return say("site, one changed page in seconds", min(seconds), 0.5, f"of {PAGES} x 2 pages")


def _memory(root: Path, folder: Path, build: Build, say: Say) -> bool:
    shutil.rmtree(folder / "many")
    site = _made(root, folder / "large", LARGE, build)
    done = _ours(root, site)
    peak = float(done.said.split()[1])
    return say("site, peak of memory in MB", peak, 300, f"{LARGE} x 2 pages in {done.seconds:.2f} s")
