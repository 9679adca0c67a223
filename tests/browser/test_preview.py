"""`serve` in a browser: its pages say the policy, and still reload when something was edited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from walking import PREFIX, walk

from kb.protection import directives
from support import ROOT, Edit
from test_serve import Server, wait_until

MAIN = """{% extends "base.html" %}
{% block site_meta %}{% include "partials/kb-policy.html" %}{{ super() }}{% endblock %}
"""


@pytest.fixture
def server(small: Path, edit: Edit) -> Iterator[Server]:
    """The small project, whose pages say the policy as ours do."""
    partials = small / "look" / "partials"
    partials.mkdir(parents=True)
    (small / "look" / "main.html").write_text(MAIN, encoding="utf-8")
    shutil.copy(ROOT / "overrides/partials/kb-policy.html", partials)
    edit("mkdocs.yml", "{name: material,", "{name: material, custom_dir: look,")
    running = Server(small)
    try:
        wait_until("the server starts", lambda: running.said("Ctrl+C ends."))
        yield running
    finally:
        if running.process.poll() is None:
            running.end()


def test_an_edit_reloads_the_page_under_the_policy(browser: Browser, server: Server, edit: Edit) -> None:
    begun = walk(browser, f"http://127.0.0.1:{server.port}/")
    page = begun.open("sub/guide/one/")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy == directives.in_page(serving=True)
    expect(page.locator("article")).to_contain_text("פתיחה")
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה חדשה")
    expect(page.locator("article")).to_contain_text("פתיחה חדשה", timeout=30_000)
    begun.context.close()
    scripts = [fault for fault in begun.faults if fault.startswith((f"{PREFIX}script", f"{PREFIX}connect"))]
    assert scripts == []
