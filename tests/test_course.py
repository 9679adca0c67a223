"""The units of the course: records, reading minutes, and the lists made of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from kb import clock, policy, render, schema
from kb.content import load
from kb.course import reading
from kb.course import units as course
from support import ROOT, Edit

UNIT = "course/01-start/unit.yml"


def completed(root: Path, uri: str) -> html.HtmlElement:
    """Return a page's body with its lists in place; the Markdown around them stays as it is."""
    project = load(root)
    page = project.by_uri[uri]
    return html.fragment_fromstring(render.complete(page.body, page, project), create_parent="div")


def texts(nodes: list[html.HtmlElement]) -> list[str]:
    return [" ".join(node.text_content().split()) for node in nodes]


def write_units_page(root: Path) -> None:
    (root / "docs/course").mkdir()
    for lang in ("he", "en"):
        text = "---\ntitle: T\ndescription: D\n---\n<!-- kb:units -->\n"
        (root / f"docs/course/index.{lang}.md").write_text(text, encoding="utf-8", newline="\n")


# Reading


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("", 0),
        ("שלוש מילים כאן", 3),
        ("אימון־על, ו־12 דק׳.", 3),
        ("## כותרת אחת { #one }\n\n<!-- kb:agenda -->", 2),
        ("[קוד האתיקה](../ethics/code.md#e1) ו[מונח](term:vision) [@bandura1977]", 3),
        ("| א | ב |\n|---|---|\n| ג |  |", 3),
        ("- [ ] לסמן\n- **דגש**", 2),
        ("/// write | מה הצעד?\n    id: step\n    lines: 4\n///\nסוף", 3),
        ("/// figure | timeline-ruth\n///", 0),
        ("///// trainer\n//// guide\nלא\n////\nלא\n/////\nכן", 1),
        ("```\nrun this\n```\nכן", 1),
        ("https://example.org/a-b כן", 1),
    ],
)
def test_words_are_what_readers_read(body: str, count: int) -> None:
    assert reading.words(body) == count


def test_minutes_are_rounded_up_and_the_same_in_both_languages(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "שורה אחת.", "מילה " * policy.WORDS_PER_MINUTE)
    edit("docs/guide/one.en.md", "One line.", "word " * 10 * policy.WORDS_PER_MINUTE)
    project = load(small)
    assert reading.minutes(project.pairs["guide/one.md"]) == 2
    for lang in ("he", "en"):
        [unit] = course.units(project, lang)
        assert [(row.page.name, row.minutes) for row in unit.readings] == [
            ("guide/one.md", 2),
            ("guide/three.md", 1),
        ]


def test_a_page_without_hebrew_takes_no_minutes(small: Path) -> None:
    (small / "docs/guide/one.he.md").unlink()
    assert reading.minutes(load(small).pairs["guide/one.md"]) == 0


@pytest.mark.parametrize(
    ("minutes", "he", "en"),
    [
        (1, "דקה אחת", "1 minute"),
        (45, "45 דקות", "45 minutes"),
        (90, "90 דקות", "90 minutes"),
        (120, "שעתיים", "2 hours"),
        (150, "שעתיים וחצי", "2 hours 30 minutes"),
        (255, "4 שעות ורבע", "4 hours 15 minutes"),
        (410, "6 שעות ו־50 דקות", "6 hours 50 minutes"),
    ],
)
def test_lengths_of_time_as_people_say_them(minutes: int, he: str, en: str) -> None:
    assert (clock.said(minutes, "he"), clock.said(minutes, "en")) == (he, en)


def test_estimates_are_rounded_up() -> None:
    assert [clock.about(minutes, "he") for minutes in (41, 121)] == ["כ־45 דקות", "כשעתיים ורבע"]
    assert clock.about(41, "en") == "about 45 minutes"


# Records


