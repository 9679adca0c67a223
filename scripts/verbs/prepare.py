"""The environment: .venv, made from the hashed lock. Standard library only.

A stamp inside .venv says which locks were installed, so that a second start does nothing. A broken or
half-made .venv is made again.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

# What is needed -> its lock. Each holds all that the one before it does, at the same versions.
LOCKS = {
    "site": "requirements.lock",
    "spelling": "requirements-spelling.lock",
    "test": "requirements-test.lock",
}
STAMP = "kb-stamp.txt"
NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|Temporary failure in name resolution|getaddrinfo failed"
    r"|Name or service not known|Network is unreachable|nodename nor servname|ProxyError"
    r"|Connection refused|Max retries exceeded",
    re.IGNORECASE,
)


def environment(root: str | Path, need: str) -> str | None:
    """Return the path of the environment's Python, preparing it if needed; None if that failed.

    need: a key of LOCKS.
    """
    folder = Path(root) / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    lock = Path(root) / LOCKS[need]
    wanted = _digest(lock)
    have = _stamps(folder)
    if python.exists() and wanted in have:
        return str(python)
    if not _make(folder, python):
        return None
    if not _install(python, lock):
        return None
    held = list(LOCKS)[: list(LOCKS).index(need) + 1]
    lines = [_digest(Path(root) / LOCKS[name]) for name in held]
    (folder / STAMP).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return str(python)


def _digest(lock: Path) -> str:
    """Return what identifies an installed lock: its text and the Python it was installed for."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    text = lock.read_text(encoding="utf-8").replace("\r\n", "\n")
    return f"{lock.name} {version} {hashlib.sha256(text.encode()).hexdigest()}"


def _stamps(folder: Path) -> set[str]:
    try:
        return set((folder / STAMP).read_text(encoding="utf-8").splitlines())
    except OSError:
        return set()


def _make(folder: Path, python: Path) -> bool:
    """Make .venv unless a working one is there."""
    if _works(python):
        return True
    print("Preparing .venv ...", file=sys.stderr, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.EnvBuilder(with_pip=True).create(folder)
    except (OSError, subprocess.CalledProcessError, SystemExit) as error:
        print(
            f"Could not make .venv ({error}). On Debian and Ubuntu install the package python3-venv; "
            "elsewhere install Python from its own installer.",
            file=sys.stderr,
        )
        shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _works(python: Path) -> bool:
    """Tell whether there is a Python with pip; a half-made or moved environment has none."""
    try:
        return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _install(python: Path, lock: Path) -> bool:
    """Install the lock with its hashes, showing how far it is; say in one sentence why it failed."""
    total = len(re.findall(r"(?m)^[A-Za-z0-9].*==", lock.read_text(encoding="utf-8")))
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--requirement", str(lock)]
    command += ["--no-input", "--disable-pip-version-check", "--retries", "2", "--progress-bar", "off"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    said: list[str] = []
    done = 0
    for line in process.stdout or ():
        said.append(line.rstrip())
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            done += 1
            _progress(f"Fetching packages: {min(done, total)} of about {total}")
        elif line.startswith("Installing collected packages"):
            _progress("Installing packages, about half a minute ...")
    code = process.wait()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if code != 0:
        print(_why(said), file=sys.stderr)
    return code == 0


def _progress(text: str) -> None:
    """Show one step: over the last one on a terminal, every tenth package elsewhere."""
    if sys.stderr.isatty():
        print(f"\r{text:<60}", end="", file=sys.stderr, flush=True)
    elif not text.startswith("Fetching") or re.search(r": (1|\d*0) of", text):
        print(text, file=sys.stderr, flush=True)


def _why(said: list[str]) -> str:
    if any(NO_NETWORK.search(line) for line in said):
        return (
            "Set-up needs a network connection once, to fetch the packages of this project, "
            "and there is none. Connect and run the same command again."
        )
    last = [line for line in said if line.startswith("ERROR")] or said[-5:]
    return "Set-up failed while installing packages:\n" + "\n".join(last)
