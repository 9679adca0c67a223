"""A trainer on Sunday night: a plan, its hour, its print set, projecting; notes shown and hidden."""

from __future__ import annotations

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from support import Open

ONE_SESSION = "workshops/ethics-clinic/"


@pytest.mark.parametrize("lang", ["he", "en"])
def test_from_the_list_to_the_agenda_of_the_evening(open_page: Open, lang: str) -> None:
    page = open_page(("" if lang == "he" else "en/") + "workshops/", width=1280)
    assert page.locator("[data-kb-workshop]").count() >= 5
    page.locator("[data-kb-workshop=ethics-clinic] a").click()
    agenda = page.locator("table.kb-agenda")
    expect(agenda).to_be_visible()  # the page has come
    minutes = [int(text) for text in agenda.locator("[data-kb-step] td:nth-child(2)").all_inner_texts()]
    assert sum(minutes) == 90
    page.locator("input[type=time]").first.fill("18:30")
    times = agenda.locator("time").all_inner_texts()
    assert (times[0], times[-1]) == ("18:30", "20:00")


def test_the_print_set_is_linked_and_is_a_whole(open_page: Open) -> None:
    page = open_page(ONE_SESSION)
    href = page.locator(".kb-handouts a[href*='pack-']").get_attribute("href")
    assert href == "../../handouts/pack-ethics-clinic.he.pdf"
    answer = page.request.get(page.url + href)
    assert answer.status == 200
    pdf = pikepdf.open(io.BytesIO(answer.body()))
    with pdf.open_outline() as outline:
        groups = [item.title for item in outline.root]
    assert groups == ["למשתתפות ולמשתתפים", "למנחים"]
    names = page.locator(".kb-handouts .kb-copy").all_inner_texts()
    assert sorted(names) == ["הערכה כולה, במספר העותקים הדרוש", "התוכנית למנחים", "סדר היום"]


def test_a_plan_is_projected_step_by_step_with_its_minutes(open_page: Open) -> None:
    page = open_page(ONE_SESSION, width=1280)
    first = page.locator("[data-kb-step]").first
    title, minutes = first.locator("a").first.inner_text(), first.get_attribute("data-kb-minutes")
    page.get_by_role("button", name="הקרנה", exact=True).click()
    with page.expect_popup() as opening:
        page.locator("[data-kb-act=screen]").click()
    screen = opening.value
    for _ in range(40):
        if screen.locator("h1").inner_text() == title:
            break
        page.keyboard.press("PageDown")
    expect(screen.locator("h1")).to_have_text(title)
    expect(screen.locator(".kb-screen-time")).to_contain_text(f"מתוך {minutes} דקות")


def test_trainer_view_is_kept_from_page_to_page(open_page: Open, address: str) -> None:
    page = open_page(ONE_SESSION)
    expect(page.locator(".kb-trainer").first).to_be_hidden()
    page.locator(".kb-trainer-switch").click()
    expect(page.locator(".kb-trainer").first).to_be_visible()
    page.goto(address + "exercises/ethics-dilemma/")
    expect(page.locator(".kb-trainer").first).to_be_visible()
    page.locator(".kb-trainer-switch").click()
    page.reload()
    expect(page.locator(".kb-trainer").first).to_be_hidden()


def test_the_page_says_that_hidden_is_not_secret(open_page: Open) -> None:
    page = open_page("workshops/")
    expect(page.locator("article")).to_contain_text("אינן סודיות")
