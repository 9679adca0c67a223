"""Calling MkDocs as a program: the environment that makes its builds repeatable."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kb import policy

# A build says nothing of when it was made: 1 January 2026, unless the commit's time is known.
EPOCH = "1767225600"
CHECKED = policy.CHECKED
# What MkDocs says of its own progress; its warnings and what the server says of a reload are no noise.
NOISE = re.compile(r"^(INFO|DEBUG)\s+-\s+(?!\[|Documentation built)|^\s*$")


def environment(root: Path, **more: str) -> dict[str, str]:
    """Return the environment for MkDocs: fixed time, UTF-8, no foreign notices."""
    git = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        said = ""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": said if said.isdigit() else EPOCH,
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
        **more,
    }


def command(root: Path, verb: str, *arguments: str) -> list[str]:
    """Return the command line that runs one MkDocs verb with our configuration."""
    config = str(root / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", verb, "--config-file", config, *arguments]


def start(root: Path, arguments: list[str], **more: str) -> subprocess.Popen[str]:
    """Start MkDocs on content that has just been checked; what it says comes on stdout, line by line."""
    return subprocess.Popen(
        arguments,
        env=environment(root, PYTHONUNBUFFERED="1", **{CHECKED: "1"}, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def build(root: Path, site: Path) -> bool:
    """Build the site strictly into a folder, pass on what is wrong, and tell whether all was well."""
    process = start(root, command(root, "build", "--strict", "--site-dir", str(site)))
    for line in process.stdout or ():
        if not line.startswith("INFO") and not NOISE.match(line):
            print(line.rstrip(), file=sys.stderr, flush=True)
    return process.wait() == 0
