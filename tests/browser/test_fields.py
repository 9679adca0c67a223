"""What readers write into fields: kept for the tab, on the device if asked, as a file, erased; never sent."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from support import Open, scripts_of, until

PAGE = "exercises/smart-goal"
HE, EN = f"{PAGE}/", f"en/{PAGE}/"
KEY = f"kb-fields:{PAGE}:/sub/"
HOSTILE = "<img src=x onerror=\"document.title='broken'\"></textarea><script>document.title='broken'</script>"
NO_STORAGE = """for (const kind of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, kind, {get() { throw new DOMException("closed", "SecurityError"); }});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
# What the bar says of where the text stays.
TAB = "What you write stays with you: in your browser, in this tab, until you close it. Nothing is sent."
DEVICE = (
    "What you write on this page is kept in the browser of this device until you erase it. Nothing is sent."
)
OPEN = (
    "Your browser does not let the site keep anything, so what you write stays only while this page is open. "
    "Nothing is sent."
)
FULL_TAB = (
    "The browser has no room to keep this. What you write from now on stays only while the page is open. "
    "Print it, or save it as a file."
)
FULL_DEVICE = (
    "The device has no room to keep this. What you wrote stays in this tab only. "
    "Print it, or save it as a file."
)
ASIDE = (
    "Something was kept here, but it cannot be read: it is damaged, or comes from another version of "
    "the site. It was put aside. The Erase button erases it too."
)


def write_all(page: Page) -> None:
    """Write into one field of each kind."""
    page.locator("#kb-initials").fill("ב")
    page.locator("#kb-goal").fill("first line\nsecond line")
    page.locator("textarea[name=cell-1-1-2]").fill("a number")
    page.locator("input[name=confidence][value='7']").check()
    page.locator("input[name=tick-2]").check()


WRITTEN = {
    "initials": "ב",
    "goal": "first line\nsecond line",
    "cell-1-1-2": "a number",
    "confidence": "7",
    "tick-2": True,
}


def written(page: Page) -> dict[str, Any]:
    """Return what the page's fields hold, without the empty ones."""
    found: dict[str, Any] = page.evaluate("""() => {
      const found = {};
      for (const field of document.querySelectorAll("article .kb-field[name]")) {
        if (field.type === "checkbox") { if (field.checked) found[field.name] = true; }
        else if (field.type === "radio") { if (field.checked) found[field.name] = field.value; }
        else if (field.value) found[field.name] = field.value;
      }
      return found;
    }""")
    return found


def kept(page: Page, storage: str) -> dict[str, Any] | None:
    """Return the fields in a storage of the browser, None where nothing of this page is kept."""
    text = page.evaluate(f"window.{storage}.getItem({KEY!r})")
    return json.loads(text)["fields"] if text else None


def left(page: Page) -> list[str]:
    """Return what the browser still keeps of any page's fields."""
    keys: list[str] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return [key for key in keys if key.startswith("kb-fields")]


def said(page: Page, text: str) -> None:
    expect(page.locator(".kb-fields-said")).to_have_text(text)


def settle(page: Page) -> None:
    """Wait until what was typed is kept."""
    until(page, f"sessionStorage.getItem({KEY!r}) || localStorage.getItem({KEY!r})")
    page.wait_for_timeout(400)


def button(page: Page, name: str) -> Any:
    return page.locator(".kb-fields").get_by_role("button", name=name, exact=True)


def choose(page: Page, data: object) -> None:
    """Load a file: its content as bytes, text, or what becomes JSON."""
    text = data if isinstance(data, str | bytes) else json.dumps(data, ensure_ascii=False)
    content = text.encode() if isinstance(text, str) else text
    with page.expect_file_chooser() as chooser:
        button(page, "Load a file").click()
    file = {"name": "answers.json", "mimeType": "application/json", "buffer": content}
    chooser.value.set_files(files=[file])  # type: ignore[list-item]


def answers(**changes: object) -> dict[str, object]:
    """Return a good file of answers, with changes."""
    saved = "2026-01-31T10:00:00.000Z"
    good = {"format": "kb-fields", "version": 1, "page": PAGE, "saved": saved, "fields": WRITTEN}
    return {**good, **changes}


