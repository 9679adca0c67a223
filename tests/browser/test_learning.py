"""A unit of the course from start to end, in Hebrew on a phone; and the same in the other language."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from support import Open

COURSE, UNIT = "course/", "course/01-why-support/"
KEY = "kb-progress:/sub/"
WRITTEN = "אוטובוס שאינו מגיע, חוב, ומכתב שלא נפתח"


def kept(page: Page) -> dict[str, list[str]]:
    """Return what the browser keeps: unit -> its marked parts."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    units = json.loads(text)["units"] if text else {}
    return {unit: sorted(parts) for unit, parts in units.items()}


def read(page: Page) -> None:
    """Mark the first reading in the unit's list, and the second at its own end."""
    page.get_by_role("checkbox", name="קראתי").first.check()
    page.locator(".kb-readings a").nth(1).click()
    page.locator(".kb-member").get_by_role("checkbox").check()
    page.locator(".kb-member").get_by_role("link").click()
    expect(page.get_by_role("checkbox", name="קראתי").nth(1)).to_be_checked()


def decide(page: Page) -> None:
    """Go to the stage of the case, write what one would do, see what happened, and come back."""
    page.locator(".kb-facts a[href$='#arrival']").click()
    pause = page.locator("#pause-first-step")
    pause.locator("textarea").first.fill("לשאול אותו מה מושך אותו בניהול")
    pause.locator("summary").first.click()
    page.go_back()
    page.get_by_role("checkbox", name="עברתי על השלב הזה").check()


def check(page: Page) -> None:
    """Answer the first question."""
    question = page.locator("#absent-mornings")
    question.locator(".kb-choice input").first.check()
    question.locator(".kb-commit-button").click()
    expect(question.locator(".kb-argument").first).to_be_visible()


def all_is_there(page: Page, language: str) -> None:
    """What was marked and written stands on the page."""
    words = {"he": "סימנתם 5 מתוך ", "en": "You have marked 5 of "}[language]
    expect(page.locator(".kb-unit-marked")).to_contain_text(words)
    expect(page.locator(".kb-mark input:checked")).to_have_count(4)
    expect(page.locator("#kb-case-barriers")).to_have_value(WRITTEN)
    expect(page.locator("#absent-mornings .kb-choice input").first).to_be_checked()


def test_a_unit_from_start_to_end(open_page: Open, tmp_path: Path) -> None:
    page = open_page(COURSE, width=360)
    page.locator(".kb-units a").first.click()
    assert page.url.endswith(f"/{UNIT}")
    read(page)
    decide(page)
    page.locator("#kb-case-barriers").fill(WRITTEN)
    check(page)
    page.get_by_role("checkbox", name="כתבתי").check()
    page.reload()
    all_is_there(page, "he")
    assert kept(page) == {
        "01-why-support": [
            "case",
            "check:absent-mornings",
            "read:guide/introduction",
            "read:guide/program-components",
            "reflection",
        ]
    }

    # Resume: from the home page, at the section one stopped in.
    page.evaluate("document.getElementById('check').scrollIntoView()")
    page.goto(page.url.replace(UNIT, ""))
    page.locator("#learn .kb-resume").get_by_role("link").click()
    assert page.url.endswith(f"/{UNIT}#check")

    page.get_by_role("link", name="English").first.click()
    assert f"/en/{UNIT}" in page.url
    all_is_there(page, "en")
    page.get_by_role("button", name="I’ve finished this unit").click()
    page.locator(".kb-unit-line").get_by_role("link", name="All units").click()
    assert page.url.endswith(f"/en/{COURSE}")
    expect(page.locator(".kb-unit-state").first).to_contain_text("Finished on ")

    with page.expect_download() as download:
        page.locator(".kb-progress-save").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert {unit: sorted(parts) for unit, parts in data["units"].items()} == kept(page)
    assert "done" in data["units"]["01-why-support"]
    assert WRITTEN not in file.read_text(encoding="utf-8")

    page.locator(".kb-progress-erase").click()
    page.locator(".kb-progress-ask").get_by_role("button", name="Erase").click()
    expect(page.locator(".kb-unit-state").first).to_have_text("Not started")
    page.reload()
    expect(page.locator(".kb-progress-resume")).to_be_hidden()
    assert kept(page) == {}
