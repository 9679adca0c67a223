"""axe on what opens, is switched on or answered, in both languages, colour schemes and widths.

There is no menu of languages: the other one is a plain link in the header, on every page.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from barriers import barriers
from playwright.sync_api import Page, expect

from support import Open

NARROW, WIDE = 360, 1280
WORDS = {
    "search": {"he": "סודיות", "en": "confidentiality"},
    "nowhere": {"he": "קסילופון", "en": "xylophone"},
}


def search(page: Page, lang: str) -> None:
    page.keyboard.press("Control+k")
    page.locator(".md-search__input").fill(WORDS["search"][lang])
    expect(page.locator(".md-search-result__link").nth(2)).to_be_visible(timeout=10_000)


def search_in_vain(page: Page, lang: str) -> None:
    page.keyboard.press("Control+k")
    page.locator(".md-search__input").fill(WORDS["nowhere"][lang])
    said = page.locator(".md-search-result__meta")
    expect(said).to_contain_text(WORDS["nowhere"][lang], timeout=10_000)


def term(page: Page, lang: str) -> None:
    page.locator("button.kb-term").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-term-card:popover-open")).to_be_visible()


def disclosures(page: Page, lang: str) -> None:
    closed = page.locator("article details:not([open]) > summary:visible")
    assert closed.count() > 0
    while closed.count():
        closed.first.click()


def menu(page: Page, lang: str) -> None:
    page.locator(".kb-menu").click()
    link = page.locator(".md-sidebar--primary a").first
    expect(link).to_be_visible()
    page.wait_for_timeout(400)  # the drawer slides in


def trainer(page: Page, lang: str) -> None:
    page.locator(".kb-trainer-switch").click()
    expect(page.locator(".kb-trainer").first).to_be_visible()


def answer(page: Page, lang: str) -> None:
    for section in page.locator(".kb-quiz, .kb-judge").all():
        section.locator("label").last.click()
        section.locator(".kb-commit-button").click()
        expect(section.locator(".kb-yours")).to_be_visible()


def write(page: Page, lang: str) -> None:
    page.locator("textarea.kb-field").first.fill("x")
    page.locator(".kb-fields-keep").click()
    page.locator(".kb-fields-erase").click()
    expect(page.locator(".kb-fields-ask")).to_be_visible()


def projector(page: Page, lang: str) -> None:
    page.locator(".kb-project").click()
    page.keyboard.press("PageDown")
    expect(page.locator(".kb-projector")).to_be_visible()


def nothing_found(page: Page, lang: str) -> None:
    page.locator(".kb-finder input").first.fill("zzzzqqqq")
    expect(page.locator(".kb-finder-none")).to_be_visible()


def chosen(page: Page, lang: str) -> None:
    page.locator(".kb-catalogue select").first.select_option(index=1)
    expect(page.locator(".kb-catalogue-count")).not_to_be_empty()


def cited(page: Page, lang: str) -> None:
    page.locator(".kb-cite-clause .kb-tool").first.click()
    expect(page.locator(".kb-cite-text").first).not_to_be_empty()


def statement(page: Page, lang: str) -> None:
    course = page.url
    page.goto(f"{course}01-why-support/")
    page.locator(".kb-mark input").first.check()
    page.goto(course)
    page.locator(".kb-progress-statement").click()
    expect(page.locator(".kb-statement")).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page, str], None], tuple[int, ...]]] = {
    "search": ("guide/support-model/", search, (NARROW, WIDE)),
    "search in vain": ("guide/support-model/", search_in_vain, (NARROW, WIDE)),
    "term": ("guide/support-model/", term, (NARROW, WIDE)),
    "disclosures": ("cases/moshe/", disclosures, (NARROW, WIDE)),
    "menu": ("exercises/smart-goal/", menu, (NARROW,)),
    "trainer view": ("exercises/smart-goal/", trainer, (NARROW, WIDE)),
    "self-check": ("course/09-boundaries-and-ethics/", answer, (NARROW, WIDE)),
    "fields": ("exercises/smart-goal/", write, (NARROW, WIDE)),
    "projector": ("cases/dimona/", projector, (NARROW, WIDE)),
    "finder": ("ethics/", nothing_found, (NARROW, WIDE)),
    "catalogue": ("exercises/", chosen, (NARROW, WIDE)),
    "citation": ("ethics/code/", cited, (NARROW, WIDE)),
    "statement": ("course/", statement, (NARROW, WIDE)),
}


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize(
    ("state", "width"), [(state, width) for state, (_, _, widths) in STATES.items() for width in widths]
)
def test_axe_finds_no_barrier_in(open_page: Open, state: str, width: int, lang: str) -> None:
    path, act, _ = STATES[state]
    page = open_page(("" if lang == "he" else "en/") + path, width=width)
    act(page, lang)
    assert barriers(page) == []