def closed(open_page: Open, script: str) -> Page:
    """Return the English page in a browser changed by a script."""
    page = open_page("404.html")
    page.context.add_init_script(script)
    page.goto(page.url.replace("404.html", EN))
    return page


# The tab


def test_a_line_and_the_tools_stand_before_the_first_field(open_page: Open) -> None:
    page = open_page(EN)
    bar = page.locator(".kb-fields")
    assert bar.count() == 1
    expect(bar.locator("p").first).to_have_text(
        f"{TAB} Write no names and no details that identify participants."
    )
    assert bar.get_by_role("button").all_inner_texts() == [
        "Keep on this device",
        "Print",
        "Save as a file",
        "Load a file",
        "Erase",
    ]
    first = page.locator("article .kb-field").first
    assert bar.evaluate("(bar, field) => bar.nextElementSibling.contains(field)", first.element_handle())
    for tool in bar.get_by_role("button").all():
        box = tool.bounding_box()
        assert box is not None and box["height"] >= 24 and box["width"] >= 24


@pytest.mark.parametrize("path", ["guide/support-model/", "ethics/", ""])
def test_a_page_without_fields_has_nothing_of_it(open_page: Open, path: str) -> None:
    page = open_page(path)
    assert page.locator(".kb-fields, template.kb-fields-bar").count() == 0
    assert [name for name in scripts_of(page) if "fields" in name] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            HE,
            "יש בעמוד שדות לכתיבה. מה שתכתבו נשאר אצלכם בדפדפן ולא נשלח לשום מקום. כדי לשמור, הדפיסו. "
            "כתבו בלי שמות ובלי פרטים שמזהים משתתפות ומשתתפים.",
        ),
        (
            EN,
            "This page has fields to write in. What you write stays in your browser and is sent nowhere. "
            "To keep it, print. Write no names and no details that identify participants.",
        ),
    ],
)
def test_without_a_script_there_is_one_plain_line(open_page: Open, path: str, text: str) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.locator(".kb-fields-plain")).to_have_text(text)
    assert page.locator(".kb-fields").count() == 0


def test_what_is_written_survives_a_reload_and_other_pages(open_page: Open, address: str) -> None:
    page = open_page(EN)
    write_all(page)
    page.reload()
    assert written(page) == WRITTEN
    page.goto(f"{address}cases/moshe/")
    assert written(page) == {}
    page.goto(address + EN)
    assert written(page) == WRITTEN
    assert kept(page, "localStorage") is None


def test_the_last_word_is_kept_without_a_pause(open_page: Open) -> None:
    page = open_page(EN)
    page.evaluate("""() => {
      const field = document.querySelector("#kb-goal");
      field.value = "at the last moment";
      field.dispatchEvent(new Event("input", {bubbles: true}));
      location.reload();
    }""")
    expect(page.locator("#kb-goal")).to_have_value("at the last moment")


def test_what_is_written_before_the_script_has_come_stays(open_page: Open) -> None:
    early = "addEventListener('readystatechange', () => { const field = document.querySelector('#kb-goal');"
    early += " if (document.readyState === 'interactive') field.value = 'early'; }, true);"
    page = closed(open_page, early)
    assert written(page) == {"goal": "early"}
    assert kept(page, "sessionStorage") == {"goal": "early"}


def test_a_new_tab_is_empty(open_page: Open, address: str) -> None:
    page = open_page(EN)
    write_all(page)
    settle(page)
    other = page.context.new_page()
    other.goto(address + EN)
    assert written(other) == {}


def test_both_languages_hold_the_same_text(open_page: Open) -> None:
    page = open_page(HE)
    write_all(page)
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url(f"**/{EN}**")
    assert written(page) == WRITTEN
    page.locator("#kb-goal").fill("changed")
    page.go_back()
    page.wait_for_url(f"**/sub/{HE}")
    expect(page.locator("#kb-goal")).to_have_value("changed")


