"""The ethics desk in a browser: from what happened to the clause; on a phone, by keys, without scripts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page, expect

from support import ROOT, Open

JUDGED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/ethics/judged.yml").read_text(encoding="utf-8"))
# Part of the list -> the least share of descriptions whose right situation is first, and among three.
LEAST = {"all": (0.80, 0.95), "tuned": (0.80, 0.95), "held out": (0.80, 0.95)}
HOSTILE = "<img src=x onerror=\"document.title='broken'\"><b>מתנה</b>"
SHOWN = ".kb-situation:not([hidden]) .kb-situation-link"


def at(lang: str, rest: str = "") -> str:
    return ("" if lang == "he" else "en/") + "ethics/" + rest


def shown(page: Page) -> list[str]:
    """Return the names of the situations that can be seen, in order."""
    read = "links => links.filter(a => a.offsetParent).map(a => a.href.split('/').at(-2))"
    return list(page.locator(SHOWN).evaluate_all(read))


def say(page: Page, text: str) -> None:
    """Write into the finder once what reads the words is there; it is fetched when the field is entered."""
    page.locator("#kb-say").focus()
    page.locator(".kb-finder[data-kb-ready]").wait_for(state="attached")
    page.locator("#kb-say").fill(text)


def ranks(page: Page, lang: str, held_out: bool) -> dict[str, int]:
    """Return description -> place of the first right situation, counted from 1; 99 where there is none."""
    found = {}
    for row in JUDGED:
        if (row["lang"], row.get("held_out", False)) == (lang, held_out):
            say(page, row["text"])
            seen = shown(page)
            found[row["text"]] = min((seen.index(s) + 1 for s in row["right"] if s in seen), default=99)
    return found


def shares(found: dict[str, int]) -> tuple[float, float]:
    """Return how often a right situation comes first, and among the first three."""
    return tuple(sum(rank <= place for rank in found.values()) / len(found) for place in (1, 3))


def test_the_right_situation_comes_first(open_page: Open) -> None:
    """The whole list, as the issue asks; and the part that nobody tuned on, which is small, by itself."""
    parts: dict[str, dict[str, int]] = {}
    for name in ("tuned", "held out"):
        for lang in ("he", "en"):
            found = ranks(open_page(at(lang)), lang, name == "held out")
            parts[f"{name} {lang}"] = found
            parts.setdefault(name, {}).update(found)
            parts.setdefault("all", {}).update(found)
    for name, found in parts.items():
        first, three = shares(found)
        print(f"{name}: {len(found)} descriptions, first {first:.1%}, among three {three:.1%}")
    missed = {text: rank for text, rank in parts["all"].items() if rank > 1}
    for name, (first, three) in LEAST.items():
        got = shares(parts[name])
        assert got[0] >= first and got[1] >= three, (name, got, missed)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_two_taps_and_one_word_lead_from_home_to_a_clause(open_page: Open, lang: str) -> None:
    page = open_page("" if lang == "he" else "en/", has_touch=True)
    page.locator("#look-up h2 a").tap()
    field = page.locator("#kb-say")
    box = field.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740, "the field is on the first screen of a phone"
    say(page, "מתנה" if lang == "he" else "gift")
    page.locator(".kb-finder-found .kb-situation-clauses a").first.tap()
    page.wait_for_url("**/ethics/code/#e2")
    expect(page.locator("h2#e2")).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["he", "en"])
def test_without_a_script_there_is_the_whole_list_in_order(open_page: Open, lang: str) -> None:
    page = open_page(at(lang), java_script_enabled=False)
    links = page.locator(".kb-situation-link")
    assert links.count() >= 30
    assert all(link.is_visible() for link in links.all())
    groups = [group.get_attribute("id") for group in page.locator(".kb-finder h2").all()]
    assert groups == [f"by-e{n}" for n in range(1, 9)]
    assert page.locator(".kb-finder :is(input, select, button)").count() == 0


def test_the_list_leads_to_pages_that_exist(open_page: Open) -> None:
    page = open_page(at("he"))
    hrefs = page.locator(".kb-situation a").evaluate_all(
        "all => [...new Set(all.map(a => a.href.split('#')[0]))]"
    )
    assert len(hrefs) > 30
    assert [href for href in hrefs if page.request.get(href).status != 200] == []


def test_filters_go_together_and_the_count_is_said(open_page: Open) -> None:
    page = open_page(at("en"))
    everything = len(shown(page))
    status = page.locator(".kb-finder-count")
    expect(status).to_have_text(f"All situations: {everything}")
    assert status.get_attribute("role") == "status"
    page.locator("#kb-by-who").select_option("employer")
    employers = set(shown(page))
    assert 0 < len(employers) < everything
    expect(status).to_have_text(f"{len(employers)} of {everything} situations")
    page.locator("#kb-by-clause").select_option("e2")
    both = set(shown(page))
    assert both < employers
    rows = page.locator(".kb-situation:not([hidden])").all()
    assert all("e2" in (row.get_attribute("data-kb-clause") or "").split() for row in rows)
    say(page, "gift")
    assert set(shown(page)) <= both
    assert "gift-from-employer" in shown(page)
    page.get_by_role("button", name="All situations").click()
    expect(page.locator("#kb-say")).to_be_focused()
    assert len(shown(page)) == everything


def test_each_filter_alone_hides_empty_groups(open_page: Open) -> None:
    page = open_page(at("he"))
    for name in ("who", "clause", "stage"):
        values = page.locator(f"#kb-by-{name} option").evaluate_all(
            "o => o.map(x => x.value).filter(Boolean)"
        )
        for value in values:
            page.locator(f"#kb-by-{name}").select_option(value)
            assert shown(page), f"{name}={value}"
            for group in page.locator(".kb-finder-group:not([hidden])").all():
                assert group.locator(".kb-situation:not([hidden])").count()
        page.locator(f"#kb-by-{name}").select_option("")


def test_the_first_click_after_typing_opens_a_result(open_page: Open) -> None:
    page = open_page(at("en"), width=1280)
    say(page, "private number")
    page.locator(".kb-finder-found .kb-situation-link").first.click()
    page.wait_for_url("**/ethics/situations/asks-for-private-number/")


def test_what_is_shown_can_be_shared_as_a_link(open_page: Open) -> None:
    page = open_page(at("he"))
    say(page, "מתנה")
    page.locator("#kb-by-who").select_option("employer")
    page.wait_for_url("**/ethics/?say=*&who=employer")
    seen = shown(page)
    other = open_page(page.url.partition("/sub/")[2])
    assert shown(other) == seen
    assert other.locator("#kb-say").input_value() == "מתנה"
    assert other.locator("#kb-by-who").input_value() == "employer"
    assert not other.locator("#__search").is_checked(), "the site's own search stays closed"
    other.locator(".kb-finder-found a").first.click()
    other.go_back()
    assert shown(other) == seen


@pytest.mark.parametrize("way", ["paste", "dictate"])
def test_words_that_come_without_keys_are_found(open_page: Open, way: str) -> None:
    page = open_page(at("he"))
    page.locator("#kb-say").focus()
    if way == "paste":
        page.keyboard.insert_text("מתנה")
    else:
        page.evaluate(
            "() => { const field = document.querySelector('#kb-say'); field.value = 'מתנה';"
            " field.dispatchEvent(new InputEvent('input', {bubbles: true})); }"
        )
    page.locator(".kb-finder[data-kb-ready]").wait_for(state="attached")
    assert shown(page)[0] in {"gift-from-employer", "gift-from-participant"}


def test_by_keyboard_from_the_field_to_a_result(open_page: Open) -> None:
    page = open_page(at("en"))
    page.locator("#kb-say").focus()
    page.keyboard.type("private number")
    first = page.locator(".kb-finder-found .kb-situation-link").first
    expect(first).to_be_visible()  # a person goes down when there is somewhere to go
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#kb-say")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ethics/situations/asks-for-private-number/")


@pytest.mark.parametrize("way", ["typed", "linked"])
def test_what_is_typed_is_never_markup(open_page: Open, way: str) -> None:
    page = open_page(at("he"))
    if way == "typed":
        say(page, HOSTILE)
    else:
        page.goto(f"{page.url}?{urlencode({'say': HOSTILE, 'who': HOSTILE, 'stage': HOSTILE})}")
    page.wait_for_timeout(500)
    assert page.locator("#kb-say").input_value() == HOSTILE
    assert page.locator(".kb-finder :is(img, b)").count() == 0
    assert page.locator("#kb-by-who").input_value() == ""
    assert page.title() != "broken"
    assert "gift-from-employer" in shown(page)


@pytest.mark.parametrize("text", ["קסילופון זברה", "???", "   ", "(" * 300, "\u202eמתנה\u202c"])
def test_odd_input_is_answered(open_page: Open, text: str) -> None:
    page = open_page(at("he"))
    say(page, text)
    nothing = text.startswith("קסילופון")
    assert page.locator(".kb-finder-none").is_visible() == nothing
    assert bool(shown(page)) != nothing


def test_nothing_found_offers_the_whole_list_and_the_boundaries(open_page: Open) -> None:
    page = open_page(at("en"))
    everything = len(shown(page))
    say(page, "xylophone zebra")
    expect(page.locator(".kb-finder-count")).to_have_text("No situation found.")
    none = page.locator(".kb-finder-none")
    assert none.locator("a").nth(1).get_attribute("href") == "boundaries/"
    none.locator("a").first.click()
    expect(none).to_be_hidden()
    assert len(shown(page)) == everything
    assert page.locator("#kb-say").input_value() == ""


def test_a_clause_lists_the_situations_that_test_it(open_page: Open) -> None:
    page = open_page(at("he", "code/"))
    lists = page.locator(".kb-clause-situations")
    assert lists.count() == 8
    assert all(box.locator("a").count() >= 3 for box in lists.all())


@pytest.mark.parametrize(
    ("lang", "citation"), [("he", "קוד אתי, סעיף 7"), ("en", "Code of ethics, clause 7")]
)
def test_a_button_copies_the_citation(open_page: Open, address: str, lang: str, citation: str) -> None:
    page = open_page(at(lang, "code/"), permissions=["clipboard-read", "clipboard-write"])
    assert page.locator(".kb-cite-clause button").count() == 8
    button = page.locator("h2#e7 + .kb-cite-clause button")
    assert citation in (button.get_attribute("aria-label") or "")
    button.click()
    status = page.locator("h2#e7 + .kb-cite-clause [role=status]")
    expect(status).to_have_text("הועתק:" if lang == "he" else "Copied:")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{citation}, {address}{at(lang, 'code/')}#e7"


def test_without_a_clipboard_the_citation_is_selected(open_page: Open, address: str) -> None:
    page = open_page(at("en", "code/?x=1#e3"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("h2#e2 + .kb-cite-clause button").press("Enter")
    status = page.locator("h2#e2 + .kb-cite-clause [role=status]")
    expect(status).to_have_text("The citation is selected. Copy it:")
    assert (
        page.evaluate("getSelection().toString()") == f"Code of ethics, clause 2, {address}en/ethics/code/#e2"
    )


def test_paper_is_offered_with_size_and_format(open_page: Open) -> None:
    for rest in ("", "code/"):
        page = open_page(at("he", rest))
        links = page.locator(".kb-handouts a")
        names = [(link.get_attribute("href") or "").rpartition("/")[2] for link in links.all()]
        code = ["ethics-code.he.pdf", "ethics-code.he.docx"]
        assert names == ["decision-path.he.pdf", *code, "situation-cards.he.pdf"]
        for link, name in zip(links.all(), names, strict=True):
            assert ("PDF" if name.endswith(".pdf") else "Word") in link.inner_text()
            assert "ק״ב" in link.inner_text()
