"""The workshops: records with clock times, and the agenda, materials and print set made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from kb import clock, policy, render, schema
from kb.content import load
from kb.workshops import plans
from kb.workshops import words as planwords
from support import ROOT, Edit

PLAN = "workshops/meeting/plan.yml"
SERIES = """\
prints:
"""
MORNING = """\
  - id: morning
    start: "23:50"
    minutes: 30
    steps:
      - {id: coffee, minutes: 30, kind: break}
prints:
"""


def completed(root: Path, uri: str) -> html.HtmlElement:
    """Return a page's body with its lists in place; the Markdown around them stays as it is."""
    project = load(root)
    page = project.by_uri[uri]
    return html.fragment_fromstring(render.complete(page.body, page, project), create_parent="div")


def rows(table: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]


def write_index(root: Path) -> None:
    (root / "docs/workshops").mkdir()
    text = "---\ntitle: T\ndescription: D\n---\n<!-- kb:workshops -->\n"
    (root / "docs/workshops/index.he.md").write_text(text, encoding="utf-8", newline="\n")


# Clock


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("00:00", 0),
        ("09:30", 570),
        ("23:59", 1439),
        ("24:00", None),
        ("9:30", None),
        ("09:60", None),
        ("09:30 ", None),
        (570, None),
        (None, None),
    ],
)
def test_times_are_read(value: object, minutes: int | None) -> None:
    assert clock.read(value) == minutes


def test_after_midnight_comes_the_next_day() -> None:
    assert [clock.written(minutes) for minutes in (0, 570, 1439, 1440, 1505)] == [
        "00:00",
        "09:30",
        "23:59",
        "00:00",
        "01:05",
    ]


# Records


def test_a_plan_knows_its_facts(small: Path) -> None:
    [plan] = plans.plans(load(small), "en")
    assert (plan.slug, plan.title, plan.minutes) == ("meeting", "A meeting", 60)
    assert (plan.low, plan.high, plan.trainers, plan.materials) == (5, 10, 1, ("sheet", "chairs"))
    [session] = plan.sessions
    assert (session.id, session.start, session.minutes, session.title) == ("evening", 590, 60, "")
    assert [(s.id, s.kind, s.minutes, s.start, s.title, s.anchor) for s in session.steps] == [
        ("opening", "talk", 10, 590, "Open", "opening"),
        ("story", "pairs", 20, 600, "Read Ruth", "story"),
        ("rest", "break", 5, 620, "", ""),
        ("sheet", "plenary", 25, 625, "Fill in the sheet", "sheet"),
    ]
    uses = [step.use and (step.use.page.uri, step.use.anchor, step.use.title) for step in session.steps]
    assert uses == [
        None,
        ("cases/ruth/index.en.md", "pause-start", "What would you do?"),
        None,
        ("exercises/plan/index.en.md", "", ""),
    ]


def test_the_print_set_says_how_many(small: Path) -> None:
    [plan] = plans.plans(load(small), "he")
    assert [(p.handout, p.copy, p.count, p.low, p.high) for p in plan.prints] == [
        ("plan", "blank", "pairs", 3, 5),
        ("story-ruth", "trainer", "trainer", 1, 1),
        ("ethics-code", "", "once", 1, 1),
    ]


def test_which_handouts_there_are(small: Path, edit: Edit) -> None:
    edit("exercises/plan/exercise.yml", "copies: [blank, guided, trainer]", "copies: [blank]")
    found = plans.handouts(load(small))
    assert (found["plan"], found["story-ruth"], found["ethics-code"]) == (("blank",), policy.COPIES, ())


