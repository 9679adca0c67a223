"""The same site at another host and path, built with and without SITE_URL: it works; links are relative."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from kb import sitefiles
from support import ROOT
from verbs import benchsite, mkdocs_run
from verbs.serving import hosted

# What must be a whole address: a page's own, those in other languages, what is told to who shares the page,
# and what paper says of where the page is.
WHOLE = re.compile(
    r'<link rel="(?:canonical|alternate)"[^>]*>|<meta property="og:(?:url|image)"[^>]*>'
    r'|<p class="kb-(?:print|statement)-address">.*?</p>'
)
ENGLISH_WORD, HEBREW_WORD = "boundaries", "גבולות"
ELSEWHERE = "https://coaching.example/deep/down/"
PAGES = 3


def test_only_a_head_says_where_the_site_was_to_stand(site: Path, address: str) -> None:
    for path in sorted(site.rglob("*.html")):
        text = WHOLE.sub("", path.read_text(encoding="utf-8"))
        assert address not in text, path
    texts = [*site.rglob("*.js"), *site.rglob("*.css"), *site.rglob("*.json")]
    assert len(texts) > 10
    assert [path for path in texts if address.encode() in path.read_bytes()] == []


def test_links_on_pages_are_relative(site: Path) -> None:
    pages = sitefiles.load(site).pages
    absolute = [
        (name, reference.url)
        for name, page in pages.items()
        if name != "404.html"  # shown at any depth: it starts at the path of the address
        for reference in page.references
        if reference.url.startswith("/") or urlsplit(reference.url).hostname == "127.0.0.1"
    ]
    assert len(pages) > 200
    assert absolute == []


@pytest.fixture(scope="module")
def moved(site: Path) -> Iterator[str]:
    """The site, built for a sub-path of one host, at the top of another."""
    with hosted(site) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(browser: Browser, moved: str) -> Iterator[Page]:
    """A fresh page; what it asks of other hosts, and what is not there, fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 740})
    faults: list[str] = []
    page = context.new_page()
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(moved) else None)
    page.on(
        "response", lambda came: faults.append(f"{came.status} {came.url}") if came.status >= 400 else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    # Only `build` writes the service worker, and this site was not completed.
    assert [fault for fault in faults if not fault.endswith("sw.js")] == []


@pytest.mark.parametrize(("lang", "start"), [("he", ""), ("en", "en/")])
def test_pages_lead_on_at_another_host(page: Page, moved: str, lang: str, start: str) -> None:
    page.goto(moved + start)
    page.locator("article a[href$='course/']:visible").first.click()
    page.wait_for_url(f"{moved}{start}course/")
    assert page.locator("html").get_attribute("lang") == lang
    assert "Assistant" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.goto(f"{moved}{start}exercises/smart-goal/")
    assert (
        page.evaluate("fetch(document.querySelector(\"a[href$='.pdf']\").href).then((came) => came.status)")
        == 200
    )


def test_the_other_language_is_found_at_another_host(page: Page, moved: str) -> None:
    page.goto(f"{moved}guide/support-model/")
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"{moved}en/guide/support-model/")


@pytest.mark.parametrize(("start", "word"), [("", HEBREW_WORD), ("en/", ENGLISH_WORD)])
def test_the_search_leads_on_at_another_host(page: Page, moved: str, start: str, word: str) -> None:
    page.goto(f"{moved}{start}reference/about/?q={word}")
    link = page.locator(".md-search-result__link").first
    link.wait_for()
    link.click()
    page.wait_for_url(re.compile(f"^{re.escape(moved)}{start}(?!reference/about/)"))


def built(folder: Path, published: str | None) -> dict[str, str]:
    """Build a few pages in the site's look for an address, or for none; return them by their paths."""
    config = benchsite.many(ROOT, folder, PAGES)
    text = config.read_text(encoding="utf-8")
    assert "site_url: https://example.org/\n" in text
    setting = 'site_url: !ENV [SITE_URL, "https://example.org/"]\n'
    config.write_text(text.replace("site_url: https://example.org/\n", setting), encoding="utf-8")
    environment = mkdocs_run.environment(folder, **{mkdocs_run.CHECKED: "1"})
    environment.pop("SITE_URL", None)
    if published is not None:
        environment["SITE_URL"] = published
    command = mkdocs_run.command(folder, "build", "--quiet", "--site-dir", str(folder / "site"))
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }


def test_another_address_changes_whole_addresses_only(tmp_path: Path) -> None:
    unset, elsewhere = built(tmp_path / "a", None), built(tmp_path / "b", ELSEWHERE)
    assert len(unset) > 2 * PAGES
    for name, text in unset.items():
        there = elsewhere[name]
        assert text.count("https://example.org/") == there.count(ELSEWHERE) > 0 or name == "404.html"
        if name == "404.html":
            assert 'href="/deep/down/' in there
        else:
            assert text.replace("https://example.org/", ELSEWHERE) == there
