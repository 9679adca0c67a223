"""The real site in a real browser: built once, served on a free port, opened in Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from kb import content
from support import ROOT, Open
from verbs import mkdocs_run, printing

FLAGS = ["--no-sandbox", "--disable-background-networking", "--no-first-run"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address: under a sub-path, as a project page on a static host has it."""
    handler = functools.partial(_Quiet, directory=str(tmp_path_factory.mktemp("host")))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub/"
    server.shutdown()


@pytest.fixture(scope="session")
def site(address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `build` makes it, built for its address and lying where the server finds it."""
    assert printing.print_all(ROOT, content.load(ROOT)) == []  # pages link to their handouts
    folder = tmp_path_factory.getbasetemp() / "host0" / "sub"
    command = mkdocs_run.command(ROOT, "build", "--strict", "--quiet", "--site-dir", str(folder))
    environment = mkdocs_run.environment(ROOT, SITE_URL=address, **{mkdocs_run.CHECKED: "1"})
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The library that drives the browsers."""
    with sync_playwright() as started:
        yield started


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start Chromium: the one `run.py test` found, or Playwright's own."""
    found = os.environ.get("KB_CHROMIUM") or shutil.which("chromium") or None
    return playwright.chromium.launch(executable_path=found, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The browser of almost all tests."""
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def large_type(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose reader has set its type to 200 %: 32 px for what is 16 px otherwise."""
    started = launch(playwright, "--blink-settings=defaultFontSize=32")
    yield started
    started.close()


@pytest.fixture
def open_page(browser: Browser, address: str, site: Path) -> Iterator[Open]:
    """Open an address of the site in a fresh context; options are Playwright's, and errors fail the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: str = "", *, width: int = 360, **options: object) -> Page:
        options.setdefault("viewport", {"width": width, "height": 740})
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