def test_an_address_may_name_a_heading(small: Path, edit: Edit) -> None:
    edit(PLAN, "uses: exercises/plan", "uses: exercises/plan#sheet")
    [plan] = plans.plans(load(small), "en")
    use = plan.sessions[0].steps[3].use
    assert use is not None
    assert (use.anchor, use.title) == ("sheet", "The sheet")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{min: 5, max: 10}", "many"),
        ("trainers: 1", "trainers: one"),
        ("materials: [sheet, chairs]", "materials: sheet"),
        ('start: "09:50"', "start: soon"),
        ("minutes: 60", "minutes: hour"),
        ("minutes: 10, kind: talk", "minutes: few, kind: talk"),
        ("{id: rest, minutes: 5, kind: break}", "rest"),
        ("kind: break", "kind: rest"),
        ("uses: exercises/plan", "uses: [exercises/plan]"),
        ("stage: pause-start", "stage: 5"),
        ("count: pairs", "count: few"),
        ("{handout: ethics-code, count: once}", "ethics-code"),
        ("sessions:\n", "sessions: none\nother:\n"),
    ],
)
def test_faulty_facts_are_left_to_the_check(old: str, new: str, small: Path, edit: Edit) -> None:
    write_index(small)
    edit(PLAN, old, new)
    for uri in ("workshops/meeting/index.he.md", "workshops/meeting/index.en.md", "workshops/index.he.md"):
        completed(small, uri)


def test_unreadable_facts_leave_the_workshop_out(small: Path, edit: Edit) -> None:
    write_index(small)
    edit(PLAN, "trainers: 1", "trainers: [1")
    assert plans.plans(load(small), "he") == []
    assert completed(small, "workshops/index.he.md").find_class("kb-workshops") == []


# Lists


def test_the_facts_of_a_workshop(small: Path) -> None:
    [facts] = completed(small, "workshops/meeting/index.he.md").find_class("kb-facts")
    assert [(row[0].text, row[1].text) for row in facts] == [
        ("זמן", "60 דקות"),
        ("גודל הקבוצה", "5 עד 10 משתתפים ומשתתפות"),
        ("כמה מנחים", "1"),
    ]


def test_the_agenda_has_clock_times_and_leads_to_its_steps(small: Path) -> None:
    [table] = completed(small, "workshops/meeting/index.en.md").find_class("kb-agenda")
    assert rows(table) == [
        ["Time", "Minutes", "What", "How"],
        ["09:50", "10", "Open", "short talk"],
        ["10:00", "20", "Read Ruth A test story (What would you do?)", "in pairs"],
        ["10:20", "5", "Break", ""],
        ["10:25", "25", "Fill in the sheet A test exercise", "plenary"],
        ["10:50", "60", "End", ""],
    ]
    assert (table.find("caption"), table.get("aria-labelledby")) == (None, "agenda")
    assert [a.get("href") for a in table.iter("a")] == [
        "#opening",
        "#story",
        "../../cases/ruth/",
        "../../cases/ruth/#pause-start",
        "#sheet",
        "../../exercises/plan/",
    ]
    assert (table.get("data-kb-start"), table.get("data-kb-session")) == ("09:50", "evening")
    minutes = [row.get("data-kb-minutes") for row in table.iter("tr")]
    assert minutes == [None, "10", "20", "5", "25", "0"]


def test_in_hebrew_the_ways_of_working_are_those_trainers_name(small: Path) -> None:
    [table] = completed(small, "workshops/meeting/index.he.md").find_class("kb-agenda")
    assert [row[3] for row in rows(table)] == ["איך", "הסבר", "בזוגות", "", "במליאה", ""]
    assert rows(table)[3][2] == "הפסקה"


def test_a_series_has_a_table_for_each_session(small: Path, edit: Edit) -> None:
    edit(PLAN, SERIES, MORNING)
    edit(
        "workshops/meeting/index.en.md", "### Open {", "## The [first](#x) evening { #evening }\n\n### Open {"
    )
    tree = completed(small, "workshops/meeting/index.en.md")
    tables = tree.find_class("kb-agenda")
    assert [table.find("caption").text for table in tables] == ["Agenda: The first evening", "Agenda"]
    assert rows(tables[1])[1:] == [["23:50", "30", "Break", ""], ["00:20", "30", "End", ""]]
    assert tree.find_class("kb-facts")[0].text_content().startswith("Time90 minutes, in 2 sessions")