def test_a_unit_knows_its_facts(small: Path) -> None:
    [unit] = course.units(load(small), "en")
    assert (unit.number, unit.slug, unit.title) == (1, "01-start", "A start")
    assert [(row.id, row.text) for row in unit.objectives] == [
        ("keep-secret", "Decide what stays secret"),
        ("ask-first", "Ask before acting"),
        ("set-pace", "Set the pace of meetings"),
    ]
    assert unit.stage is not None
    assert (unit.stage.page.uri, unit.stage.id) == ("cases/ruth/index.en.md", "pause-start")
    assert unit.stage.title == "What would you do?"
    assert unit.exercise is not None
    assert (unit.exercise.slug, unit.exercise.minutes, unit.exercise.setting) == ("plan", 20, ("alone",))
    assert unit.further == ()
    assert (unit.reading_minutes, unit.minutes) == (2, 2 + 15 + 20 + 10 + 5)


def test_units_come_by_number(small: Path) -> None:
    for slug, number in (("02-later", 2), ("10-last", 10)):
        folder = small / "course" / slug
        folder.mkdir()
        facts = (small / UNIT).read_text(encoding="utf-8").replace("number: 1", f"number: {number}")
        (folder / "unit.yml").write_text(facts.replace("01-start", slug), encoding="utf-8")
        (folder / "index.he.md").write_text("---\ntitle: T\n---\n", encoding="utf-8")
    assert [unit.number for unit in course.units(load(small), "he")] == [1, 2, 10]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: 1", "number: one"),
        ("read: [guide/one, guide/three]", "read: guide/one"),
        ("read: [guide/one, guide/three]", "read: [guide/two, 5]"),
        ("case: {slug: ruth, stage: pause-start}", "case: ruth"),
        ("stage: pause-start", "stage: nowhere"),
        ("exercise: plan", "exercise: [plan]"),
        ("minutes: {case: 15, check: 10, reflection: 5}", "minutes: 30"),
        ("case: 15", "case: long"),
        ("{id: ask-first, he: לשאול לפני שפועלים, en: Ask before acting}", "ask-first"),
    ],
)
def test_faulty_facts_are_left_to_the_check(old: str, new: str, small: Path, edit: Edit) -> None:
    write_units_page(small)
    edit(UNIT, old, new)
    for uri in ("course/01-start/index.he.md", "course/01-start/index.en.md", "course/index.he.md"):
        completed(small, uri)


def test_unreadable_facts_leave_the_unit_out(small: Path, edit: Edit) -> None:
    write_units_page(small)
    edit(UNIT, "exercise: plan", "exercise: [plan")
    assert course.units(load(small), "he") == []
    assert completed(small, "course/index.he.md").find_class("kb-units") == []


# Lists


def test_the_facts_of_a_unit(small: Path) -> None:
    [facts] = completed(small, "course/01-start/index.en.md").find_class("kb-facts")
    assert texts(list(facts)) == [
        "Timeabout 55 minutes",
        "In minutesreading 2, case 15, exercise 20, self-check 10, writing for yourself 5",
        "The caseA test story (What would you do?)",
        "The exerciseA test exercise",
    ]
    assert [a.get("href") for a in facts.iter("a")] == [
        "../../cases/ruth/",
        "../../cases/ruth/#start",
        "../../exercises/plan/",
    ]


def test_objectives_and_readings_are_lists(small: Path) -> None:
    tree = completed(small, "course/01-start/index.he.md")
    [objectives] = tree.find_class("kb-objectives")
    assert [item.get("data-kb-objective") for item in objectives] == ["keep-secret", "ask-first", "set-pace"]
    [readings] = tree.find_class("kb-readings")
    assert texts(list(readings)) == ["עמוד אחד דקה אחת", "בדיקה עצמית דקה אחת"]
    assert [item.get("data-kb-reading") for item in readings] == ["guide/one/", "guide/three/"]
    assert [a.get("href") for a in readings.iter("a")] == ["../../guide/one/", "../../guide/three/"]
    assert texts(tree.find_class("kb-made-note")) == ["בסך הכול 2 דקות, בקצב של לימוד: 130 מילים בדקה."]


