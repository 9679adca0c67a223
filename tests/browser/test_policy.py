"""The pages' policy in a browser: nothing that the site does offends against it, from a server or a disk."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from walking import KINDS, Walk, unpacked, walk

from kb.protection import directives, headers

LANGS = ("", "en/")


def _rules(site: Path) -> dict[str, list[tuple[str, str]]]:
    """Read _headers as a host does."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (site / headers.NAME).read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rule = found.setdefault(line, [])
        elif not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            rule.append((name, value))
    return found


class _Host(http.server.SimpleHTTPRequestHandler):
    """A static host that sends what _headers says."""

    rules: dict[str, list[tuple[str, str]]]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        for pattern, given in self.rules.items():
            for name, value in given if fnmatchcase(self.path.split("?")[0], pattern) else ():
                self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def roots(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The site at a host that sends its headers, and its copy on a disk."""
    folder = tmp_path_factory.mktemp("policy")
    copy = unpacked(site, folder / "הורדות 1")
    headers.write(site)
    rules = _rules(site)
    (site / headers.NAME).unlink()
    handler = functools.partial(type("Host", (_Host,), {"rules": rules}), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"host": f"http://127.0.0.1:{server.server_port}/", "disk": f"{copy.as_uri()}/"}
    server.shutdown()


@pytest.fixture(params=["host", "disk"])
def visit(request: pytest.FixtureRequest, browser: Browser, roots: dict[str, str]) -> Iterator[Walk]:
    begun = walk(browser, roots[request.param])
    yield begun
    begun.end()


@pytest.mark.parametrize("lang", LANGS)
def test_no_kind_of_page_offends(visit: Walk, lang: str) -> None:
    page = visit.context.new_page()
    for kind in KINDS:
        page.goto(visit.address(lang + kind))
        policy = page.locator("meta[http-equiv='Content-Security-Policy']")
        assert policy.get_attribute("content") == directives.in_page()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Assistant")
        assert page.evaluate("document.documentElement.dataset.kbScheme") == "light"  # scripts run


def test_the_404_page_does_not_offend(browser: Browser, roots: dict[str, str]) -> None:
    begun = walk(browser, roots["host"])
    page = begun.open("404.html")
    assert page.locator("meta[http-equiv]").get_attribute("content") == directives.in_page()
    begun.context.close()
    assert [fault for fault in begun.faults if "forbidden" in fault] == []


@pytest.mark.parametrize("place", ["host", "disk"])
@pytest.mark.parametrize(
    ("script", "directive"),
    [
        ("add('body', 'p').setAttribute('style', 'color: red')", "style-src-attr"),
        ("add('body', 'div').innerHTML = '<img src=x onerror=\"hit = 1\">'", "script-src-attr"),
        ("add('body', 'script', {text: 'hit = 1'})", "script-src-elem"),
        ("add('head', 'style', {textContent: 'p {}'})", "style-src-elem"),
        ("add('body', 'iframe', {src: 'x.html'})", "frame-src"),
        ("add('body', 'img', {src: 'https://example.org/x.png'})", "img-src"),
        ("fetch('https://example.org/').catch(() => {})", "connect-src"),
        ("location.href = 'javascript:hit = 1'", "script-src-elem"),
    ],
)
def test_what_offends_is_stopped_and_seen_here(
    browser: Browser, roots: dict[str, str], place: str, script: str, directive: str
) -> None:
    """So that the walks of this file can fail."""
    begun = walk(browser, roots[place])
    page = begun.open("reference/about/")
    page.evaluate(
        "const add = (place, tag, more = {}) =>"
        " document[place].appendChild(Object.assign(document.createElement(tag), more));"
        f"{script};"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    begun.context.close()
    assert [fault for fault in begun.faults if fault.startswith(f"forbidden: {directive}")] != []


# Whatever can be done


@pytest.mark.parametrize("lang", LANGS)
def test_searching_does_not_offend(visit: Walk, lang: str) -> None:
    page = visit.open(f"{lang}guide/introduction/")
    page.keyboard.press("Control+k")
    page.keyboard.type("SMART")
    expect(page.locator("#kb-search-results > li").first).to_be_visible(timeout=10_000)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page = visit.open(f"{lang}ethics/?say=gift")
    expect(
        page.locator(".kb-finder-found .kb-situation, .kb-finder-none:not([hidden])").first
    ).to_be_attached()
    page.locator("#kb-by-who").select_option(index=1)
    page = visit.open(f"{lang}exercises/")
    page.locator("#kb-by-minutes").select_option(index=1)


@pytest.mark.parametrize("lang", LANGS)
def test_writing_does_not_offend(visit: Walk, lang: str) -> None:
    page = visit.open(f"{lang}exercises/smart-goal/")
    page.locator("#kb-goal").fill("line\n" * 30)
    page.locator("input[name=confidence][value='7']").check()
    page.locator(".kb-fields-keep").click()
    with page.expect_download() as download:
        page.locator(".kb-fields-save").click()
    with page.expect_file_chooser() as chooser:
        page.locator(".kb-fields-load").click()
    chooser.value.set_files(download.value.path())
    page.locator(".kb-fields-ask button").first.click()
    expect(page.locator(".kb-fields-undo")).to_be_visible()
    page.locator(".kb-trainer-switch").click()
    page.locator(".kb-scheme:visible").first.click()
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    page.locator(".kb-fields-erase").click()
    page.locator(".kb-fields-ask button").first.click()


@pytest.mark.parametrize("lang", LANGS)
def test_learning_does_not_offend(visit: Walk, lang: str) -> None:
    page = visit.open(f"{lang}course/04-coaching-and-its-models/")
    quiz = page.locator(".kb-quiz").first
    quiz.locator("input[type=radio]").first.check()
    quiz.locator(".kb-commit-button").click()
    expect(quiz.locator(".kb-argued")).to_be_visible()
    page.locator(".kb-mark input").first.check()
    page.locator(".kb-unit-finish").click()
    page = visit.open(f"{lang}course/")
    page.locator(".kb-progress-statement").click()
    page.locator("#kb-statement-field").fill("Name")
    with page.expect_download() as download:
        page.locator(".kb-progress-save").click()
    with page.expect_file_chooser() as chooser:
        page.locator(".kb-progress-load").click()
    chooser.value.set_files(download.value.path())
    expect(page.locator(".kb-progress-said")).not_to_be_empty()
    page.locator(".kb-language").click()
    page.wait_for_load_state()
    page.locator(".kb-progress-erase").click()
    visit.open(lang)


@pytest.mark.parametrize("path", ["cases/moshe/", "workshops/ethics-clinic/"])
@pytest.mark.parametrize("lang", LANGS)
def test_projecting_with_the_trainers_screen_does_not_offend(visit: Walk, lang: str, path: str) -> None:
    """Its window is empty, inherits the policy, and still has the site's styles and its notes."""
    page = visit.open(lang + path)
    page.locator(".kb-project").click()
    with page.expect_popup() as opened:
        page.locator(".kb-projector [data-kb-act=screen], [data-kb-act=screen]").first.click()
    screen: Page = opened.value
    expect(screen.locator("h1")).not_to_be_empty()
    page.keyboard.press("End")
    page.keyboard.press("+")
    screen.locator("[data-kb-act=back]").click()
    expect(screen.locator("body")).to_have_css("font-family", re.compile("^Assistant"))
    with screen.expect_event("close"):
        page.keyboard.press("Escape")


@pytest.mark.parametrize("lang", LANGS)
def test_the_rest_does_not_offend(visit: Walk, lang: str) -> None:
    page = visit.open(f"{lang}ethics/code/")
    page.locator(".kb-cite-clause button").first.click()
    page = visit.open(f"{lang}workshops/ethics-clinic/")
    page.locator(".kb-agenda-start input").first.fill("10:30")
    page = visit.open(f"{lang}reference/privacy/")
    if not visit.on_disk:
        page.locator(".kb-offline button").click()
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".kb-menu").click()


def test_other_sites_are_not_told_where_a_reader_comes_from(
    browser: Browser, address: str, site: Path
) -> None:
    context = browser.new_context()
    told: list[str | None] = []

    def answer(route) -> None:  # type: ignore[no-untyped-def]
        told.append(route.request.header_value("referer"))
        route.fulfill(body="<title>elsewhere</title>", content_type="text/html")

    context.route("https://creativecommons.org/**", answer)
    page = context.new_page()
    page.goto(f"{address}ethics/situations/talks-of-dying/")
    page.locator("a[rel=license]").click()
    page.wait_for_url("https://creativecommons.org/**")
    context.close()
    assert told == [None]


def test_the_headers_reach_pages_and_files(browser: Browser, roots: dict[str, str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(roots["host"])
    assert answer is not None
    given = answer.all_headers()
    assert {name: given[name.lower()] for name in headers.PROTECTION} == headers.PROTECTION
    joined = page.locator("link[href*='assets/joined/']").first.evaluate("link => link.href")
    assert page.request.get(joined).headers["cache-control"] == headers.FOR_EVER
    context.close()
