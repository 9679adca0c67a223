"""bench handouts: how fast and how small the handouts are printed, beside WeasyPrint, in one run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from kb import content
from kb.handouts import Job, build, jobs, render_pdf
from kb.siteconfig import site_config

WEASYPRINT: Final = "weasyprint==70.0"
SAMPLE: Final = "smart-goal.guided.he.pdf"
SECONDS_EACH: Final = 0.1  # ten PDFs a second
SECONDS_UNCHANGED: Final = 2.0
MEMORY: Final = 300.0  # MB
WORKSHEET: Final = 60.0  # kB, a Hebrew worksheet
TIMES: Final = 5
Say = Callable[[str, float, float, str], bool]

# A process of its own, so that its peak is that of printing alone.
_COLD: Final = """
import json, sys, time
from pathlib import Path
from kb import content
from kb.handouts import build, jobs
from kb.siteconfig import site_config
root, out = map(Path, sys.argv[1:])
todo = list(jobs.jobs(content.load(root), site_config(root)))
start = time.perf_counter()
failures = build(todo, out)
seconds = time.perf_counter() - start
try:
    import resource
    # KiB, but bytes on macOS.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**30 if sys.platform == "darwin" else 2**10)
except ImportError:
    peak = 0
print(json.dumps([seconds, peak, len(failures)]))
"""
_WEASYPRINT: Final = """
import json, sys, time
import weasyprint
html, folder, times = Path(sys.argv[1]).read_text("utf-8"), sys.argv[2], int(sys.argv[3])
marks = [time.perf_counter()]
for _ in range(times):
    data = weasyprint.HTML(string=html, base_url=folder).write_pdf(pdf_variant="pdf/ua-1")
    marks.append(time.perf_counter())
print(json.dumps([marks, len(data)]))
"""


def measure(root: Path, folder: Path, say: Say) -> bool:
    """Print times, memory, sizes and the ratio; False if one is over its bound."""
    out = folder / "handouts"
    seconds, peak = _cold(root, out)
    files = sorted(out.glob("*.*.*"))
    pdfs = [path for path in files if path.suffix == ".pdf"]
    detail = f"{len(files)} files, {len(pdfs)} of them PDF, in {seconds:.2f} s from cold"
    good = say("handouts, seconds a file", seconds / len(files), SECONDS_EACH, detail)
    good = _unchanged(root, out, say) and good
    if peak:
        good = say("handouts, peak memory in MB", peak, MEMORY, "printing all, from cold") and good
    good = _largest(pdfs, say) and good
    _weasyprint(root, folder)
    return good


def _cold(root: Path, out: Path) -> tuple[float, float]:
    """Return seconds and peak memory in MB of printing everything."""
    command = [sys.executable, "-c", _COLD, str(root), str(out)]
    done = subprocess.run(command, cwd=root / "scripts", capture_output=True, text=True, check=True)
    seconds, peak, failed = json.loads(done.stdout)
    if failed:
        raise SystemExit(f"{failed} handouts could not be printed: run handouts to see why")
    return seconds, peak


def _largest(pdfs: list[Path], say: Say) -> bool:
    """Hold the largest Hebrew worksheet, in any copy, against its bound."""
    mine = [path for path in pdfs if len(path.suffixes) == 3 and path.name.endswith(".he.pdf")]
    worksheets = [path for path in mine if not path.name.startswith(("story-", "plan-"))]
    size, largest = max((path.stat().st_size / 1000, path.name) for path in worksheets)
    return say(
        "handouts, a Hebrew worksheet in kB", size, WORKSHEET, f"{largest}, of {len(worksheets)} the largest"
    )


def _unchanged(root: Path, out: Path, say: Say) -> bool:
    start = time.perf_counter()
    todo = _jobs(root)
    rendered = time.perf_counter()
    build(todo, out)
    seconds = time.perf_counter() - start
    detail = f"{rendered - start:.2f} s of it to read and render the pages"
    return say("handouts, seconds with nothing changed", seconds, SECONDS_UNCHANGED, detail)


def _jobs(root: Path) -> list[Job]:
    return list(jobs.jobs(content.load(root), site_config(root)))


def _weasyprint(root: Path, folder: Path) -> None:
    """Print the ratio of times and sizes for one worksheet; say so where WeasyPrint cannot be had."""
    job = next(job for job in _jobs(root) if job.name == SAMPLE)
    html = folder / "sample.html"
    page = f'<!doctype html><html lang="he" dir="rtl"><title>{job.meta.title}</title>{job.fragment}</html>'
    html.write_text(page, encoding="utf-8", newline="\n")
    theirs = _theirs(html, folder)
    if theirs is None:
        return
    marks, size = theirs
    best = min(later - earlier for earlier, later in pairwise(marks))
    ours = []
    for _ in range(TIMES):
        start = time.perf_counter()
        data = render_pdf(job.fragment, job.meta)
        ours.append(time.perf_counter() - start)
    print(
        f"handouts, ours / WeasyPrint: time {min(ours) / best:.2f}, size {len(data) / size:.2f}; "
        f"{SAMPLE}, ours {min(ours) * 1000:.0f} ms and {len(data)} bytes, "
        f"WeasyPrint {best * 1000:.0f} ms and {size} bytes (without our layout and form fields)",
        flush=True,
    )


def _theirs(html: Path, folder: Path) -> tuple[list[float], int] | None:
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    script = "from pathlib import Path\n" + _WEASYPRINT
    for command in (
        ["-m", "pip", "install", "--quiet", WEASYPRINT],
        ["-c", script, str(html), str(folder), str(TIMES)],
    ):
        done = subprocess.run([python, *command], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"WeasyPrint is left out: {done.stderr.strip().splitlines()[-1:]}", flush=True)
            return None
    answer: Any = json.loads(done.stdout)
    return answer[0], answer[1]
