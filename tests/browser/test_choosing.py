"""The catalogue of exercises in a browser: complete without a script, chosen from with one."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kb import content
from kb.exercises import catalogue
from support import ROOT, Open

HOSTILE = "<img src=x onerror=\"document.title='broken'\">"
ROWS = catalogue.exercises(content.load(ROOT), "he")


def at(lang: str, rest: str = "") -> str:
    return ("" if lang == "he" else "en/") + "exercises/" + rest


def slug(row: catalogue.Entry) -> str:
    return row.page.folder.removeprefix(catalogue.FOLDER)


def shown(page: Page) -> set[str]:
    """Return the names of the exercises that can be seen."""
    read = "links => links.filter(a => a.offsetParent).map(a => a.href.split('/').at(-2))"
    return set(page.locator(".kb-exercise-link").evaluate_all(read))


ALL = {slug(row) for row in ROWS}


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_a_script_all_exercises_stand_there(open_page: Open, lang: str) -> None:
    page = open_page(at(lang), java_script_enabled=False)
    assert shown(page) == ALL
    assert page.locator(".kb-catalogue :is(select, button)").count() == 0


@pytest.mark.parametrize("lang", ["he", "en"])
def test_all_that_it_links_to_exists(open_page: Open, lang: str) -> None:
    page = open_page(at(lang))
    hrefs = page.locator(".kb-catalogue a").evaluate_all("all => [...new Set(all.map(a => a.href))]")
    assert len(hrefs) > len(ALL)
    assert [href for href in hrefs if page.request.get(href).status != 200] == []


def test_choices_go_together_and_the_count_is_said(open_page: Open) -> None:
    page = open_page(at("he"))
    status = page.locator(".kb-catalogue-count")
    assert status.get_attribute("role") == "status"
    expect(status).to_have_text(f"כל התרגילים: {len(ALL)}")
    page.locator("#kb-by-purpose").select_option("act")
    acting = {slug(row) for row in ROWS if "act" in row.purposes}
    assert shown(page) == acting
    expect(status).to_have_text(f"{len(acting)} מתוך {len(ALL)} תרגילים")
    page.locator("#kb-by-minutes").select_option("40")
    assert shown(page) == {slug(row) for row in ROWS if "act" in row.purposes and row.minutes <= 40}
    page.get_by_role("button", name="לכל התרגילים").click()
    expect(page.locator("#kb-by-purpose")).to_be_focused()
    assert shown(page) == ALL
    expect(page.get_by_role("button", name="לכל התרגילים")).to_be_hidden()


def test_no_empty_heading_is_left(open_page: Open) -> None:
    page = open_page(at("en"))
    for value in page.locator("#kb-by-purpose option").evaluate_all("all => all.map(o => o.value)"):
        page.locator("#kb-by-purpose").select_option(value)
        assert shown(page), value
        for group in page.locator(".kb-catalogue-group:not([hidden])").all():
            assert group.locator(".kb-exercise:not([hidden])").count()


def test_a_choice_is_a_link(open_page: Open) -> None:
    page = open_page(at("en"))
    page.locator("#kb-by-purpose").select_option("act")
    page.locator("#kb-by-setting").select_option("alone")
    page.wait_for_url("**/en/exercises/?purpose=act&setting=alone")
    seen = shown(page)
    other = open_page(at("he", "?purpose=act&setting=alone"))
    assert shown(other) == seen
    assert other.locator("#kb-by-setting").input_value() == "alone"
    other.locator(".kb-exercise:not([hidden]) .kb-exercise-link").first.click()
    other.go_back()
    other.wait_for_url("**/exercises/?purpose=act&setting=alone")
    assert shown(other) == seen
    other.get_by_role("button", name="לכל התרגילים").click()
    other.wait_for_url("**/exercises/")


def test_where_nothing_fits_the_page_says_what_to_do(open_page: Open) -> None:
    short = min(row.minutes for row in ROWS if "ethics" in row.purposes)
    assert short > 20, "choose another pair for this test"
    page = open_page(at("en", "?purpose=ethics&minutes=20"))
    expect(page.locator(".kb-catalogue-count")).to_have_text("There is no such exercise.")
    none = page.locator(".kb-catalogue-none")
    expect(none).to_have_text("Drop one of your choices, or go through all exercises.")
    none.locator("a").click()
    expect(none).to_be_hidden()
    assert shown(page) == ALL


@pytest.mark.parametrize("value", [HOSTILE, "nothing", "", "act act"])
def test_a_link_that_asks_for_what_there_is_not_shows_all(open_page: Open, value: str) -> None:
    asked = urlencode({"purpose": value, "minutes": value, "setting": value, "unit": value})
    page = open_page(at("he", f"?{asked}"))
    assert shown(page) == ALL
    assert page.locator(".kb-catalogue img").count() == 0
    assert page.title() != "broken"


def test_the_choices_are_on_the_first_screen_of_a_phone(open_page: Open) -> None:
    page = open_page(at("he"))
    box = page.locator("#kb-by-minutes").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_nothing_is_wider_than_the_screen(open_page: Open, lang: str, width: int) -> None:
    page = open_page(at(lang), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_axe_finds_no_barrier(open_page: Open, lang: str, scheme: str) -> None:
    page = open_page(at(lang), color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
