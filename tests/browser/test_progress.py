"""Progress through the course: marked, resumed, carried to another device, printed, erased; never sent."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from kb import content, stamps
from support import ROOT, Open, make_small, scripts_of
from verbs import mkdocs_run

THEME = "theme: {name: material, language: he, font: false}"
INDEX = """---
title: {title}
description: A page of all units, with the progress through them, for tests in a browser.
---

## {heading} {{ #progress }}

<!-- kb:progress -->

<!-- kb:units -->
"""
HOME = """---
title: {title}
description: A home page with a door that leads to the course, for tests in a browser.
template: home.html
doors:
  learn: {{title: Learn, text: Take the course., href: course/}}
---
"""
KEY = "kb-progress:/course/"
HERE = (
    "What you marked, which questions you answered and where you stopped are kept in this browser only. "
    "You can erase them on the course page."
)
OPEN = "Your browser does not let the site keep anything, so your marks stay only while this page is open."
FULL = "The browser has no room to keep your marks, so they stay only while this page is open."
ASIDE = (
    "There were marks kept here, but they cannot be read: they are damaged, or come from another version of "
    "the site. They were put aside, and you start afresh. Erasing on the course page erases them too."
)
NOTHING_CHANGED = {
    "large": "The file is too large (over one megabyte) and is not a progress file of this site. "
    "Nothing was changed.",
    "broken": "The file cannot be read: it is damaged, or is not a progress file. Nothing was changed.",
    "foreign": "This is not a progress file of this site. Nothing was changed.",
    "newer": "The file was saved by a newer version of the site. Reload the page and try again. "
    "Nothing was changed.",
}
NO_STORAGE = """for (const kind of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, kind, {get() { throw new DOMException("closed", "SecurityError"); }});"""
NO_ROOM = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
UNIT_ONE = {
    "read:guide/one": "2026-01-30",
    "case": "2026-01-31",
    "check:secret": "2026-01-31",
    "done": "2026-01-31",
}
UNIT, COURSE = "course/01-start/", "course/"


def _write_course(root: Path) -> None:
    """Give the small project a second unit, a page of the course and a home page with a door."""
    unit = root / "course/02-next"
    shutil.copytree(root / "course/01-start", unit)
    for name, pairs in {
        "unit.yml": [("01-start", "02-next"), ("number: 1", "number: 2")],
        "index.he.md": [("title: מתחילים", "title: ממשיכים & <עוד>")],
        "index.en.md": [("title: A start", "title: Next & <more>")],
    }.items():
        text = (unit / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (unit / name).write_text(text, encoding="utf-8", newline="\n")
    (root / "docs/course").mkdir()
    shutil.copytree(ROOT / "overrides", root / "overrides")
    for lang, title, heading in (("he", "הקורס", "איפה אתם?"), ("en", "The course", "Where are you?")):
        index, home = root / f"docs/course/index.{lang}.md", root / f"docs/index.{lang}.md"
        index.write_text(INDEX.format(title=title, heading=heading), encoding="utf-8", newline="\n")
        home.write_text(HOME.format(title=title), encoding="utf-8", newline="\n")


def _write_settings(root: Path) -> None:
    """Let the small project be built in the site's own theme."""
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    theme = THEME.replace("material,", "material, custom_dir: overrides,")
    for old, new in {
        THEME: theme.replace("font: false", "font: false, favicon: assets/images/favicon.svg"),
        "  - search\n": "",
        "  - course/01-start/index.md\n": "".join(
            f"  - course/{name}index.md\n" for name in ("", "01-start/", "02-next/")
        ),
    }.items():
        assert old in text
        text = text.replace(old, new)
    config.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def course_site(address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small course in the site's own theme, built beside the real site; returns its address."""
    root = make_small(tmp_path_factory.mktemp("progress"))
    _write_course(root)
    _write_settings(root)
    project = content.load(root)
    for page in project.pages:
        if page.lang != "he":
            stamps.accept(root, page, project)
    folder = tmp_path_factory.getbasetemp() / "host0" / "course"
    site = address.removesuffix("sub/") + "course/"
    command = mkdocs_run.command(root, "build", "--strict", "--quiet", "--site-dir", str(folder))
    environment = mkdocs_run.environment(root, SITE_URL=site)
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def open_course(browser: Browser, course_site: str) -> Iterator[Open]:
    """Open an address of the small site in a fresh context; errors on a page fail the test.

    progress: what the browser keeps at first; script: run before every page.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(
        path: str = "", *, progress: object = None, script: str = "", width: int = 360, **options: object
    ) -> Page:
        options.setdefault("viewport", {"width": width, "height": 740})
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        if progress is not None:
            text = progress if isinstance(progress, str) else json.dumps(progress)
            page.goto(f"{course_site}404.html")
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        if script:
            context.add_init_script(script)
        page.goto(course_site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def go(page: Page, path: str) -> None:
    page.goto(page.url[: page.url.index("/course/") + len("/course/")] + path)


def record(**changes: object) -> dict[str, Any]:
    """Return good progress: the first unit finished, stopped at its questions; with changes."""
    last = {"unit": "01-start", "section": "check", "at": "2026-01-31T10:00:00.000Z"}
    good = {"format": "kb-progress", "version": 1, "page": "course", "units": {"01-start": UNIT_ONE}}
    return {**good, "last": last, **changes}


def kept(page: Page) -> dict[str, Any] | None:
    """Return the units as the browser keeps them; None where nothing is kept."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    found: dict[str, Any] | None = json.loads(text)["units"] if text else None
    return found


def parts(page: Page, unit: str = "01-start") -> list[str]:
    return sorted((kept(page) or {}).get(unit, {}))


def box(page: Page, name: str) -> Any:
    return page.get_by_role("checkbox", name=name)


def tool(page: Page, name: str) -> Any:
    return page.locator(".kb-progress").get_by_role("button", name=name, exact=True)


def said(page: Page, text: str) -> None:
    expect(page.locator(".kb-progress-said")).to_have_text(text)


def choose(page: Page, data: object) -> None:
    """Load a file: its content as bytes, text, or what becomes JSON."""
    text = data if isinstance(data, str | bytes) else json.dumps(data, ensure_ascii=False)
    content = text.encode() if isinstance(text, str) else text
    with page.expect_file_chooser() as chooser:
        tool(page, "Load a file").click()
    file = {"name": "progress.json", "mimeType": "application/json", "buffer": content}
    chooser.value.set_files(files=[file])  # type: ignore[list-item]


def states(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".kb-unit-state").all_inner_texts()]