def test_nothing_is_sent(open_page: Open) -> None:
    page = open_page(EN)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write_all(page)
    button(page, "Keep on this device").click()
    with page.expect_download():
        button(page, "Save as a file").click()
    page.wait_for_timeout(400)
    assert [url for url in asked if not url.startswith("blob:")] == []


# The device


def test_kept_on_the_device_only_when_asked(open_page: Open, address: str) -> None:
    page = open_page(EN)
    write_all(page)
    switch = button(page, "Keep on this device")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    now = "From now on what you write on this page is kept on this device."
    said(page, f"{now} On a shared computer, a file is better.")
    expect(page.locator(".kb-fields-line")).to_have_text(DEVICE)
    assert (kept(page, "localStorage"), kept(page, "sessionStorage")) == (WRITTEN, None)
    other = page.context.new_page()
    other.goto(address + EN)
    assert written(other) == WRITTEN
    assert button(other, "Keep on this device").get_attribute("aria-pressed") == "true"


def test_switched_off_it_leaves_the_device_and_stays_in_the_tab(open_page: Open) -> None:
    page = open_page(EN)
    write_all(page)
    button(page, "Keep on this device").click()
    button(page, "Keep on this device").click()
    said(page, "The copy on the device is erased. What you wrote stays in this tab.")
    expect(page.locator(".kb-fields-line")).to_have_text(TAB)
    assert (kept(page, "localStorage"), kept(page, "sessionStorage")) == (None, WRITTEN)
    page.reload()
    assert written(page) == WRITTEN


def test_two_tabs_of_a_kept_page_show_the_same(open_page: Open, address: str) -> None:
    page = open_page(EN)
    write_all(page)
    button(page, "Keep on this device").click()
    other = page.context.new_page()
    other.goto(address + HE)
    other.locator("#kb-goal").fill("from the other tab")
    expect(page.locator("#kb-goal")).to_have_value("from the other tab")
    other.get_by_role("button", name="לשמור במכשיר הזה").click()
    said(page, "The copy on the device was erased in another tab. What you wrote stays in this tab.")
    assert button(page, "Keep on this device").get_attribute("aria-pressed") == "false"
    assert written(page) == {**WRITTEN, "goal": "from the other tab"}


def test_another_text_on_the_device_is_not_replaced_unasked(open_page: Open, address: str) -> None:
    page = open_page(EN)
    page.locator("#kb-goal").fill("mine")
    settle(page)
    other = page.context.new_page()
    other.goto(address + EN)
    other.locator("#kb-goal").fill("theirs")
    button(other, "Keep on this device").click()
    button(page, "Keep on this device").click()
    question = "The device already keeps another version of this page. Replace it with what is written now?"
    expect(page.locator("#kb-fields-question")).to_have_text(question)
    button(page, "No").click()
    assert (kept(page, "localStorage"), written(page)) == ({"goal": "theirs"}, {"goal": "mine"})
    button(page, "Keep on this device").click()
    button(page, "Replace").click()
    assert kept(page, "localStorage") == {"goal": "mine"}


# Erasing


def test_erased_from_page_tab_and_device_and_brought_back(open_page: Open) -> None:
    page = open_page(EN)
    write_all(page)
    button(page, "Keep on this device").click()
    button(page, "Erase").click()
    expect(page.locator("#kb-fields-question")).to_have_text("Erase 5 answers from the page and the browser?")
    expect(button(page, "No")).to_be_focused()
    page.locator(".kb-fields-ask").get_by_role("button", name="Erase").click()
    said(page, "5 answers erased. You can bring them back for half a minute.")
    assert (written(page), kept(page, "localStorage"), kept(page, "sessionStorage")) == ({}, None, None)
    assert left(page) == []
    assert button(page, "Keep on this device").get_attribute("aria-pressed") == "false"
    button(page, "Bring back").click()
    said(page, "What was here is back.")
    assert (written(page), kept(page, "localStorage")) == (WRITTEN, WRITTEN)
    expect(page.locator(".kb-fields-tools .kb-fields-erase")).to_be_focused()


