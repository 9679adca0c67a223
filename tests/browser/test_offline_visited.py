"""The service worker: what was visited opens without a network, is renewed, and can be switched off."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from kb.offline import worker
from support import ROOT, until

ADDRESS = "http://kb.localhost:{}/"  # a secure place, as https is, and not the host that `serve` has
VERSION = "caches.keys().then(names => names.filter(name => name.startsWith('kb-offline:')))"
KEPT = "url => caches.match(url).then(Boolean)"
SETTLED = 700  # ms in which a page that registers a worker has done so
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def published(site: Path, tmp_path: Path) -> Path:
    """A copy of the site with its worker, as `build` leaves it."""
    folder = tmp_path / "published"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("handouts", "*.map"))
    worker.write(folder)
    return folder


@pytest.fixture
def base(published: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(published))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield ADDRESS.format(server.server_port)
    server.shutdown()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 740})
    yield context
    context.close()


def visit(context: BrowserContext, url: str) -> Page:
    """Open a page and wait until the worker has kept it."""
    page = context.new_page()
    page.goto(url)
    until(page, KEPT, bool, url)
    return page


def test_what_was_visited_opens_without_a_network(visitor: BrowserContext, base: str) -> None:
    visit(visitor, f"{base}ethics/code/")
    visitor.set_offline(True)
    page = visitor.new_page()
    for path in ("ethics/code/", "ethics/code/?q=x#e2", "", "en/"):
        page.goto(base + path)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Assistant")
    with pytest.raises(Error, match="ERR_"):
        page.goto(f"{base}guide/summary/")


def test_a_new_site_replaces_what_was_kept(visitor: BrowserContext, base: str, published: Path) -> None:
    page = visit(visitor, f"{base}ethics/code/")
    (old,) = page.evaluate(VERSION)
    file = published / "ethics" / "code" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("</h1>", " חדש</h1>"), encoding="utf-8")
    worker.write(published)
    later = time.time() + 10  # a server tells files apart by whole seconds
    for changed in (file, published / worker.NAME):
        os.utime(changed, (later, later))
    page.goto(base)
    until(page, VERSION, lambda names: len(names) == 1 and names != [old])
    visitor.set_offline(True)
    page.goto(f"{base}ethics/code/")
    expect(page.locator("h1")).to_contain_text("חדש")


def test_the_switch_erases_what_was_kept_and_stays_off(visitor: BrowserContext, base: str) -> None:
    page = visit(visitor, f"{base}en/reference/privacy/")
    switch = page.get_by_role("button", name="Keep pages that I visited")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    status = page.locator(".kb-offline [role=status]")
    expect(status).to_have_text("Erased. The browser no longer keeps pages of this site.")
    page.reload()
    page.wait_for_timeout(SETTLED)
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(VERSION) == []
    assert page.evaluate(WORKERS) == 0
    switch.click()
    expect(status).to_have_text("From now on the browser keeps the pages that you open.")
    until(page, VERSION, lambda names: len(names) == 1)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_lines_that_the_page_on_publishing_gives_withdraw_it(
    visitor: BrowserContext, base: str, published: Path, lang: str
) -> None:
    page = visit(visitor, f"{base}ethics/code/")
    text = (ROOT / f"docs/contribute/publishing.{lang}.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```\n(self\.add.*?)```", text, re.DOTALL)
    withdrawn = published / worker.NAME
    withdrawn.write_text(lines, encoding="utf-8", newline="\n")
    later = time.time() + 10  # a server tells files apart by whole seconds
    os.utime(withdrawn, (later, later))
    page.goto(base)
    until(page, VERSION, lambda names: names == [])
    until(page, WORKERS, lambda count: count == 0)


def test_nothing_is_kept_on_ones_own_computer(visitor: BrowserContext, base: str) -> None:
    """Where `serve` shows every edit."""
    page = visitor.new_page()
    page.goto(f"{base.replace('kb.localhost', '127.0.0.1')}reference/privacy/")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate(WORKERS) == 0
