"""The downloaded copy, unpacked, opened by a double click, with the network off."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from kb import sitefiles
from kb.offline import archive
from kb.rules import site_links
from support import Open

NAME = "kb"


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked copy, in a folder whose name has a blank and Hebrew letters, as people's have."""
    folder = tmp_path_factory.mktemp("copy") / "הורדות 1"
    with ZipFile(io.BytesIO(archive.pack(site, NAME, "https://example.org/"))) as packed:
        packed.extractall(folder)
    return folder / NAME


@pytest.fixture
def disk(browser: Browser, copy: Path) -> Iterator[Page]:
    """The copy's first page; any error in a page and any request that is no file fail the test."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 740})
    context.set_offline(True)
    faults: list[str] = []
    context.on("request", lambda asked: None if is_file(asked.url) else faults.append(asked.url))
    context.on("requestfailed", lambda asked: None if was_left(asked) else faults.append(asked.url))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    page = context.new_page()
    page.goto((copy / "index.html").as_uri())
    yield page
    context.close()
    assert faults == []


def is_file(url: str) -> bool:
    """Tell whether an address is on this computer: a file, or the browser's own viewer of files."""
    return urlsplit(url).scheme in ("file", "data", "blob", "chrome", "chrome-extension")


def place(page: Page, copy: Path) -> str:
    """Return the file that is open, below the copy's folder."""
    return Path(unquote(urlsplit(page.url).path)).relative_to(copy).as_posix()


def was_left(asked: Request) -> bool:
    """Tell whether a request ended because its page was left while it was loading."""
    return asked.failure == "net::ERR_ABORTED"


def test_every_link_of_the_copy_leads_to_a_file(copy: Path) -> None:
    """With no server to look for index.html, and none to redirect."""
    built = sitefiles.load(copy, "https://example.org/")
    assert list(site_links.find(built)) == []
    folders = [
        (page.path, link.url)
        for page in built.pages.values()
        for link in page.references
        if (found := built.locate(page.path, link.url)) and not urlsplit(link.url).scheme
        if link.url.split("#")[0].split("?")[0].endswith(("/", ".")) or found[0] not in built.files
    ]
    assert folders == []


def test_from_home_to_a_page_in_the_other_language_and_back(disk: Page, copy: Path) -> None:
    disk.locator("article a[href='ethics/index.html']").first.click()
    assert place(disk, copy) == "ethics/index.html"
    disk.locator(".kb-language").click()
    assert place(disk, copy) == "en/ethics/index.html"
    expect(disk.locator("html")).to_have_attribute("lang", "en")
    disk.locator(".kb-site").click()
    assert place(disk, copy) == "en/index.html"


@pytest.mark.parametrize(
    ("lang", "asked", "found"),
    [("", "מתנה ממעסיק", "ethics/code/index.html"), ("en/", "smart goals", "en/")],
)
def test_the_search_finds_and_leads_to_a_page(
    disk: Page, copy: Path, lang: str, asked: str, found: str
) -> None:
    disk.goto((copy / lang / "reference" / "privacy" / "index.html").as_uri())
    disk.locator(".md-search__input").fill(asked)
    first = disk.locator(".md-search-result__link").first
    expect(first).to_be_visible(timeout=20_000)
    first.click()
    disk.wait_for_url(lambda url: "privacy" not in url)
    expect(disk.locator("h1")).to_be_visible()
    assert place(disk, copy).startswith(found)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_handout_opens_from_its_file(disk: Page, copy: Path, lang: str) -> None:
    disk.goto((copy / lang / "exercises" / "smart-goal" / "index.html").as_uri())
    link = disk.locator(".kb-handouts a[href$='.pdf']").first
    name = str(link.get_attribute("href")).rpartition("/")[2]
    link.click()
    disk.wait_for_url(f"**/handouts/{name}")
    assert (copy / "handouts" / name).read_bytes().startswith(b"%PDF")


def test_the_finder_finds_and_leads_to_a_situation(disk: Page, copy: Path) -> None:
    disk.goto((copy / "ethics" / "index.html").as_uri())
    disk.locator(".kb-finder input[type=search]").fill("מתנה")
    first = disk.locator(".kb-finder-found .kb-situation-link").first
    expect(first).to_be_visible()
    first.click()
    disk.wait_for_url("**/ethics/situations/gift-from-participant/index.html")


def test_what_is_written_survives_a_reload_and_a_change_of_language(disk: Page, copy: Path) -> None:
    disk.goto((copy / "exercises" / "smart-goal" / "index.html").as_uri())
    disk.locator("#kb-goal").fill("מהדיסק")
    disk.reload()
    expect(disk.locator("#kb-goal")).to_have_value("מהדיסק")
    disk.locator(".kb-language").click()
    assert place(disk, copy).startswith("en/")
    expect(disk.locator("#kb-goal")).to_have_value("מהדיסק")


def test_progress_is_kept_and_leads_on(disk: Page, copy: Path) -> None:
    unit = "course/01-why-support/index.html"
    disk.goto((copy / unit).as_uri())
    disk.locator(".kb-mark input").first.check()
    disk.reload()
    expect(disk.locator(".kb-mark input").first).to_be_checked()
    disk.goto((copy / "en" / "course" / "index.html").as_uri())
    disk.locator(".kb-progress-resume a").click()
    assert place(disk, copy) == f"en/{unit}"


def test_the_site_says_where_the_file_would_be_before_it_is_packed(open_page: Open) -> None:
    page = open_page("en/reference/about/#offline")
    expect(page.locator(".kb-download")).to_have_text("The file is made when the site is built (build).")


def test_the_copy_says_that_it_is_one(disk: Page, copy: Path) -> None:
    disk.goto((copy / "reference" / "about" / "index.html").as_uri())
    expect(disk.locator(".kb-download")).to_contain_text("אתם קוראים עכשיו את העותק שהורד.")
    expect(disk.locator(".kb-download a")).to_have_attribute("href", "https://example.org/reference/about/")
