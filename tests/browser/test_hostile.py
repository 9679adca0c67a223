"""What people type, bring along in files, or put in an address or in storage is only ever text.

The policy of the pages is switched off here, so that nothing stops what should not have been made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from walking import PREFIX, Walk, walk

# Every element that comes of one of these has the attribute kbmark, and every script says "hit".
STRINGS = (
    '<img src=x kbmark onerror="hit()">',
    '"><script kbmark>hit()</script>',
    "'><svg kbmark onload=hit()>",
    "</textarea></template></script></title><img src=x kbmark onerror=hit()>",
    "javascript:hit()//",
    "data:text/html,<script>hit()</script>",
    "${hit()}{{hit()}}<%= hit() %>$&$1$`",
    "\u202e<b kbmark>\u2066\u05d0\u200f</b>\u202c",
    "%E0%A4%A",
)
HIT = f"window.hit = () => console.log('{PREFIX}hit')"
MADE = """() => {
  const trees = [document, ...[...document.querySelectorAll("template")].map((one) => one.content)];
  const all = trees.flatMap((tree) => [...tree.querySelectorAll("*")]);
  const leads = (element) => ["href", "src", "action", "formaction", "data", "srcdoc"].some((name) =>
    /^\\s*(javascript|data):/i.test(element.getAttribute(name) ?? ""));
  const made = (element) => element.hasAttribute("kbmark") || leads(element);
  return all.filter(made).map((element) => element.outerHTML);
}"""
KEEP = """([kept, site]) => {
  for (const storage of [localStorage, sessionStorage]) {
    for (const [key, value] of Object.entries(kept)) {
      for (const name of [key, key + site]) storage.setItem(name, value);
    }
  }
}"""
SHEET = "exercises/smart-goal"


@pytest.fixture
def bare(browser: Browser, address: str, site: Path) -> Iterator[Walk]:
    """A visit without the pages' policy."""
    begun = walk(browser, address, bypass_csp=True)
    begun.context.add_init_script(HIT)
    yield begun
    begun.end()


def settle(page: Page) -> None:
    """Let what an element would do happen, and see that there is none."""
    page.wait_for_timeout(150)
    assert page.evaluate(MADE) == []


def test_what_is_read_as_markup_is_seen_here(browser: Browser, address: str, site: Path) -> None:
    """So that the tests of this file can fail."""
    begun = walk(browser, address, bypass_csp=True)
    begun.context.add_init_script(HIT)
    page = begun.open("reference/about/")
    for text in STRINGS[:4]:
        page.evaluate("text => { document.querySelector('h1').innerHTML = text; }", text)
        page.wait_for_timeout(100)
        assert len(page.evaluate(MADE)) == 1
    page.evaluate("text => { document.querySelector('article a').href = text; }", STRINGS[4])
    assert len(page.evaluate(MADE)) == 2
    begun.context.close()
    assert begun.faults.count(f"{PREFIX}hit") >= 2


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("en/guide/introduction/", ("q",)),
        ("ethics/", ("say", "who", "clause", "stage", "q")),
        ("en/exercises/", ("purpose", "minutes", "setting", "unit")),
        ("en/workshops/ethics-clinic/", ("start",)),
        ("course/01-why-support/", ("q", "start")),
        ("en/ethics/code/", ("q",)),
    ],
)
def test_an_address_is_only_text(bare: Walk, path: str, names: tuple[str, ...]) -> None:
    page = bare.context.new_page()
    for text in STRINGS:
        asked = urlencode(dict.fromkeys(names, text))
        page.goto(f"{bare.address(path)}?{asked}#{quote(text, safe='%')}")
        page.locator(".kb-language").dispatch_event("pointerdown")  # the link takes the section along
        settle(page)
        page.goto("about:blank")  # another place in a page is no new visit


