"""test: prepare what the tests need (a browser included) and run them all."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM = "KB_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# What the tests of the handouts need beside a browser: command -> Debian's package. LibreOffice without its
# windows is 85 MB to fetch and takes some ten seconds to install, once.
TOOLS = {
    "java": "default-jre-headless",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
}


def run(root: Path, options: argparse.Namespace) -> int:
    """Run pytest on everything, or on the named files; 0 all passed, 1 not, 2 something is missing."""
    browser = _browser()
    if browser is None:
        print(
            "The tests need Chromium or Chrome, and none could be found or fetched. Install Google Chrome, "
            f"or name a browser in the environment variable {CHROMIUM}, and run the same command again.",
            file=sys.stderr,
        )
        return 2
    _system_packages(_missing_tools())
    environment = {**os.environ, CHROMIUM: browser}
    command = [sys.executable, "-m", "pytest", *options.paths]
    code = subprocess.run(command, cwd=root, env=environment, check=False).returncode
    return 0 if code == 0 else 1


def installed_browser() -> str | None:
    """Return the path of a Chromium or Chrome that is here, or named in the environment."""
    found = os.environ.get(CHROMIUM) or next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


def _browser() -> str | None:
    """Return the path of a Chromium, "" for Playwright's own, None if there is none to be had."""
    if found := installed_browser():
        return found
    print("No Chromium or Chrome found; fetching Playwright's own ...", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    fetched = subprocess.run(command, capture_output=True, check=False)
    if fetched.returncode == 0:
        return ""
    _system_packages(["chromium"])
    return shutil.which("chromium")


def _missing_tools() -> list[str]:
    """Return the Debian packages of tools that are not there; where they cannot be had, tests say so."""
    return [package for command, package in TOOLS.items() if not shutil.which(command)]


def _system_packages(names: list[str]) -> None:
    """Install Debian packages where that is possible: as root with apt-get; in CI, as who may become it."""
    apt = shutil.which("apt-get")
    become = _as_root()
    if not names or not apt or become is None:
        return
    print(f"Installing system packages: {', '.join(names)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*become, apt, "update"], env=quiet, capture_output=True, check=False)
    install = [*become, apt, "install", "-y", "--no-install-recommends", *names]
    subprocess.run(install, env=quiet, capture_output=True, check=False)


def _as_root() -> list[str] | None:
    """Return what to put before a command that only root may give; None where that is not for us to do."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    return [sudo, "-n"] if sudo and os.environ.get("CI") else None