def test_a_wrong_start_shows_no_times(small: Path, edit: Edit) -> None:
    edit(PLAN, 'start: "09:50"', "start: early")
    [table] = completed(small, "workshops/meeting/index.he.md").find_class("kb-agenda")
    assert (table.get("data-kb-start"), list(table.iter("time"))) == ("", [])


def test_materials_and_prints(small: Path) -> None:
    tree = completed(small, "workshops/meeting/index.en.md")
    [materials] = tree.find_class("kb-materials")
    assert materials.getprevious().text == "Materials"
    assert [item.text for item in materials] == [
        "the sheets, printed",
        "chairs that can be moved into a circle",
    ]
    [prints] = tree.find_class("kb-prints")
    assert rows(prints)[1:] == [
        ["A test exercise", "blank", "one for each pair (3 to 5)", ""],
        ["A test story", "for trainers", "one for each trainer (1)", ""],
        ["The code of ethics on one page", "", "one for all", ""],
    ]


@pytest.mark.parametrize(("lang", "up"), [("he", "../../"), ("en", "../../../")])
def test_what_has_been_printed_is_linked(lang: str, up: str, small: Path) -> None:
    folder = small / "build" / "handouts"
    folder.mkdir(parents=True)
    for name in (f"plan.blank.{lang}.pdf", f"plan.guided.{lang}.pdf", f"ethics-code.{lang}.pdf"):
        (folder / name).write_bytes(b"%PDF")
    [prints] = completed(small, f"workshops/meeting/index.{lang}.md").find_class("kb-prints")
    files = [a.get("href") for a in prints.iter("a") if a.get("type") == "application/pdf"]
    assert files == [f"{up}handouts/plan.blank.{lang}.pdf", f"{up}handouts/ethics-code.{lang}.pdf"]
    names = {
        "he": ["PDF: תרגיל לבדיקה, דף ריק", "PDF: הקוד האתי בעמוד אחד"],
        "en": ["PDF: A test exercise, blank", "PDF: The code of ethics on one page"],
    }
    assert [a.get("aria-label") for a in prints.iter("a") if a.get("aria-label")] == names[lang]


def test_the_list_of_workshops(small: Path) -> None:
    write_index(small)
    [items] = completed(small, "workshops/index.he.md").find_class("kb-workshops")
    assert [" ".join(item.text_content().split()) for item in items] == [
        "מפגש סדנת בדיקה קצרה, שיש בה הסבר, סיפור, הפסקה ותרגיל במליאה. 60 דקות · 5 עד 10 משתתפים ומשתתפות"
    ]
    assert [a.get("href") for a in items.iter("a")] == ["meeting/"]


def test_minutes_can_be_named_in_the_text(small: Path) -> None:
    project = load(small)
    text = render.expand(project.by_uri["workshops/meeting/index.en.md"], project)
    assert "practise, 60 minutes." in text
    assert "(10 minutes)" in text


# The words are those of the schema


def choices(*path: str) -> set[str]:
    found: Any = json.loads((schema.FOLDER / "plan.json").read_text(encoding="utf-8"))
    for key in path:
        found = found[key]
    return set(found)


@pytest.mark.parametrize("lang", policy.LANGUAGES)
def test_every_choice_has_its_words(lang: str) -> None:
    session = (
        "properties",
        "sessions",
        "items",
        "properties",
        "steps",
        "items",
        "properties",
        "kind",
        "enum",
    )
    prints = ("properties", "prints", "items", "properties")
    assert set(planwords.KINDS[lang]) == choices(*session)
    assert set(planwords.MATERIALS[lang]) == choices("properties", "materials", "items", "enum")
    assert set(planwords.COPIES[lang]) == choices(*prints, "copy", "enum")
    assert set(planwords.COUNTS[lang]) == choices(*prints, "count", "enum")


def test_every_handout_of_the_desk_has_a_name() -> None:
    assert all(set(names) == set(plans.DESK) for names in planwords.HANDOUTS.values())


# The project's own workshops


def test_both_languages_have_the_same_workshops() -> None:
    project = load(ROOT)
    slugs = {lang: [plan.slug for plan in plans.plans(project, lang)] for lang in policy.LANGUAGES}
    assert slugs["he"] == slugs["en"]