def test_what_is_searched_for_is_only_text(bare: Walk) -> None:
    page = bare.open("en/reference/privacy/?q=smart")
    expect(page.locator("#kb-search-results > li").first).to_be_visible(timeout=10_000)
    field = page.locator(".md-search__input")
    for text in STRINGS:
        field.fill(f"smart {text}")
        settle(page)
        assert field.input_value() == f"smart {text}"
    page = bare.open("ethics/")
    for text in STRINGS:
        page.locator("#kb-say").fill(text)
        settle(page)
        assert page.locator("#kb-say").input_value() == text


def test_what_is_typed_is_only_text_on_the_screen_and_on_paper(bare: Walk) -> None:
    page = bare.open(f"{SHEET}/")
    fields = page.locator("textarea.kb-field:visible")
    written = [*STRINGS[: fields.count()]]
    for at, text in enumerate(written):
        fields.nth(at).fill(text)
    page.locator("#kb-initials").fill(STRINGS[0])
    page.locator(".kb-fields-keep").click()
    page.reload()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    settle(page)
    assert [fields.nth(at).input_value() for at in range(len(written))] == written
    assert page.locator(".kb-written").first.text_content() in STRINGS
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator(".kb-project").click() if page.locator(".kb-project").count() else None
    settle(page)


def record(text: str) -> dict[str, object]:
    """Return a record of answers as the site keeps it, with hostile values and names."""
    names = ("goal", "initials", "confidence", "tick-1", "__proto__", text)
    fields = dict.fromkeys(names, text)
    return {"format": "kb-fields", "version": 1, "page": SHEET, "saved": text, "fields": fields}


def marks(text: str) -> dict[str, object]:
    """Return progress as the site keeps it, with hostile values beside good ones."""
    last = {"unit": "01-why-support", "section": "read", "at": "2026-01-31", "more": text}
    units = {"01-why-support": {"case": "2026-01-31"}}
    return {"format": "kb-progress", "version": 1, "page": "course", "units": units, "last": last, text: text}


@pytest.mark.parametrize("text", STRINGS)
def test_what_lies_in_storage_is_only_text(bare: Walk, text: str) -> None:
    """As it is, and within records that are well formed."""
    kept = {
        "kb-scheme": text,
        "kb-trainer": text,
        f"kb-fields:{SHEET}": json.dumps(record(text)),
        "kb-fields:cases/moshe": text,
        "kb-progress": json.dumps(marks(text)),
        **{f"/sub/.{name}": json.dumps(text) for name in ("__palette", "__announce", "__tabs", "__consent")},
    }
    page = bare.open("reference/about/")
    page.evaluate(KEEP, [kept, ":/sub/"])
    for path in ("", f"en/{SHEET}/", "cases/moshe/", "en/course/", "course/01-why-support/"):
        page.goto(bare.address(path))
        settle(page)
    page.goto(bare.address(f"{SHEET}/"))
    assert page.locator("#kb-goal").input_value() == text


@pytest.mark.parametrize("text", STRINGS)
def test_what_a_file_brings_is_only_text(bare: Walk, text: str) -> None:
    page = bare.open(f"en/{SHEET}/")
    for data in (record(text), {**record(text), "page": text}, {**record(text), "format": text}, text):
        _load(page, ".kb-fields", data)
        expect(page.locator(".kb-fields-said")).not_to_be_empty()
        if page.locator(".kb-fields-ask").is_visible():
            page.locator(".kb-fields-ask button").first.click()
        settle(page)
    assert page.locator("#kb-goal").input_value() == text
    page = bare.open("course/")
    for data in (marks(text), {**marks(text), "last": text}, {**marks(text), "units": {text: text}}, text):
        _load(page, ".kb-progress", data)
        expect(page.locator(".kb-progress-said")).not_to_be_empty()
        settle(page)
    page.locator(".kb-progress-statement").click()
    page.locator("#kb-statement-field").fill(text)
    settle(page)
    expect(page.locator(".kb-statement-name")).to_have_text(text[:80])


def _load(page: Page, kind: str, data: object) -> None:
    """Choose a file that has this as JSON, under a name that is hostile itself."""
    with page.expect_file_chooser() as chooser:
        page.locator(f"{kind}-load").click()
    content = json.dumps(data).encode()
    name = "<img src=x onerror=hit()>.json"
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})
