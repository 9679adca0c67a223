"""The catalogue of exercises, made from their facts; and the project's own exercises in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from kb import siteconfig
from kb.content import Project, load
from kb.exercises import catalogue
from kb.exercises.purposes import PURPOSES
from kb.schema import FOLDER
from support import ROOT, Edit

PAGE = "---\ntitle: Exercises\ndescription: D\n---\n<!-- kb:exercises -->\n"
UNIT = "---\ntitle: {title}\ndescription: D\n---\nText.\n"


@pytest.fixture
def shelf(small: Path) -> Path:
    """The small project with a catalogue, a second exercise beside its first, and no course."""
    shutil.rmtree(small / "course")
    (small / "docs" / "exercises").mkdir()
    (small / "exercises" / "letter").mkdir()
    facts = (small / "exercises" / "plan" / "exercise.yml").read_text(encoding="utf-8")
    facts = facts.replace("slug: plan", "slug: letter").replace("minutes: 20\n", "minutes: 15\n", 1)
    facts = facts.replace("min: 1, max: 12", "min: 6, max: 16").replace("[alone]", "[group]")
    facts = facts.replace("purpose: [act, know]", "purpose: [trust]").replace("units: [1]", "units: [2, 6]")
    write(small / "exercises" / "letter" / "exercise.yml", facts)
    for lang, title in (("he", "מכתב"), ("en", "A <b>letter</b> & more")):
        write(small / "docs" / "exercises" / f"index.{lang}.md", PAGE)
        words = f"---\ntitle: {title}\ndescription: About it.\n---\n"
        write(small / "exercises" / "letter" / f"index.{lang}.md", words)
    return small


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def made(root: Path, lang: str = "en") -> html.HtmlElement:
    project = load(root)
    page = project.by_uri[f"exercises/index.{lang}.md"]
    return html.fragment_fromstring(catalogue.catalogue_html(page, project))


def lines(item: html.HtmlElement) -> list[str]:
    return [" ".join(part.text_content().split()) for part in item]


def test_exercises_stand_under_their_main_purpose(shelf: Path) -> None:
    tree = made(shelf)
    groups = tree.find_class("kb-catalogue-group")
    assert [(group[0].get("id"), group[0].text) for group in groups] == [
        ("to-trust", "Build trust"),
        ("to-act", "Start acting"),
    ]
    assert [[a.get("href") for a in group.iter("a")] for group in groups] == [["letter/"], ["plan/"]]


def test_an_entry_says_what_one_chooses_by(shelf: Path) -> None:
    letter, plan = made(shelf).find_class("kb-exercise")
    assert lines(letter) == ["A <b>letter</b> & more", "About it.", "15 minutes · in a group of 6 to 16"]
    assert lines(plan)[2] == "20 minutes · alone · Also: Get to know strengths and barriers"
    names = ("purpose", "minutes", "setting", "unit")
    assert [plan.get(f"data-kb-{name}") for name in names] == ["act know", "20", "alone", "1"]
    assert [letter.get(f"data-kb-{name}") for name in names] == ["trust", "15", "group", "2 6"]


def test_in_hebrew(shelf: Path) -> None:
    letter, plan = made(shelf, "he").find_class("kb-exercise")
    assert lines(letter) == ["מכתב", "About it.", "15 דקות · בקבוצה של 6 עד 16"]
    assert lines(plan)[2] == "20 דקות · לבד · גם: להכיר כוחות וחסמים"


@pytest.mark.parametrize(("lang", "up"), [("he", "../handouts"), ("en", "../../handouts")])
def test_printed_copies_are_linked_where_there_are_any(shelf: Path, lang: str, up: str) -> None:
    for name in ("plan.trainer", "plan.blank", "letterhead.blank"):
        write(shelf / "build" / "handouts" / f"{name}.{lang}.pdf", "%PDF")
    write(shelf / "build" / "handouts" / f"plan.blank.{lang}.docx", "word")
    links = made(shelf, lang).find_class("kb-exercise-copies")
    assert [[a.get("href") for a in line.iter("a")] for line in links] == [
        [f"{up}/plan.blank.{lang}.pdf", f"{up}/plan.trainer.{lang}.pdf"]
    ]
    described = [a.get("aria-describedby") for a in links[0].iter("a")]
    assert described == ["exercise-plan", "exercise-plan"]


def test_what_only_the_script_can_use_is_in_a_template(shelf: Path) -> None:
    tree = made(shelf)
    controls = list(tree.iter("select", "button"))
    assert [node.get("name") for node in controls] == ["purpose", "minutes", "setting", None]
    assert all(any(above.tag == "template" for above in node.iterancestors()) for node in controls)
    named = {label.get("for") for label in tree.iter("label")}
    assert {node.get("id") for node in tree.iter("select")} == named


def options(tree: html.HtmlElement, name: str) -> list[tuple[str | None, str | None]]:
    [select] = [node for node in tree.iter("select") if node.get("name") == name]
    return [(option.get("value"), option.text) for option in select.iter("option")]


def test_only_purposes_that_some_exercise_has_can_be_chosen(shelf: Path) -> None:
    assert options(made(shelf), "purpose") == [
        ("", "All"),
        ("trust", "Build trust"),
        ("know", "Get to know strengths and barriers"),
        ("act", "Start acting"),
    ]


def test_units_can_be_chosen_once_there_is_a_course(shelf: Path) -> None:
    for number, slug in ((6, "06-vision"), (9, "09-ethics")):
        write(shelf / "course" / slug / "unit.yml", f"slug: {slug}\nnumber: {number}\n")
        for lang in ("he", "en"):
            write(shelf / "course" / slug / f"index.{lang}.md", UNIT.format(title=f"Unit & {slug}"))
    assert options(made(shelf), "unit") == [("", "All"), ("6", "6. Unit & 06-vision")]


def test_the_order_is_by_minutes(shelf: Path, edit: Edit) -> None:
    edit("exercises/letter/exercise.yml", "purpose: [trust]", "purpose: [act]")
    rows = catalogue.exercises(load(shelf), "he")
    assert [row.page.folder for row in rows] == ["exercises/letter", "exercises/plan"]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("purpose: [trust]", "purpose: trust", 1),
        ("purpose: [trust]", "purpose: [joy, 5]", 1),
        ("purpose: [trust]", "purpose: [trust", 1),
        ("units: [2, 6]", "units: {a: 1}", 2),
        ("minutes: 15\n", "minutes: soon\n", 2),
        ("group: {min: 6, max: 16}", "group: 6", 2),
        ("setting: [group]", "setting: [group, 4, boat]", 2),
    ],
)
def test_faulty_facts_are_left_to_the_check(shelf: Path, edit: Edit, old: str, new: str, left: int) -> None:
    edit("exercises/letter/exercise.yml", old, new)
    for lang in ("he", "en"):
        assert len(made(shelf, lang).find_class("kb-exercise")) == left


def test_every_purpose_of_the_schema_has_words() -> None:
    schema = json.loads((FOLDER / "exercise.json").read_text(encoding="utf-8"))
    allowed = schema["properties"]["purpose"]["items"]["enum"]
    assert list(PURPOSES["he"]) == list(PURPOSES["en"]) == allowed


# The project's own exercises


def own() -> Project:
    return load(ROOT)


def in_navigation(nav: Any) -> Iterator[str]:
    """Yield the names of the pages in the navigation, in its order."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav if isinstance(nav, list) else nav.values():
            yield from in_navigation(item)


def test_the_navigation_has_them_in_the_order_of_their_purposes() -> None:
    config, _ = siteconfig.read(ROOT)
    purpose = {row.page.name: row.purposes[0] for row in catalogue.exercises(own(), "he")}
    order = [purpose[name] for name in in_navigation(config["nav"]) if name in purpose]
    assert order == sorted(order, key=list(PURPOSES["he"]).index)
    assert len(order) == len(purpose)


def test_both_languages_have_the_same_exercises_in_the_same_order() -> None:
    project = own()
    names = {lang: [row.page.name for row in catalogue.exercises(project, lang)] for lang in ("he", "en")}
    assert names["he"] == names["en"]