@pytest.mark.parametrize("way", ["no", "escape"])
def test_erasing_can_be_refused(open_page: Open, way: str) -> None:
    page = open_page(EN)
    write_all(page)
    button(page, "Erase").click()
    if way == "no":
        button(page, "No").press("Enter")
    else:
        page.keyboard.press("Escape")
    expect(page.locator(".kb-fields-ask")).to_be_hidden()
    expect(button(page, "Erase")).to_be_focused()
    assert written(page) == WRITTEN


def test_the_way_back_ends_after_half_a_minute(open_page: Open) -> None:
    page = closed(
        open_page,
        "const set = setTimeout; window.setTimeout = (act, ms) =>"
        " ms === 30000 ? (window.kbLater = act, 0) : set(act, ms);",
    )
    page.locator("#kb-goal").fill("a secret")
    button(page, "Erase").click()
    page.locator(".kb-fields-ask").get_by_role("button", name="Erase").click()
    button(page, "Bring back").focus()
    page.evaluate("kbLater()")
    expect(page.locator(".kb-fields-undo")).to_be_hidden()
    expect(button(page, "Erase")).to_be_focused()


def test_what_is_written_next_ends_the_way_back(open_page: Open) -> None:
    page = open_page(EN)
    page.locator("#kb-goal").fill("one")
    button(page, "Erase").click()
    page.locator(".kb-fields-ask").get_by_role("button", name="Erase").click()
    page.locator("#kb-goal").fill("two")
    expect(page.locator(".kb-fields-undo")).to_be_hidden()


def test_nothing_to_erase_or_save_is_said(open_page: Open) -> None:
    page = open_page(EN)
    for name in ("Erase", "Save as a file"):
        button(page, name).click()
        said(page, "You have not written anything here yet.")
    expect(page.locator(".kb-fields-ask")).to_be_hidden()


# Files


def test_the_file_says_what_it_is_and_loads_again(open_page: Open, address: str) -> None:
    page = open_page(HE)
    write_all(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="שמירה כקובץ").click()
    name = f"smart-goal-{date.today().isoformat()}.json"
    assert download.value.suggested_filename == name
    said(page, f"הדפדפן שומר את הקובץ {name}. כדי להמשיך, טענו אותו בעמוד הזה.")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    data = json.loads(text)
    assert data.pop("saved").startswith("20")
    assert data == {"format": "kb-fields", "version": 1, "page": PAGE, "fields": WRITTEN}
    other = open_page(EN)
    choose(other, text)
    said(other, "5 answers loaded from the file.")
    assert written(other) == WRITTEN
    assert kept(other, "sessionStorage") == WRITTEN


def test_loading_over_a_text_asks_first_and_can_be_undone(open_page: Open) -> None:
    page = open_page(EN)
    page.locator("#kb-obstacle").fill("mine")
    choose(page, answers())
    question = "The file will replace what is written on the page now. Replace it?"
    expect(page.locator("#kb-fields-question")).to_have_text(question)
    button(page, "No").click()
    assert written(page) == {"obstacle": "mine"}
    choose(page, answers())
    button(page, "Replace").click()
    said(page, "5 answers loaded from the file.")
    assert written(page) == WRITTEN
    button(page, "Bring back").click()
    assert written(page) == {"obstacle": "mine"}


