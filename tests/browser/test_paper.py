"""Any page printed from the browser: its text and nothing else, with and without a script."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from test_reading import BOTH, PAGES, at

from support import Open

LANGS = ("he", "en")
CHROME = """.md-header, .md-footer, .md-sidebar, .md-path, .md-search, .kb-skip, .kb-tools, .kb-handouts,
.kb-contents, .kb-fields, .kb-fields-plain, .kb-commit, .kb-finder-form, .kb-catalogue-form, .kb-agenda-start,
.kb-mark, .kb-term-card, .kb-progress, .kb-unit-note, .kb-unit-end, .kb-cite-clause"""
# What of the screen is still there, what is wider than the sheet, and what is dark.
WRONG = """(chrome) => {
  const seen = (e) => e.checkVisibility({visibilityProperty: true});
  const wrong = [...document.querySelectorAll(chrome)].filter(seen).map((e) => `chrome: ${e.className}`);
  for (const e of document.querySelectorAll("article *")) {
    if (!seen(e) || e.closest("svg, .task-list-control")) continue;
    const {left, right, width} = e.getBoundingClientRect();
    const name = `${e.localName}.${e.className}`;
    if (width > 1 && (left < -1 || right > innerWidth + 1)) wrong.push(`off the sheet: ${name}`);
    const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (a > 0.5 && r + g + b < 600) wrong.push(`dark: ${name}`);
  }
  for (const e of document.querySelectorAll("article details"))
    if (seen(e) && !e.open) wrong.push(`closed: ${e.className}`);
  return [...new Set(wrong)];
}"""
SHEET = {"width": 627, "height": 970}  # A4 without its margins, in pixels


def as_printed(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_paper_shows_the_page_and_nothing_else(open_page: Open, name: str, lang: str) -> None:
    page = open_page(at(name, lang), color_scheme="dark")
    as_printed(page)
    assert page.evaluate(WRONG, CHROME) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


def printed(page: Page) -> list[str]:
    """Return the text of each sheet; blanks and line ends are told apart differently from font to font."""
    pdf = page.pdf(prefer_css_page_size=True)
    return ["".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scripts", [True, False])
def test_addresses_are_written_out(open_page: Open, lang: str, scripts: bool) -> None:
    page = open_page(f"{'' if lang == 'he' else 'en/'}reference/about/", java_script_enabled=scripts)
    text = "".join(printed(page))
    assert f"(https://creativecommons.org/licenses/by/4.0/deed.{lang})" in text
    assert f"/sub/{'' if lang == 'he' else 'en/'}reference/about/" in text


def test_an_address_that_is_its_own_link_text_is_not_repeated(open_page: Open) -> None:
    page = open_page("reference/references/")
    as_printed(page)
    links = "article a[href^=http]"
    doubled = page.locator(links).evaluate_all(
        "all => all.filter((a) => a.textContent.trim() === a.href"
        " && getComputedStyle(a, '::after').content !== 'none').map((a) => a.href)"
    )
    assert doubled == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["case", "unit"])
def test_without_a_script_what_is_closed_is_printed(
    scriptless: Page, address: str, site: object, name: str, lang: str
) -> None:
    scriptless.goto(address + at(name, lang))
    # Without links: a Hebrew prefix before one is a word of its own on paper.
    own = "all => all.flatMap((p) => [...p.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data))"
    inside = " ".join(scriptless.locator("details:not(.kb-contents) p").evaluate_all(own))
    words = set(re.findall(r"[א-ת]{6,}|[a-z]{6,}", inside))
    text = "".join(printed(scriptless))
    assert len(words) > 20
    assert [word for word in words if word not in text and word[::-1] not in text] == []
    assert "JavaScript" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_typed_is_printed_whole_and_the_rest_as_lines(open_page: Open, lang: str) -> None:
    page = open_page(at("exercise", lang))
    first, second = page.locator(".kb-write textarea.kb-field").all()[:2]
    first.fill("\n".join(f"line{number}" for number in range(30)))
    text = "".join(printed(page))
    assert [number for number in range(30) if f"line{number}" not in text] == []
    page.emulate_media(media="print")
    drawn = second.evaluate(
        "e => [getComputedStyle(e).backgroundImage, getComputedStyle(e).borderBlockStartWidth]"
    )
    assert drawn[0].startswith("linear-gradient") and drawn[1] == "0px"


@pytest.mark.parametrize("name", list(PAGES))
def test_no_sheet_is_empty(open_page: Open, name: str) -> None:
    sheets = printed(open_page(at(name, "he")))
    assert [number for number, text in enumerate(sheets, 1) if not text] == []
