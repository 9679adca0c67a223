"""What every reader does: arrive, choose a door, read, switch language, look a term up, print."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support import Open

PAGES = {
    "home": "",
    "guide": "guide/support-model/",
    "case": "cases/moshe/",
    "exercise": "exercises/smart-goal/",
    "code": "ethics/code/",
    "finder": "ethics/",
    "situation": "ethics/situations/abuse-at-home/",
    "glossary": "reference/glossary/",
    "catalogue": "exercises/",
    "course": "course/",
    "unit": "course/09-boundaries-and-ethics/",
    "workshops": "workshops/",
    "plan": "workshops/six-meetings/",
    "feedback": "workshops/feedback/",
}
BOTH = [(name, lang) for name in PAGES for lang in ("he", "en")]


def at(name: str, lang: str) -> str:
    return ("" if lang == "he" else "en/") + PAGES[name]


@pytest.mark.parametrize("lang", ["he", "en"])
def test_three_doors_lead_to_pages_that_exist(open_page: Open, lang: str) -> None:
    page = open_page(at("home", lang))
    doors = page.locator(".kb-door a").evaluate_all("links => links.map(a => a.href)")
    assert len(doors) >= 9
    for href in doors:
        answer = page.request.get(href)
        assert (href, answer.status) == (href, 200)


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_page_says_what_it_is(open_page: Open, name: str, lang: str) -> None:
    page = open_page(at(name, lang))
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (lang, "rtl" if lang == "he" else "ltr")
    assert page.locator("h1").count() == 1
    assert len(page.locator("meta[name=description]").get_attribute("content") or "") >= 40
    alternates = page.locator("link[rel~=alternate][hreflang]").evaluate_all("l => l.map(x => x.hreflang)")
    assert sorted(alternates) == ["en", "he", "x-default"]


def test_language_switch_stays_on_page_and_section(open_page: Open) -> None:
    page = open_page("ethics/code/#e7")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/ethics/code/#e7")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="עברית").first.click()
    page.wait_for_url("**/sub/ethics/code/#e7")


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_no_request_leaves_the_site(open_page: Open, address: str, name: str, lang: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + at(name, lang))
    page.wait_for_load_state("networkidle")
    host = urlsplit(address).netloc
    assert asked
    assert [url for url in asked if urlsplit(url).netloc != host and not url.startswith("data:")] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_nothing_is_wider_than_the_screen(open_page: Open, name: str, lang: str, width: int) -> None:
    page = open_page(at(name, lang), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_axe_finds_no_barrier(open_page: Open, name: str, lang: str, width: int, scheme: str) -> None:
    page = open_page(at(name, lang), width=width, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


def open_term(page: Page) -> None:
    term = page.locator("button.kb-term").first
    card = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert not card.is_visible()
    term.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    assert card.get_by_role("link").get_attribute("href")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert term.evaluate("button => document.activeElement === button")


def test_term_opens_and_closes_by_keyboard(open_page: Open) -> None:
    open_term(open_page("guide/support-model/"))


def test_term_opens_without_javascript(open_page: Open) -> None:
    page = open_page("guide/support-model/", java_script_enabled=False)
    term = page.locator("button.kb-term").first
    term.click()
    expect(page.locator(f"#{term.get_attribute('popovertarget')}")).to_be_visible()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_javascript_everything_can_be_read_and_typed(open_page: Open, lang: str) -> None:
    page = open_page(at("case", lang), java_script_enabled=False)
    expect(page.locator(".kb-pause").first).to_be_visible()
    expect(page.locator(".kb-trainer").first).to_be_visible()
    field = page.locator("textarea.kb-field").first
    field.fill("תשובה")
    assert field.input_value() == "תשובה"
    page.locator("details.kb-reveal summary").first.click()
    expect(page.locator("details.kb-reveal p").first).to_be_visible()
    other = page.get_by_role("link", name="English" if lang == "he" else "עברית").first
    other.click()
    assert page.locator("html").get_attribute("lang") == ("en" if lang == "he" else "he")


def test_trainer_view_is_off_until_asked_for_and_stays(open_page: Open) -> None:
    page = open_page("cases/moshe/", width=1280)
    note = page.locator(".kb-trainer").first
    expect(note).to_be_hidden()
    switch = page.get_by_role("button", name="תצוגת מנחים")
    switch.click()
    expect(note).to_be_visible()
    page.reload()
    expect(page.locator(".kb-trainer").first).to_be_visible()


def test_print_has_no_chrome_and_open_disclosures(open_page: Open) -> None:
    page = open_page("cases/moshe/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".md-sidebar"):
        for part in page.locator(chrome).all():
            expect(part).to_be_hidden()
    expect(page.locator("details.kb-reveal p").first).to_be_visible()


def test_page_opens_from_a_folder(site: Path, browser: object) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto((site / "guide" / "support-model" / "index.html").as_uri())
    style = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Assistant" in style
    assert page.locator(".kb-takeaway").is_visible()
    page.close()


def test_404_speaks_both_languages_and_leads_home(open_page: Open, address: str) -> None:
    page = open_page("404.html")
    langs = page.locator("main [lang], [data-md-component=content] [lang]").evaluate_all(
        "e => e.map(x => x.lang)"
    )
    assert {"he", "en"} <= set(langs)
    for lang, home in (("he", address), ("en", urljoin(address, "en/"))):
        link = page.locator(f"[lang={lang}] a[href]").first
        assert link.evaluate("a => a.href") == home