# On the page of a unit


def test_a_unit_has_a_box_for_each_thing_to_do(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}")
    names = page.locator(".kb-mark input").evaluate_all(
        "boxes => boxes.map(box => box.ariaLabel || box.labels[0].textContent)"
    )
    assert names == [
        "I’ve read this: One page",
        "I’ve read this: Check yourself",
        "I’ve worked through this stage",
        "I’ve done the exercise",
        "I’ve written this",
    ]
    for name, section in (("worked through", "case"), ("written this", "reflection")):
        heading = (
            "box => { let at = box; while (!at.matches('h2')) at = at.previousElementSibling; return at.id }"
        )
        assert box(page, name).locator("xpath=..").evaluate(heading) == section
    expect(page.locator(".kb-unit-line")).to_contain_text("Unit 1 of 2 in the course")
    expect(page.locator(".kb-unit-marked")).to_have_text("You have marked nothing here yet")
    expect(page.locator(".kb-unit-note")).to_have_text(HERE)
    assert kept(page) is None
    for label in page.locator(".kb-mark").all():
        size = label.bounding_box()
        assert size is not None and size["height"] >= 24 and size["width"] >= 24


def test_reading_a_unit_keeps_nothing_before_the_first_mark(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}#check")
    page.reload()
    go(page, f"en/{COURSE}")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kb-progress'))") == []
    expect(page.locator(".kb-progress-sum")).to_have_text(
        "You have marked nothing yet. Every unit has boxes to tick, and what you tick shows here too."
    )
    assert page.locator(".kb-progress-tools").get_by_role("button").all_inner_texts() == ["Load a file"]


