"""The agenda of a workshop in a real browser: another start, other times, kept in the address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kb import content
from kb.workshops import lists as planlists
from support import ROOT, Edit

PLACE = "http://agenda.test/workshops/meeting/"
PLAN = "workshops/meeting/plan.yml"
SECOND = """\
  - id: morning
    start: "23:50"
    minutes: 30
    steps:
      - {id: coffee, minutes: 30, kind: break}
prints:
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def show(page: Page, root: Path, query: str = "") -> None:
    """Open the agenda of the small project, as its page has it, with the real script."""
    project = content.load(root)
    table = planlists.agenda_html(project.by_uri["workshops/meeting/index.en.md"], project)
    script = (ROOT / "overrides/assets/behaviour/agenda.js").read_text(encoding="utf-8")
    other = '<a class="kb-language" href="/en/">English</a>'
    body = f"<!doctype html><title>Agenda</title>{other}{table}<script>{script}</script>"
    page.route(f"{PLACE}**", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto(PLACE + query)


def times(page: Page, table: int = 0) -> list[str]:
    return page.locator(".kb-agenda").nth(table).locator("time").all_inner_texts()


def test_the_times_follow_the_start(page: Page, small: Path) -> None:
    show(page, small)
    field = page.get_by_label("Start at")
    assert (field.input_value(), times(page)) == ("09:50", ["09:50", "10:00", "10:20", "10:25", "10:50"])
    field.fill("13:30")
    assert times(page) == ["13:30", "13:40", "14:00", "14:05", "14:30"]
    assert page.locator("time").last.get_attribute("datetime") == "14:30"
    assert page.url == f"{PLACE}?start=13:30"


def test_the_address_brings_the_start_along_also_to_the_other_language(page: Page, small: Path) -> None:
    show(page, small, "?start=23:30")
    assert times(page) == ["23:30", "23:40", "00:00", "00:05", "00:30"]
    expect(page.locator(".kb-language")).to_have_attribute("href", "http://agenda.test/en/?start=23:30")
    page.get_by_label("Start at").fill("09:50")
    assert page.url == PLACE


@pytest.mark.parametrize("query", ["?start=25:00", "?start=", "?start=%3Cb%3E", "?start=9:50"])
def test_a_start_that_is_none_is_passed_over(query: str, page: Page, small: Path) -> None:
    show(page, small, query)
    assert (page.get_by_label("Start at").input_value(), times(page)[0]) == ("09:50", "09:50")


def test_an_emptied_field_leaves_the_times(page: Page, small: Path) -> None:
    show(page, small)
    page.get_by_label("Start at").fill("")
    assert times(page)[0] == "09:50"


def test_in_a_series_each_session_has_its_own_start(page: Page, small: Path, edit: Edit) -> None:
    edit(PLAN, "prints:\n", SECOND)
    show(page, small)
    page.get_by_label("Start at").nth(1).fill("08:00")
    assert (times(page)[0], times(page, 1)) == ("09:50", ["08:00", "08:30"])
    assert page.url == f"{PLACE}?start-morning=08:00"


def test_a_faulty_start_has_no_field(page: Page, small: Path, edit: Edit) -> None:
    edit(PLAN, 'start: "09:50"', "start: early")
    show(page, small)
    expect(page.get_by_label("Start at")).to_have_count(0)
