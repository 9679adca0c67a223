"""A trainer shows a case to a group: full screen, stage by stage, with notes on a screen of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from support import Open

CASE = {"he": "cases/dimona/", "en": "en/cases/dimona/"}
START = {"he": "הקרנה", "en": "Project"}
FIRST = {
    "he": "1 מתוך 20: דימונה: הן רצו ללמוד. למה נשרו?",
    "en": "1 of 20: Dimona: they wanted to study. Why did they drop out?",
}
SECOND = {"he": "2 מתוך 20: מי הפעיל את התוכנית?", "en": "2 of 20: Who ran the programme?"}


def project(page: Page, lang: str) -> None:
    # Tall enough that no stage needs scrolling: one press is one stage.
    page.set_viewport_size({"width": 1280, "height": 4000})
    page.get_by_role("button", name=START[lang], exact=True).click()


def place(page: Page) -> str:
    return page.locator(".kb-projector-place").inner_text()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_stage_follows_stage_by_clicker_keyboard_and_button(open_page: Open, lang: str) -> None:
    page = open_page(CASE[lang])
    project(page, lang)
    assert place(page) == FIRST[lang]
    page.keyboard.press("PageDown")
    assert place(page) == SECOND[lang]
    page.keyboard.press("PageUp")
    assert place(page) == FIRST[lang]
    page.keyboard.press("ArrowLeft" if lang == "he" else "ArrowRight")
    assert place(page) == SECOND[lang]
    page.keyboard.press("ArrowRight" if lang == "he" else "ArrowLeft")
    assert place(page) == FIRST[lang]
    page.locator("[data-kb-act=next]").click()
    assert place(page) == SECOND[lang]


def test_only_the_stage_is_seen_and_the_end_is_not_told(open_page: Open) -> None:
    page = open_page(CASE["he"])
    project(page, "he")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".kb-takeaway")).to_be_hidden()
    expect(page.locator("#figure-timeline-dimona")).to_be_hidden()
    expect(page.locator("#recruitment")).to_be_hidden()
    page.keyboard.press("End")
    expect(page.locator(".kb-takeaway")).to_be_visible()
    expect(page.locator("#figure-timeline-dimona")).to_be_visible()


def test_what_happened_opens_at_the_second_press(open_page: Open) -> None:
    page = open_page(CASE["he"])
    project(page, "he")
    for _ in range(3):
        page.keyboard.press("PageDown")
    pause = page.locator("#pause-start")
    expect(pause).to_be_visible()
    assert pause.locator("details").get_attribute("open") is None
    page.keyboard.press("PageDown")
    assert pause.locator("details").get_attribute("open") == ""
    page.keyboard.press("PageDown")
    expect(pause).to_be_hidden()


def test_notes_and_time_stand_on_the_trainers_screen_alone(open_page: Open) -> None:
    page = open_page(CASE["he"])
    page.locator(".kb-trainer-switch").click()
    project(page, "he")
    expect(page.locator("article .kb-trainer").first).to_be_hidden()
    with page.expect_popup() as opening:
        page.locator("[data-kb-act=screen]").click()
    screen = opening.value
    assert screen.locator("html").get_attribute("dir") == "rtl"
    expect(screen.locator("h1")).to_have_text("דימונה: הן רצו ללמוד. למה נשרו?")
    expect(screen.locator(".kb-trainer")).to_have_count(1)
    expect(screen.locator(".kb-screen-time")).to_contain_text("בשלב הזה: 0:0")
    expect(screen.locator(".kb-screen-next")).to_have_text("אחר כך: מי הפעיל את התוכנית?")
    screen.keyboard.press("PageDown")
    assert place(page) == SECOND["he"]
    expect(screen.locator("h1")).to_have_text("מי הפעיל את התוכנית?")
    expect(screen.locator(".kb-screen-none")).to_have_text("אין הערות למנחים בשלב הזה.")
    screen.locator("[data-kb-act=back]").click()
    assert place(page) == FIRST["he"]
    page.locator("[data-kb-act=leave]").click()
    page.wait_for_timeout(200)
    assert screen.is_closed()


def test_leaving_gives_the_page_back(open_page: Open) -> None:
    page = open_page(CASE["he"])
    project(page, "he")
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    expect(page.locator(".kb-projector")).to_have_count(0)
    expect(page.locator(".md-header")).to_be_visible()
    expect(page.locator(".kb-takeaway")).to_be_visible()
    expect(page.get_by_role("button", name="הקרנה", exact=True)).to_be_focused()


def test_what_is_typed_while_projecting_moves_nothing(open_page: Open) -> None:
    page = open_page(CASE["he"])
    project(page, "he")
    for _ in range(3):
        page.keyboard.press("PageDown")
    here = place(page)
    field = page.locator("#pause-start textarea")
    field.click()
    page.keyboard.type("a b")
    page.keyboard.press("ArrowLeft")
    assert (field.input_value(), place(page)) == ("a b", here)


def test_larger_type(open_page: Open) -> None:
    page = open_page(CASE["he"])
    project(page, "he")
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    before = page.evaluate(size)
    page.locator("[data-kb-act=larger]").click()
    assert page.evaluate(size) > before


@pytest.mark.parametrize("lang", ["he", "en"])
def test_no_fault_for_axe_while_projecting(open_page: Open, lang: str) -> None:
    page = open_page(CASE[lang], width=1280)
    page.get_by_role("button", name=START[lang], exact=True).click()
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_projects_from_a_file_too(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 4000})
    page.goto((site / "cases/dimona/index.html").as_uri())
    page.get_by_role("button", name="הקרנה", exact=True).click()
    with page.expect_popup() as opening:
        page.locator("[data-kb-act=screen]").click()
    page.keyboard.press("PageDown")
    expect(opening.value.locator("h1")).to_have_text("מי הפעיל את התוכנית?")
    page.close()


def test_only_cases_and_plans_are_projected(open_page: Open) -> None:
    page = open_page("exercises/smart-goal/")
    expect(page.locator(".kb-project")).to_have_count(0)
