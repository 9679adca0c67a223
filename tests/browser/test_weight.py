"""What a first visit sends: few requests, few bytes, nothing of the search, and nothing moves."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from kb import sitefiles
from kb.budget import BUDGET
from kb.weight import Scale
from support import Open
from verbs.bench_weight import content_pages, pages

KINDS = list(pages())
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture(scope="module")
def scale(site: Path) -> Scale:
    return Scale(sitefiles.load(site))


def test_every_page_is_within_the_budget(scale: Scale) -> None:
    weights = [scale.weigh(page) for page in content_pages(scale.site)]
    assert len(weights) > 200
    heavy = [
        (weight.page, weight.total, max(weight.files.items(), key=lambda item: item[1]))
        for weight in weights
        if weight.total > BUDGET.bytes
    ]
    many = [(w.page, sorted(w.files)) for w in weights if w.requests > BUDGET.requests]
    assert (heavy, many) == ([], [])


def visit(browser: Browser, address: str, path: str) -> list[str]:
    """Open a page in a fresh browser and return the files of the site that were asked for, in order."""
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path.removesuffix("index.html"))
    page.wait_for_load_state("networkidle")
    page.close()
    paths = [urlsplit(url).path for url in asked if not url.startswith("data:")]
    files = [name.removeprefix(urlsplit(address).path) for name in paths]
    return [f"{name}index.html" if not name or name.endswith("/") else name for name in files]


@pytest.mark.parametrize(("kind", "lang", "path"), KINDS)
def test_a_browser_asks_for_what_was_weighed_and_no_more(
    browser: Browser, address: str, scale: Scale, kind: str, lang: str, path: str
) -> None:
    asked = visit(browser, address, path)
    weighed = set(scale.weigh(path).files)
    assert sorted(asked) == sorted(set(asked))  # nothing twice
    assert set(asked) <= weighed
    # Headless browsers ask for no icon, and for a typeface only if the letter is shown.
    left = {name for name in weighed - set(asked) if not name.endswith((".woff2", ".svg"))}
    assert left == set()
    assert not [name for name in asked if name.startswith(("search/", "assets/search/"))]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("kind", "lang", "path"), KINDS)
def test_nothing_moves_while_a_page_loads(
    open_page: Open, kind: str, lang: str, path: str, width: int
) -> None:
    page = open_page(path.removesuffix("index.html"), width=width)
    page.wait_for_load_state("networkidle")
    # As Lighthouse counts. Letters with accents are a file that comes late: a line's width, not its place.
    assert round(page.evaluate(SHIFT), 2) == 0


def test_the_finder_fetches_what_reads_words_when_someone_is_about_to_type(open_page: Open) -> None:
    page = open_page("ethics/")
    with page.expect_request(lambda request: "/assets/joined/later." in request.url):
        page.locator(".kb-finder-form [name=say]").focus()
