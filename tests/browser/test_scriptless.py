"""With JavaScript off every kind of page is read, led on from and switched between languages, on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_reading import BOTH, at

MENU = {"he": "תפריט", "en": "Menu"}


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def in_menu(page: Page) -> Locator:
    """Return the first link of the list that the menu opens with: the one of the page's own part."""
    menu = page.locator(".md-sidebar--primary")
    here = menu.locator("[aria-current=page]")
    if here.count() == 0:
        return menu.locator("a").first
    heads = here.locator("xpath=ancestor::*[contains(@class, 'md-nav__container')]").count()
    return here.locator("xpath=ancestor::li[1]//ul//a" if heads else "xpath=ancestor::ul[1]//a").first


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_page_is_read_and_led_on_from(phone: Page, address: str, site: object, name: str, lang: str) -> None:
    phone.goto(address + at(name, lang))
    expect(phone.locator("h1")).to_be_visible()
    # Everything of the text is there; nothing waits for a script. What a reader opens is a native disclosure.
    hidden = phone.locator(
        "article :is(h2, h3, table, .kb-trainer, .kb-guide, .kb-pause, .kb-quiz, .kb-judge)"
    )
    for part in hidden.all():
        if part.locator("xpath=ancestor::details").count() == 0:
            expect(part).to_be_visible()
    # Nothing is offered that would not work.
    for dead in (".kb-scheme", ".kb-tools", ".md-search", ".kb-finder-form", ".kb-catalogue-form"):
        for part in phone.locator(dead).all():
            expect(part).to_be_hidden()

    phone.get_by_title(MENU[lang]).click()
    link = in_menu(phone)
    expect(link).to_be_in_viewport()
    link.click()
    expect(phone.locator("h1")).to_be_visible()

    phone.goto(address + at(name, lang))
    other = "en" if lang == "he" else "he"
    phone.locator(f".kb-language[lang={other}]").click()
    assert phone.url == address + at(name, other)
    assert phone.locator("html").get_attribute("lang") == other


@pytest.mark.parametrize("lang", ["he", "en"])
def test_parts_of_the_menu_open_and_close(phone: Page, address: str, site: object, lang: str) -> None:
    phone.goto(address + at("exercise", lang))
    phone.get_by_title(MENU[lang]).click()
    back = phone.locator(".md-sidebar--primary .md-nav__title:visible").last
    deep = phone.locator(".md-sidebar--primary [aria-current=page]")
    expect(deep).to_be_in_viewport()
    back.click()
    expect(deep).not_to_be_visible()
    expect(phone.locator(".md-sidebar--primary").get_by_role("link").first).to_be_visible()
