"""What a keyboard reaches, in which order and how it is seen; what a screen reader is told of a page."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_reading import BOTH, at

from support import Open

LANGS = ("he", "en")
SEARCH = ".md-search__input"
# Where the focus is: what it is, where, and the contrast of its outline with what lies around it.
STOP = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1}).getContext("2d");
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (from) => {
    for (let at = from; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255];
  };
  // The option of a question wears the outline of the button inside it; a tick box that of its drawing.
  const row = e.closest(".kb-choice > label");
  const drawing = e.nextElementSibling?.matches(".task-list-indicator") ? e.nextElementSibling : null;
  const drawn = drawing && getComputedStyle(drawing, "::before");
  const style = drawn ?? getComputedStyle(row ?? e);
  const [a, b] = [light(rgb(style.outlineColor)), light(behind((row ?? e).parentElement))];
  const own = row ?? e.closest("label, span") ?? e;
  const box = (row ?? e).getBoundingClientRect();
  const line = own.getClientRects()[0]; // of a link in two lines the first
  const middle = Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1);
  const top = document.elementFromPoint(middle, line.top + line.height / 2);
  return {
    what: `${e.localName}.${e.className} ${(e.ariaLabel || e.textContent).trim().slice(0, 40)}`,
    seen: (drawing ?? e).checkVisibility({visibilityProperty: true, opacityProperty: true}),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    covered: Boolean(top) && !top.contains(e) && !own.contains(top),
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
    place: e.closest("article, header, footer")?.className ?? "",
  };
}"""


# The theme fits its side columns to the window in the frame after a scroll.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of a page to its end, and return where one stopped."""
    found: list[dict[str, Any]] = []
    for _ in range(500):
        page.keyboard.press("Tab")
        page.evaluate(SETTLED)
        stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError("the focus does not leave the page")


# Without movement, since a test presses faster than a panel closes.
SEEN = [
    (name, lang, width, scheme)
    for name in ("home", "exercise", "finder", "unit")
    for lang, width, scheme in (
        ("he", 360, "light"),
        ("he", 1280, "dark"),
        ("en", 360, "dark"),
        ("en", 1280, "light"),
    )
]


@pytest.mark.parametrize(("name", "lang", "width", "scheme"), SEEN)
def test_focus_is_seen_on_every_stop(open_page: Open, name: str, lang: str, width: int, scheme: str) -> None:
    page = open_page(at(name, lang), width=width, color_scheme=scheme, reduced_motion="reduce")
    found = stops(page)
    assert len(found) > 10
    assert [stop["what"] for stop in found if not stop["seen"]] == []
    assert [stop["what"] for stop in found if stop["outline"] < 2] == []
    assert [(stop["what"], stop["contrast"]) for stop in found if stop["contrast"] < 3] == []
    assert [stop["what"] for stop in found if stop["covered"]] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["guide", "case", "plan"])
def test_focus_follows_the_reading_order(open_page: Open, name: str, lang: str) -> None:
    """In the text a stop begins below the one before it, or beside it: to the left in Hebrew."""
    page = open_page(at(name, lang), width=1280, reduced_motion="reduce")
    text = [stop for stop in stops(page) if "md-content__inner" in stop["place"]]
    assert len(text) > 5
    for before, after in itertools.pairwise(text):
        down = after["top"] - before["top"]
        further = (
            after["right"] <= before["left"] + 4 if lang == "he" else after["left"] >= before["right"] - 4
        )
        broken = (
            max(stop["bottom"] - stop["top"] for stop in (before, after)) > 40
        )  # goes on in the next line
        assert down > 8 or further or (down > -12 and broken), (before, after)


@pytest.mark.parametrize("lang", LANGS)
def test_header_is_passed_in_the_order_it_is_seen(open_page: Open, lang: str) -> None:
    page = open_page(at("guide", lang), width=1280, reduced_motion="reduce")
    header = [stop["left"] for stop in stops(page) if "md-header" in stop["place"]]
    assert len(header) >= 4
    assert header == sorted(header, reverse=lang == "he")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["home", "guide", "exercise"])
def test_skip_link_comes_first_and_leads_to_the_title(open_page: Open, name: str, lang: str) -> None:
    page = open_page(at(name, lang))
    page.keyboard.press("Tab")
    link = page.locator(".kb-skip")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article, .md-footer') !== null")


@pytest.mark.parametrize("lang", LANGS)
def test_escape_closes_the_search_and_gives_the_focus_back(open_page: Open, lang: str) -> None:
    page = open_page(at("guide", lang))
    opener = page.locator("button[data-kb-for='__search']")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.locator(SEARCH)).to_be_focused()
    page.locator(SEARCH).fill("SMART")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("lang", LANGS)
def test_escape_closes_the_menu_and_gives_the_focus_back(open_page: Open, lang: str) -> None:
    page = open_page(at("exercise", lang))
    opener = page.locator("button.kb-menu")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    here = page.locator(".md-sidebar--primary [aria-current=page]")
    expect(here).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(here).not_to_be_visible()


def test_a_field_in_a_table_comes_into_view_whole(open_page: Open) -> None:
    page = open_page(at("exercise", "he"))
    for field in page.locator("td.kb-cell textarea:visible").all()[:6]:
        field.focus()
        box = field.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360


# --- what is told to a screen reader

WHOLE = ["banner", "main", "contentinfo"]
LANDMARKS = {"navigation", "search", "complementary", "region"}
SCRIPT = {"he": re.compile("[א-ת]"), "en": re.compile("[A-Za-z]")}


# Controls smaller than 24 pixels. Links in running text are left out, as in 2.5.8.
SMALL = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const option = ".kb-choice > label, .kb-mark, .kb-scale-steps label";
  return [...document.querySelectorAll(controls)]
    .filter((e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((e) => getComputedStyle(e).display !== "inline" && !e.matches(".kb-skip, .kb-term"))
    .map((e) => [e, (e.closest(option) ?? e).getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 23.9 || height < 23.9)
    .map(([e, {width, height}]) => `${e.localName}.${e.className} ${width} x ${height}`);
}"""


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_landmarks_have_names_and_targets_a_size(open_page: Open, name: str, lang: str) -> None:
    page = open_page(at(name, lang), width=1280)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    assert [role for role, _ in told if role in WHOLE] == WHOLE
    marks = [(role, words) for role, words in told if role in LANDMARKS]
    assert len(marks) == len(set(marks))
    assert [mark for mark in marks if not SCRIPT[lang].search(mark[1])] == []
    spoken = ("link", "button", "textbox", "checkbox", "radio", "combobox")
    assert [role for role, words in told if role in spoken and not words.strip()] == []
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(SMALL) == []