def test_what_is_marked_and_answered_stays_in_both_languages(open_course: Open) -> None:
    page = open_course(UNIT)
    box(page, "קראתי: עמוד אחד").check()
    box(page, "כתבתי").check()
    page.locator("#secret .kb-choice input").first.check()
    page.locator("#secret .kb-commit-button").click()
    today = date.today().isoformat()
    assert kept(page) == {"01-start": dict.fromkeys(("read:guide/one", "reflection", "check:secret"), today)}
    expect(page.locator(".kb-unit-marked")).to_have_text("סימנתם 3 מתוך 8 חלקים")
    page.reload()
    expect(page.locator(".kb-unit-marked")).to_have_text("סימנתם 3 מתוך 8 חלקים")
    page.get_by_role("link", name="English").first.click()
    expect(page.locator(".kb-unit-marked")).to_have_text("You have marked 3 of 8 parts")
    expect(box(page, "I’ve read this: One page")).to_be_checked()
    box(page, "I’ve read this: One page").uncheck()
    box(page, "I’ve written this").uncheck()
    expect(page.locator(".kb-unit-marked")).to_have_text("You have marked 1 of 8 parts")
    assert parts(page) == ["check:secret"]


def test_a_unit_is_finished_and_leads_to_the_next(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}")
    end = page.locator(".kb-unit-end")
    expect(end).to_contain_text("8 parts are not marked yet. You can finish without them.")
    end.get_by_role("button", name="I’ve finished this unit").click()
    expect(end.locator("[role=status]")).to_contain_text("You finished this unit on ")
    assert parts(page) == ["done"]
    expect(end.get_by_role("button")).to_be_focused()
    end.get_by_role("button", name="Not finished after all").click()
    assert kept(page) == {}
    end.get_by_role("link", name="Unit 2, Next & <more>").click()
    expect(page.locator(".kb-unit-line")).to_contain_text("Unit 2 of 2 in the course")
    expect(page.locator(".kb-unit-end")).to_contain_text("This is the last unit.")


def test_another_tab_shows_what_was_marked(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}")
    other = page.context.new_page()
    other.goto(page.url)
    box(other, "I’ve done the exercise").check()
    expect(box(page, "I’ve done the exercise")).to_be_checked()
    box(page, "I’ve written this").check()
    assert parts(page) == ["exercise", "reflection"]


def test_by_keyboard_alone(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}")
    box(page, "I’ve done the exercise").focus()
    page.keyboard.press("Space")
    assert parts(page) == ["exercise"]
    page.get_by_role("button", name="I’ve finished this unit").focus()
    page.keyboard.press("Enter")
    assert parts(page) == ["done", "exercise"]


# Going on


def test_one_goes_on_where_one_stopped(open_course: Open) -> None:
    page = open_course(UNIT)
    box(page, "כתבתי").check()
    page.evaluate("document.querySelector('#check').scrollIntoView()")
    page.reload()
    go(page, "")
    link = page.locator(".kb-resume a:not([hidden])")
    expect(link).to_have_text("יחידה 1, מתחילים")
    go(page, f"en/{COURSE}")
    resume = page.locator(".kb-progress-resume a")
    expect(resume).to_have_text("Unit 1, A start · self-check")
    resume.click()
    assert page.url.endswith(f"/en/{UNIT}#check")
    page.locator(".kb-unit-finish").click()
    go(page, f"en/{COURSE}")
    expect(resume).to_have_text("Unit 2, Next & <more>")


def test_the_home_page_says_nothing_before_there_is_progress(open_course: Open) -> None:
    page = open_course("en/")
    expect(page.locator(".kb-resume")).to_be_hidden()
    other = page.context.new_page()
    other.goto(f"{page.url}{UNIT}")
    box(other, "I’ve done the exercise").check()
    expect(page.locator(".kb-resume")).to_be_visible()


def test_a_reading_can_be_marked_at_its_end_once_one_has_begun(open_course: Open) -> None:
    page = open_course("en/guide/one/")
    expect(page.locator(".kb-member").first).to_be_hidden()
    page = open_course("en/guide/one/", progress=record())
    lines = page.locator(".kb-member")
    expect(lines).to_have_count(2)
    expect(lines.nth(1)).to_contain_text("This page is part of unit 2 of the course: Next & <more>")
    expect(lines.nth(0).get_by_role("checkbox")).to_be_checked()
    box(page, "I’ve read this: Unit 2, Next & <more>").check()
    assert parts(page, "02-next") == ["read:guide/one"]
    go(page, "en/exercises/plan/")
    box(page, "I’ve done the exercise: Unit 1, A start").check()
    assert "exercise" in parts(page)
    go(page, "en/cases/ruth/")
    ours = [name for name in scripts_of(page) if "progress" in name]
    assert (page.locator(".kb-member").count(), ours) == (0, [])


