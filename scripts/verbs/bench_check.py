"""How long authors wait for the check: as a command, and after an edit while the site is served."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kb import check, content, policy, siteconfig
from kb.memory import Memory
from verbs import mkdocs_run

COMMAND_SECONDS = 2.0
EDIT_SECONDS = 0.5
EDITS = 5
START = "import sys; sys.path.insert(0, sys.argv[1]); from verbs import cli; sys.exit(cli.main(['check']))"

Say = Callable[[str, float, float, str], bool]


def measure(root: Path, folder: Path, say: Say) -> bool:
    """Time the command, started anew and read from the disk's cache, and the check of an edited page."""
    project = content.load(root)
    detail = f"the command of {len(project.pages)} pages, started anew; best of {EDITS}"
    good = say("source check, seconds", _command(root), COMMAND_SECONDS, detail)
    first, again = _edits(copied(root, folder / "edited"))
    detail = f"the first check {first:.2f} s; slowest of {EDITS} edits"
    return say("re-check after an edit, seconds", again, EDIT_SECONDS, detail) and good


def _command(root: Path) -> float:
    times = []
    for _ in range(EDITS):
        start = time.perf_counter()
        command = [sys.executable, "-c", START, str(root / "scripts")]
        subprocess.run(command, env=mkdocs_run.environment(root), capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def copied(root: Path, place: Path) -> Path:
    """Copy what the source check reads: what is timed here must not be edited in its place."""
    place.mkdir(parents=True)
    for folder in (*policy.MOUNTS, policy.FIGURES_FOLDER, policy.TEMPLATES):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, place / folder)
    shutil.copy(root / siteconfig.CONFIG, place)
    return place


def _edits(root: Path) -> tuple[float, float]:
    """Return the seconds of the first check in a process, and of the slowest after an edit."""
    memory, times = Memory(), []
    start = time.perf_counter()
    pages = content.load(root, memory).pages
    check.source(content.load(root, memory))
    first = time.perf_counter() - start
    longest = sorted(pages, key=lambda page: -len(page.body))[:EDITS]
    for page in longest:
        path = root / page.path
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n[nowhere](nowhere.md)\n", encoding="utf-8", newline="\n")
        start = time.perf_counter()
        found = check.source(content.load(root, memory))
        times.append(time.perf_counter() - start)
        if not any(finding.path == page.path and finding.rule == "link-page" for finding in found):
            raise SystemExit(f"the check did not see the edit of {page.path}")
        path.write_text(text, encoding="utf-8", newline="\n")
    return first, max(times)