BAD = {
    "broken": (
        '{"format": "kb-fields", ',
        "The file cannot be read: it is damaged, or is not an answers file. Nothing was changed.",
    ),
    "binary": (
        b"\x89PNG\x00\xff\xfe",
        "The file cannot be read: it is damaged, or is not an answers file. Nothing was changed.",
    ),
    "empty": ("", "The file cannot be read: it is damaged, or is not an answers file. Nothing was changed."),
    "list": ([1, 2], "This is not an answers file of this site. Nothing was changed."),
    "null": ("null", "This is not an answers file of this site. Nothing was changed."),
    "format": (
        answers(format="kb-progress"),
        "This is not an answers file of this site. Nothing was changed.",
    ),
    "version": (answers(version="1"), "This is not an answers file of this site. Nothing was changed."),
    "no page": (answers(page=7), "This is not an answers file of this site. Nothing was changed."),
    "no fields": (answers(fields=["a"]), "This is not an answers file of this site. Nothing was changed."),
    "newer": (
        answers(version=2),
        "The file was saved by a newer version of the site. Reload the page and try again. "
        "Nothing was changed.",
    ),
    "other page": (
        answers(page="exercises/barrier-map"),
        "The file was saved from another page: exercises/barrier-map. Nothing was changed.",
    ),
    "hostile page": (
        answers(page=HOSTILE),
        "The file was saved from another page: ?. Nothing was changed.",
    ),
    "large": (
        answers(fields={"goal": "x" * 1024 * 1024}),
        "The file is too large (over one megabyte) and is not an answers file of this site. "
        "Nothing was changed.",
    ),
    "strangers only": (
        answers(fields={"other": "x", "goal": 5, "confidence": "11", "tick-1": "on", "own-words": ""}),
        "The file has no answers that belong on this page. Nothing was changed.",
    ),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_file_changes_nothing(open_page: Open, fault: str) -> None:
    data, text = BAD[fault]
    page = open_page(EN)
    page.locator("#kb-goal").fill("mine")
    choose(page, data)
    said(page, text)
    assert written(page) == {"goal": "mine"}
    assert page.locator(".kb-fields img").count() == 0
    expect(page.locator(".kb-fields-ask")).to_be_hidden()


def test_answers_without_a_place_are_said(open_page: Open) -> None:
    page = open_page(EN)
    strange = '{"__proto__": {"goal": "x"}, "constructor": "x", "goal": "kept", "confidence": "99"}'
    choose(page, json.dumps(answers(fields=0)).replace('"fields": 0', f'"fields": {strange}'))
    said(page, "1 answer loaded from the file. 3 answers had no place here.")
    assert written(page) == {"goal": "kept"}


def test_what_is_read_back_is_never_markup(open_page: Open) -> None:
    page = open_page(EN)
    choose(page, answers(fields={"goal": HOSTILE, "initials": HOSTILE, "cell-1-1-2": HOSTILE}))
    said(page, "3 answers loaded from the file.")
    button(page, "Keep on this device").click()
    page.reload()
    assert page.locator("#kb-goal").input_value() == HOSTILE
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("article :is(.kb-fields, .kb-write, .kb-written) img").count() == 0
    assert page.title() != "broken"


# Storage that is damaged, closed or full


@pytest.mark.parametrize("storage", ["localStorage", "sessionStorage"])
@pytest.mark.parametrize(
    "text",
    ["{", "null", "7", '{"format":"kb-fields","version":9,"page":"exercises/smart-goal","fields":{}}', "[]"],
)
def test_a_damaged_record_is_put_aside_and_said_once(open_page: Open, storage: str, text: str) -> None:
    page = open_page(EN)
    page.evaluate(f"{storage}.setItem({KEY!r}, {json.dumps(text)})")
    page.reload()
    said(page, ASIDE)
    assert written(page) == {}
    assert page.evaluate(f"{storage}.getItem({KEY + ':aside'!r})") == text
    page.locator("#kb-goal").fill("new")
    settle(page)
    page.reload()
    assert written(page) == {"goal": "new"}
    said(page, "")
    button(page, "Erase").click()
    page.locator(".kb-fields-ask").get_by_role("button", name="Erase").click()
    said(page, "1 answer erased. You can bring it back for half a minute.")
    assert left(page) == []


def test_values_of_the_wrong_kind_are_left_out(open_page: Open) -> None:
    page = open_page(EN)
    fields = {"goal": {"a": 1}, "confidence": 7, "tick-1": "yes", "initials": "good"}
    page.evaluate(f"sessionStorage.setItem({KEY!r}, {json.dumps(json.dumps(answers(fields=fields)))})")
    page.reload()
    assert written(page) == {"initials": "good"}


def test_with_storage_switched_off_everything_else_works(open_page: Open) -> None:
    page = closed(open_page, NO_STORAGE)
    expect(page.locator(".kb-fields-line")).to_have_text(OPEN)
    expect(page.locator(".kb-fields-keep")).to_be_hidden()
    write_all(page)
    with page.expect_download() as download:
        button(page, "Save as a file").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    page.reload()
    choose(page, text)
    said(page, "5 answers loaded from the file.")
    assert written(page) == WRITTEN
    scheme = page.locator(".kb-scheme").first
    scheme.dispatch_event("click")
    assert scheme.get_attribute("aria-pressed") == "true"


def test_a_full_storage_is_said_once(open_page: Open) -> None:
    page = closed(open_page, FULL)
    page.locator("#kb-goal").fill("one")
    said(page, FULL_TAB)
    button(page, "Save as a file").click()
    page.locator("#kb-goal").fill("two")
    page.wait_for_timeout(400)
    assert "no room" not in page.locator(".kb-fields-said").inner_text()
    assert written(page) == {"goal": "two"}


def test_a_device_without_room_leaves_the_text_in_the_tab(open_page: Open) -> None:
    page = closed(
        open_page,
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) {"
        " if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');"
        " set.call(this, key, value); };",
    )
    page.locator("#kb-goal").fill("one")
    button(page, "Keep on this device").click()
    said(page, FULL_DEVICE)
    assert button(page, "Keep on this device").get_attribute("aria-pressed") == "false"
    assert (kept(page, "localStorage"), kept(page, "sessionStorage")) == (None, {"goal": "one"})


# The screen and paper


LONG = "\n".join(f"line {number} of the answer" for number in range(1, 91))


@pytest.mark.parametrize("way", ["style sheet", "script"])
def test_a_field_grows_with_its_text(open_page: Open, way: str) -> None:
    old = "CSS.supports = () => false; const style = new CSSStyleSheet(); style.replaceSync("
    old += "'textarea { field-sizing: fixed !important }'); document.adoptedStyleSheets = [style];"
    page = closed(open_page, old if way == "script" else "")
    field = page.locator("#kb-goal")
    low = field.evaluate("field => field.clientHeight")
    field.fill(LONG)
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 2")
    settle(page)
    page.reload()
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 2")
    field.fill("")
    assert field.evaluate("field => field.clientHeight") <= low + 2


def test_paper_shows_the_whole_text(open_page: Open) -> None:
    page = open_page(EN, width=1280)
    page.locator("#kb-goal").fill(LONG)
    page.locator("#kb-initials").fill("a line that is a good deal longer than the field it stands in")
    page.locator("textarea[name=cell-1-1-2]").fill("in a cell")
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    lines = text.replace("\xa0", " ")
    assert [n for n in range(1, 91) if lines.count(f"line {n} of the answer") != 1] == []
    assert "longer than the field it stands in" in " ".join(lines.split())
    assert "in a cell" in lines
    assert "Keep on this device" not in lines
    expect(page.locator(".kb-written")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [HE, EN])
def test_axe_finds_no_barrier_while_asking(open_page: Open, path: str, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme)
    page.locator("#kb-goal").fill("x")
    page.locator(".kb-fields-keep").click()
    page.locator(".kb-fields-erase").click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("path", [HE, EN])
def test_by_keyboard_alone(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.locator("#kb-goal").fill("x")
    page.locator(".kb-fields-keep").focus()
    page.keyboard.press("Space")
    assert page.locator(".kb-fields-keep").get_attribute("aria-pressed") == "true"
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator(".kb-fields-erase")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert written(page) == {}
    page.locator(".kb-fields-undo").press("Enter")
    assert written(page) == {"goal": "x"}


def test_a_folder_on_a_disk_keeps_too(site: Path, browser: Any) -> None:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    page.goto((site / PAGE / "index.html").as_uri())
    page.locator("#kb-goal").fill("מהדיסק")
    page.locator(".kb-fields-keep").click()
    page.goto((site / "en" / PAGE / "index.html").as_uri())
    assert written(page) == {"goal": "מהדיסק"}
    keys = page.evaluate("Object.keys(localStorage)")
    assert [key for key in keys if key.startswith("kb-fields")] == [f"kb-fields:{PAGE}:{site.as_posix()}/"]
    context.close()