# The panel


@pytest.mark.parametrize(
    ("lang", "some", "done", "total"),
    [
        ("", "באמצע: 1 מתוך 8 חלקים", "הסתיימה ב־31 בינואר 2026", "הסתיימו: 1 · באמצע: 1 · עוד לא התחלתם: 0"),
        ("en/", "Under way: 1 of 8 parts", "Finished on 31 January 2026",
         "Finished: 1 · Under way: 1 · Not started: 0"),
    ],
)  # fmt: skip
def test_the_state_of_every_unit_in_words(
    open_course: Open, lang: str, some: str, done: str, total: str
) -> None:
    units = {"01-start": UNIT_ONE, "02-next": {"case": "2026-01-31"}, "77-gone": {"case": "2026-01-31"}}
    page = open_course(f"{lang}{COURSE}", progress=record(units=units))
    assert states(page) == [done, some]
    expect(page.locator(".kb-progress-sum")).to_have_text(total)


def test_progress_goes_to_another_device_as_a_file(open_course: Open, tmp_path: Path) -> None:
    page = open_course(f"en/{COURSE}", progress=record())
    with page.expect_download() as download:
        tool(page, "Save as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    said(page, f"Your browser is saving the file {file.name}. Load it on this page on the other device.")
    data = json.loads(file.read_text(encoding="utf-8"))
    assert {key: data[key] for key in data if key != "saved"} == record()
    other = open_course(f"en/{COURSE}")
    choose(other, file.read_bytes())
    said(other, "4 marks added or updated from the file.")
    assert kept(other) == {"01-start": UNIT_ONE}
    choose(other, file.read_bytes())
    said(other, "All that is in the file is marked here already.")


def test_a_file_is_merged_and_the_newer_day_wins(open_course: Open) -> None:
    mine = {"01-start": {"case": "2026-02-02", "exercise": "2026-01-01"}}
    page = open_course(f"en/{COURSE}", progress=record(units=mine))
    last = {"unit": "02-next", "section": "read", "at": "2026-03-03T10:00:00.000Z"}
    theirs = {"01-start": {"case": "2026-01-01", "exercise": "2026-02-02"}, "02-next": {"done": "2026-02-02"}}
    choose(page, record(units=theirs, last=last))
    said(page, "2 marks added or updated from the file.")
    merged = {
        "01-start": dict.fromkeys(("case", "exercise"), "2026-02-02"),
        "02-next": {"done": "2026-02-02"},
    }
    assert kept(page) == merged
    tool(page, "Bring back").click()
    assert kept(page) == mine


@pytest.mark.parametrize(
    ("fault", "data"),
    [
        ("large", "x" * (1024 * 1024 + 1)),
        ("broken", b"\x89PNG"),
        ("broken", "{"),
        ("foreign", "[]"),
        ("foreign", {"format": "kb-fields", "version": 1, "page": "exercises/plan", "fields": {}}),
        ("foreign", record(page="another")),
        ("newer", record(version=2)),
        ("broken", record(units=[])),
        ("broken", record(units={HOSTILE: {"case": "2026-01-31"}})),
        ("broken", record(units={"__proto__": {"case": "2026-01-31"}})),
        ("broken", record(units={"02-next": {"constructor": "2026-01-31"}})),
        ("broken", record(units={"02-next": {"case": HOSTILE}})),
        ("broken", record(units={"02-next": {"case": "2026-13-31"}})),
        ("broken", record(last={"unit": "02-next", "section": HOSTILE, "at": "2026-01-31"})),
        ("broken", record(last=[])),
    ],
)
def test_a_file_that_is_not_ours_changes_nothing(open_course: Open, fault: str, data: object) -> None:
    page = open_course(f"en/{COURSE}", progress=record())
    choose(page, data)
    said(page, NOTHING_CHANGED[fault])
    assert kept(page) == {"01-start": UNIT_ONE}
    expect(tool(page, "Bring back")).to_be_hidden()
    assert page.title().startswith("The course")


def test_everything_can_be_erased_and_brought_back(open_course: Open) -> None:
    page = open_course(f"en/{COURSE}", progress=record())
    tool(page, "Erase").click()
    ask = page.locator(".kb-progress-ask")
    expect(ask).to_contain_text("What you wrote in the fields is not erased.")
    expect(ask.get_by_role("button", name="No")).to_be_focused()
    page.keyboard.press("Escape")
    expect(tool(page, "Erase")).to_be_focused()
    assert kept(page) == {"01-start": UNIT_ONE}
    tool(page, "Erase").click()
    ask.get_by_role("button", name="Erase").click()
    said(page, "Your progress is erased. You can bring it back for half a minute.")
    assert kept(page) is None
    assert states(page) == ["Not started", "Not started"]
    tool(page, "Bring back").click()
    assert kept(page) == {"01-start": UNIT_ONE}
    assert states(page)[0] == "Finished on 31 January 2026"


# Bad storage


@pytest.mark.parametrize("path", [UNIT, COURSE])
@pytest.mark.parametrize(
    "stored",
    ["{", "null", "5", HOSTILE, record(version=2), record(format="other"), record(units={"01-start": 5})],
)
def test_what_cannot_be_read_is_set_aside_and_said_once(open_course: Open, stored: object, path: str) -> None:
    page = open_course(f"en/{path}", progress=stored)
    place = ".kb-unit-said" if path == UNIT else ".kb-progress-said"
    expect(page.locator(place)).to_have_text(ASIDE)
    assert kept(page) is None
    page.reload()
    expect(page.locator(place)).to_have_text("")
    go(page, f"en/{COURSE}")
    tool(page, "Erase").click()
    page.locator(".kb-progress-ask").get_by_role("button", name="Erase").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kb-progress'))") == []


def test_other_pages_leave_what_cannot_be_read_for_the_course_to_say(open_course: Open) -> None:
    page = open_course("en/", progress="{")
    expect(page.locator(".kb-resume")).to_be_hidden()
    go(page, "en/guide/one/")
    expect(page.locator(".kb-member").first).to_be_hidden()
    go(page, f"en/{COURSE}")
    said(page, ASIDE)


@pytest.mark.parametrize(("script", "words"), [(NO_STORAGE, OPEN), (NO_ROOM, FULL)])
def test_without_storage_marks_last_while_the_page_is_open(
    open_course: Open, script: str, words: str
) -> None:
    page = open_course(f"en/{UNIT}", script=script)
    box(page, "I’ve done the exercise").check()
    box(page, "I’ve written this").check()
    expect(page.locator(".kb-unit-marked")).to_have_text("You have marked 2 of 8 parts")
    expect(page.locator(".kb-unit-note")).to_have_text(words)
    page.reload()
    expect(page.locator(".kb-unit-marked")).to_have_text("You have marked nothing here yet")
    go(page, f"en/{COURSE}")
    choose(page, record())
    said(page, "4 marks added or updated from the file.")
    expect(page.locator(".kb-progress-where")).to_have_text(words)
    assert states(page)[0] == "Finished on 31 January 2026"


def test_without_a_script_the_course_is_a_list(open_course: Open) -> None:
    page = open_course(f"en/{COURSE}", java_script_enabled=False)
    assert page.locator(".kb-progress noscript p").inner_text() == (
        "Following your progress here needs JavaScript. You can take every unit without it."
    )
    expect(page.locator(".kb-units a")).to_have_text(["A start", "Next & <more>"])
    page.locator(".kb-units a").first.click()
    expect(page.locator(".kb-unit-line")).to_have_text("Unit 1 of 2 in the course All units")
    expect(page.locator(".kb-unit-next a")).to_have_text("Unit 2, Next & <more>")
    assert page.locator(".kb-mark").count() == 0


# The statement


def test_the_statement_says_what_was_done_and_that_it_is_no_certificate(open_course: Open) -> None:
    units = {"01-start": UNIT_ONE, "02-next": {"case": "2026-01-31"}}
    page = open_course(f"en/{COURSE}", progress=record(units=units))
    tool(page, "Statement to print").click()
    sheet = page.get_by_role("region", name="What I completed in the course")
    expect(sheet.get_by_role("heading", level=2)).to_be_focused()
    first, second = (part.inner_text().split("\n") for part in sheet.locator(".kb-statement-unit").all())
    assert [line for line in first if line] == [
        "Unit 1, A start",
        "Finished on 31 January 2026",
        "reading: 1 of 2 · the stage of the case · questions: 1 of 3",
        "Objectives of the unit:",
        "Decide what stays secret",
        "Ask before acting",
        "Set the pace of meetings",
    ]
    assert [line for line in second if line] == [
        "Unit 2, Next & <more>",
        "Under way: 1 of 8 parts",
        "the stage of the case",
    ]
    expect(sheet).to_contain_text(
        "This is not a certificate. It lists only what I marked myself, and nobody has checked it."
    )
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_have_count(0)
    expect(tool(page, "Statement to print")).to_be_focused()


def test_a_name_is_printed_and_kept_nowhere(open_course: Open) -> None:
    page = open_course(f"en/{COURSE}", progress=record())
    tool(page, "Statement to print").click()
    page.get_by_label("A name, if you want it printed. It is not kept").fill(f"Ruth {HOSTILE}")
    expect(page.locator(".kb-statement-name")).to_have_text(f"Ruth {HOSTILE}"[:80])
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").count("Ruth") == 0
    page.reload()
    tool(page, "Statement to print").click()
    expect(page.get_by_label("A name, if you want it printed. It is not kept")).to_have_value("")
    expect(page.locator(".kb-statement-name")).to_be_hidden()


def test_the_statement_is_printed_by_itself(open_course: Open) -> None:
    page = open_course(COURSE, progress=record())
    page.locator(".kb-progress-statement").click()
    page.locator(".kb-statement input").fill("Ruth")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "".join(sheet.extract_text() for sheet in paper.pages)
    assert len(paper.pages) == 1
    assert "Ruth" in text and "31" in text
    page.emulate_media(media="print")
    expect(page.locator(".kb-statement-plain")).to_be_visible()
    for other in (".kb-units", "h1", ".kb-statement-tools", "header", "footer", ".kb-progress-box"):
        expect(page.locator(other).first).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".kb-statement-close").click()
    page.emulate_media(media="print")
    expect(page.locator(".kb-units")).to_be_visible()
    expect(page.locator(".kb-progress-box")).to_be_hidden()


