"""Nothing is lost when a reader has larger type, more air between letters, a narrow screen or no movement."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from test_reading import PAGES, at

from support import Open

ALL = {**PAGES, "checks": "contribute/checks/", "rowheads": "guide/theory/existential/"}
LANGS = ("he", "en")
# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
* { word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
# Text that is cut off, and controls that lie on each other. Lists and fields that scroll are no loss.
LOST = """() => {
  const seen = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const cuts = (value) => value === "hidden" || value === "clip";
  const lost = [];
  if (document.documentElement.scrollWidth > innerWidth) lost.push("wider than the screen");
  for (const e of document.querySelectorAll("body *")) {
    if (!seen(e) || !e.textContent.trim() || e.clientWidth <= 1) continue;
    if (e.closest("svg, .md-search__output, .kb-skip") || e.matches("textarea, input, select")) continue;
    const {overflowX, overflowY} = getComputedStyle(e);
    const cut = (cuts(overflowX) && e.scrollWidth > e.clientWidth + 1) ||
      (cuts(overflowY) && e.scrollHeight > e.clientHeight + 1);
    if (cut) lost.push(`cut: ${e.className} ${e.textContent.trim().slice(0, 40)}`);
  }
  const controls = ".md-header :is(a, button), .kb-tool, .kb-colophon > *, .kb-handouts a, .kb-copy";
  const boxes = [...document.querySelectorAll(controls)].filter((e) => seen(e) && !e.matches(".kb-skip"))
    .map((e) => [e, e.getBoundingClientRect()]);
  for (const [a, x] of boxes) for (const [b, y] of boxes) {
    if (a === b || a.contains(b) || b.contains(a)) continue;
    const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
    const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
    if (wide > 2 && high > 2) lost.push(`on each other: ${a.className}, ${b.className}`);
  }
  return [...new Set(lost)];
}"""
# As a reader's own styles come: the policy of the pages lets no style element in.
STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def losses(page: Page, address: str, lang: str, prepare: str = "") -> list[str]:
    """Return what is lost on the pages of all kinds."""
    lost = []
    for name, path in ALL.items():
        page.goto(f"{address}{'' if lang == 'he' else 'en/'}{path}")
        if prepare:
            page.evaluate(STYLE, prepare)
        lost += [f"{name}: {fault}" for fault in page.evaluate(LOST)]
    return lost


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_type_at_200_percent(large_type: Browser, address: str, site: object, lang: str, width: int) -> None:
    context = large_type.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    lost = losses(page, address, lang)
    context.close()
    assert lost == []


@pytest.mark.parametrize("lang", LANGS)
def test_columns_leave_room_for_text_that_alone_is_enlarged(open_page: Open, address: str, lang: str) -> None:
    page = open_page(width=1280)
    assert losses(page, address, lang, "html { font-size: 250% !important }") == []
    page.goto(address + at("case", lang))
    page.evaluate(STYLE, "html { font-size: 250% !important }")
    assert page.locator("article").bounding_box()["width"] > 500  # type: ignore[index]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_air_between_lines_words_and_letters(open_page: Open, address: str, lang: str, width: int) -> None:
    assert losses(open_page(width=width), address, lang, SPACED) == []


@pytest.mark.parametrize("lang", LANGS)
def test_reflow_at_320_pixels(open_page: Open, address: str, lang: str) -> None:
    assert losses(open_page(width=320), address, lang) == []


MOVING = """() => [...document.querySelectorAll("*")].filter((e) => {
  const {transitionProperty, transitionDuration, animationName, scrollBehavior} = getComputedStyle(e);
  const lasts = transitionDuration.split(", ").some((each) => parseFloat(each) > 0.01);
  const moves = /all|transform|inset|left|right|top|bottom|margin|width|height/.test(transitionProperty);
  return (lasts && moves) || animationName !== "none" || scrollBehavior === "smooth";
}).map((e) => `${e.localName}.${e.className}`)"""


@pytest.mark.parametrize("name", ["guide", "case", "exercise", "unit"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_for_those_who_asked_for_less(open_page: Open, name: str, width: int) -> None:
    page = open_page(at(name, "he"), width=width, reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