def test_the_card_of_the_exercise_names_the_further_ones(small: Path, edit: Edit) -> None:
    folder = small / "exercises" / "letter"
    folder.mkdir()
    facts = (small / "exercises/plan/exercise.yml").read_text(encoding="utf-8")
    (folder / "exercise.yml").write_text(facts.replace("slug: plan", "slug: letter"), encoding="utf-8")
    (folder / "index.en.md").write_text("---\ntitle: A <letter>\n---\n", encoding="utf-8")
    [card] = completed(small, "course/01-start/index.en.md").find_class("kb-card-exercise")
    assert texts(card.find_class("kb-made-facts")) == ["20 minutes · alone"]
    assert texts(list(card.iter("li"))) == ["A <letter> 20 minutes"]
    assert [a.get("href") for a in card.iter("a")] == ["../../exercises/plan/", "../../exercises/letter/"]


def test_the_list_of_units(small: Path) -> None:
    write_units_page(small)
    tree = completed(small, "course/index.he.md")
    [units] = tree.find_class("kb-units")
    assert texts(list(units)) == [
        "מתחילים יחידת בדיקה קצרה, שיש בה כל החלקים שיש בכל יחידה של הקורס. כ־55 דקות · 3 מטרות"
    ]
    assert [(item.get("value"), item.get("data-kb-unit")) for item in units] == [("1", "01-start")]
    assert [a.get("href") for a in units.iter("a")] == ["01-start/"]
    assert texts(tree.find_class("kb-made-note")) == ["יחידה אחת, כ־55 דקות."]


def test_without_units_there_are_no_lists(small: Path) -> None:
    project = load(small)
    page = project.by_uri["index.he.md"]
    body = "".join(f"<!-- kb:{name} -->" for name in ("objectives", "readings", "exercise"))
    assert render.complete(body, page, project) == ""


def test_text_from_the_facts_is_never_markup(small: Path, edit: Edit) -> None:
    edit(UNIT, "en: Ask before acting", "en: 'Ask <b>first</b> & act'")
    tree = completed(small, "course/01-start/index.en.md")
    [objectives] = tree.find_class("kb-objectives")
    assert "Ask <b>first</b> & act" in texts(list(objectives))


def test_the_minutes_of_a_unit_can_be_named_in_its_text(small: Path) -> None:
    project = load(small)
    assert "), 15 minutes." in render.expand(project.by_uri["course/01-start/index.en.md"], project)


def test_the_parts_of_a_unit_are_those_of_its_schema() -> None:
    text = (schema.FOLDER / "unit.json").read_text(encoding="utf-8")
    assert tuple(json.loads(text)["properties"]["minutes"]["required"]) == course.PARTS


# The project's own units


def own() -> dict[str, list[course.Unit]]:
    project = load(ROOT)
    return {lang: course.units(project, lang) for lang in policy.LANGUAGES}


def test_both_languages_have_the_same_units() -> None:
    slugs = {lang: [unit.slug for unit in units] for lang, units in own().items()}
    assert slugs["he"] == slugs["en"]


def test_nothing_of_a_unit_is_lost() -> None:
    """A unit without its stage or exercise would be shown without them."""
    wrong = [
        unit.page.path
        for units in own().values()
        for unit in units
        if unit.stage is None or unit.exercise is None or set(unit.parts) != set(course.PARTS)
    ]
    assert wrong == []


def test_every_unit_has_enough_questions() -> None:
    wrong = []
    for unit in own()["he"]:
        names = [block.name for block in unit.page.outline.blocks]
        judge, quiz = names.count("judge"), names.count("quiz")
        if judge < 4 or judge + quiz < 6:
            wrong.append(f"{unit.page.path}: {judge} judge, {quiz} quiz")
    assert wrong == []
