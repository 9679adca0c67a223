"""axe on every page of the site.

Covered here: every page in both languages with every rule of axe in one colour scheme and with its rule of
contrast in the other, at 360 or 1280 px. The width and the scheme of the full run change from page to page,
and the English page has the other width than the Hebrew one. One page of every kind has all eight
combinations of language, scheme and width with every rule: fourteen in test_reading, the others here.
What opens, closes or is answered on a page is in test_axe_states.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from barriers import begin, found
from playwright.sync_api import Browser, Page

from support import Open

WIDTHS = (360, 1280)
# The folders of the site; "" is its home page.
PARTS = [
    "",
    "cases",
    "contribute",
    "course",
    "ethics",
    "exercises",
    "guide",
    "issues",
    "reference",
    "workshops",
]
# Kinds of pages beside those of test_reading.
KINDS = [
    "contribute/checks/",
    "ethics/boundaries/",
    "exercises/case-moshe/",
    "reference/about/",
    "reference/privacy/",
    "reference/references/",
]


def addresses(site: Path) -> list[str]:
    """Return the addresses of all Hebrew pages, each of which has an English one."""
    pages = [page.parent.relative_to(site).as_posix() for page in site.rglob("index.html")]
    pages = ["" if page == "." else f"{page}/" for page in sorted(pages)]
    english = {page for page in pages if page.startswith("en/")}
    hebrew = [page for page in pages if page not in english]
    assert english == {f"en/{page}" for page in hebrew}
    return hebrew


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[dict[int, Page]]:
    """A narrow and a wide tab, each in a process of its own: one is looked at while the other loads."""
    contexts = [browser.new_context(viewport={"width": width, "height": 740}) for width in WIDTHS]
    yield {width: context.new_page() for width, context in zip(WIDTHS, contexts, strict=True)}
    for context in contexts:
        context.close()


def test_no_part_of_the_site_is_left_out(site: Path) -> None:
    assert sorted({address.partition("/")[0] for address in addresses(site)}) == PARTS


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part or "home")
def test_axe_finds_no_barrier_on_any_page(tabs: dict[int, Page], address: str, site: Path, part: str) -> None:
    faults = []
    hebrew = [page for page in addresses(site) if page.partition("/")[0] == part]
    for number, page in enumerate(hebrew):
        pair = dict(zip(WIDTHS if number % 2 else WIDTHS[::-1], (page, f"en/{page}"), strict=True))
        for width, path in pair.items():
            tabs[width].goto(address + path)
            begin(tabs[width], "dark" if number // 2 % 2 else "light")
        faults += [f"{path}: {fault}" for width, path in pair.items() for fault in found(tabs[width])]
    assert hebrew
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["", "en/"], ids=["he", "en"])
def test_axe_finds_no_barrier_on_further_kinds(open_page: Open, lang: str, width: int, scheme: str) -> None:
    page = open_page("404.html", width=width, color_scheme=scheme)
    for kind in ["404.html", *KINDS]:
        page.goto(page.url.partition("/sub/")[0] + f"/sub/{'' if kind == '404.html' else lang}{kind}")
        assert [(kind, v["id"]) for v in Axe().run(page).response["violations"]] == []