def test_nothing_of_the_boxes_is_printed_with_a_unit(open_course: Open) -> None:
    page = open_course(f"en/{UNIT}", progress=record())
    page.emulate_media(media="print")
    for part in page.locator(".kb-mark, .kb-unit-end, .kb-unit-note, .kb-unit-marked").all():
        expect(part).to_be_hidden()


# For everyone, and not too heavy


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_axe_finds_no_barrier(open_course: Open, lang: str, width: int, scheme: str) -> None:
    page = open_course(f"{lang}{UNIT}", progress=record(), width=width, color_scheme=scheme)
    for path in (f"{lang}{UNIT}", f"{lang}{COURSE}", f"{lang}guide/one/", lang):
        go(page, path)
        if path.endswith(f"/{COURSE}") or path == COURSE:
            page.locator(".kb-progress-statement").click()
            page.locator(".kb-progress-erase").click()
        found = Axe().run(page).response["violations"]
        assert [(path, v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_is_wider_than_the_screen(open_course: Open, lang: str, width: int) -> None:
    page = open_course(f"{lang}{UNIT}", progress=record(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    go(page, f"{lang}{COURSE}")
    page.locator(".kb-progress-statement").click()
    page.locator(".kb-statement input").fill("x" * 80)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("en/", ["store", "progress-store", "progress-resume"]),
        ("en/guide/one/", ["store", "progress-store", "progress-page"]),
        ("en/reference/glossary/", []),
    ],
)
def test_other_pages_load_little_or_nothing_of_it(open_course: Open, path: str, files: list[str]) -> None:
    page = open_course(path)
    assert scripts_of(page) == files
    sizes = page.locator("script[defer]").evaluate_all(
        "scripts => Promise.all(scripts.map(async script => (await (await fetch(script.src)).text()).length))"
    )
    assert sum(sizes) < 12_000
