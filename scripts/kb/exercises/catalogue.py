"""The catalogue of exercises: all of them by purpose, and the choices its script puts above them.

The facts of an exercise (purpose, minutes, setting, units) stand once in its exercise.yml; the list and
the line about purpose on an exercise's own page are made from it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from kb import pagedata
from kb.content import Page, Project
from kb.course.units import units
from kb.datafile import Data
from kb.exercises.purposes import PURPOSES

FOLDER: Final = "exercises/"
# The most minutes a reader can ask for.
MINUTES: Final = (20, 40, 60, 90)
SETTINGS: Final = ("alone", "pairs", "group")

# {n} of {all} are filled in by the script.
WORDS: Final = {
    "he": {
        "form": "בחירת תרגיל", "purpose": "לפי מטרה", "minutes": "כמה זמן יש", "setting": "עם מי",
        "unit": "יחידה בקורס", "any": "הכול", "reset": "לכל התרגילים", "up_to": "עד {} דקות",
        "all": "כל התרגילים: {all}", "some": "{n} מתוך {all} תרגילים",
        "none": "אין תרגיל כזה.", "retry": "ותרו על אחת הבחירות, או",
        "whole": "עברו על כל התרגילים", "takes": "{} דקות", "also": "גם:", "print": "להדפסה:",
        "alone": "לבד", "pairs": "בזוגות", "group": "בקבוצה", "sizes": "בקבוצה של {} עד {}",
        "most": "בקבוצה של עד {}", "blank": "דף ריק", "guided": "עם רמזים", "trainer": "למנחים",
    },
    "en": {
        "form": "Choose an exercise", "purpose": "By purpose", "minutes": "Time you have",
        "setting": "With whom", "unit": "Unit of the course", "any": "All", "reset": "All exercises",
        "up_to": "up to {} minutes",
        "all": "All exercises: {all}", "some": "{n} of {all} exercises",
        "none": "There is no such exercise.", "retry": "Drop one of your choices, or",
        "whole": "go through all exercises", "takes": "{} minutes", "also": "Also:", "print": "To print:",
        "alone": "alone", "pairs": "in pairs", "group": "in a group", "sizes": "in a group of {} to {}",
        "most": "in a group of up to {}", "blank": "blank", "guided": "with hints", "trainer": "for trainers",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """An exercise in one language: its page and its facts."""

    page: Page
    facts: Data

    def texts(self, key: str) -> list[str]:
        """Return the texts in a list of the facts; what is of another kind the schema reports."""
        return [text for _, text in self.facts.texts(key)]

    @property
    def purposes(self) -> list[str]:
        """Return what it is for, the main purpose first."""
        return [name for name in self.texts("purpose") if name in PURPOSES[self.page.lang]]

    @property
    def minutes(self) -> int:
        """Return how long it takes; 0 where that is not said as it should be."""
        return _whole(self.facts.value.get("minutes"))

    @property
    def units(self) -> list[int]:
        """Return the numbers of the units of the course that it belongs to."""
        value = self.facts.value.get("units")
        return [number for number in value if _whole(number)] if isinstance(value, list) else []

    @property
    def title(self) -> str:
        """Return what it is called in the page's language."""
        return str(self.page.meta.get("title", self.page.name))


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def exercises(project: Project, lang: str) -> list[Entry]:
    """Return all exercises of a language, the shortest first; so in each language alike."""
    found = []
    for page in project.pages:
        data = project.facts.get(page.folder)
        if page.lang == lang and page.folder.startswith(FOLDER) and data and isinstance(data.value, dict):
            found.append(Entry(page, data))
    return sorted(found, key=lambda row: (row.minutes, row.page.name))


def catalogue_html(page: Page, project: Project) -> str:
    """Return all exercises as a list by main purpose; the catalogue's script filters just this list."""
    rows = exercises(project, page.lang)
    blocks = []
    for purpose, label in PURPOSES[page.lang].items():
        items = "\n".join(_item(row, page, project) for row in rows if row.purposes[:1] == [purpose])
        if items:
            blocks.append(
                f'<section class="kb-catalogue-group"><h2 id="to-{purpose}">{escape(label)}</h2>\n'
                f'<ul class="kb-exercises">\n{items}\n</ul></section>'
            )
    inner = _controls(page, project, rows) + "".join(blocks)
    return f'<div class="kb-catalogue" data-search-exclude>{inner}</div>'


def _item(row: Entry, page: Page, project: Project) -> str:
    words = WORDS[page.lang]
    data = {
        "purpose": " ".join(row.purposes),
        "minutes": str(row.minutes),
        "setting": " ".join(row.texts("setting")),
        "unit": " ".join(map(str, row.units)),
    }
    attributes = "".join(f' data-kb-{name}="{escape(value)}"' for name, value in data.items())
    slug = row.page.folder.removeprefix(FOLDER)
    facts = [words["takes"].format(row.minutes), _settings(row, words)]
    if others := ", ".join(PURPOSES[page.lang][name] for name in row.purposes[1:]):
        facts.append(f"{words['also']} {escape(others)}")
    about = escape(str(row.page.meta.get("description", "")))
    return (
        f'<li class="kb-exercise"{attributes}><a class="kb-exercise-link" id="exercise-{slug}" '
        f'href="{page.link_to(row.page)}">{escape(row.title)}</a> '
        f'<span class="kb-exercise-about">{about}</span> '
        f'<span class="kb-exercise-facts">{" · ".join(facts)}</span>{_copies(row, slug, page, project)}</li>'
    )


def _settings(row: Entry, words: Mapping[str, str]) -> str:
    """Return with whom it is done: "alone, in pairs, in a group of up to 16"."""
    group = row.facts.mapping("group")
    low, high = _whole(group.get("min")), _whole(group.get("max"))
    size = words["most"].format(high) if low < 3 else words["sizes"].format(low, high)
    named = {"alone": words["alone"], "pairs": words["pairs"], "group": size if high else words["group"]}
    return ", ".join(named[name] for name in SETTINGS if name in row.texts("setting"))


def _copies(row: Entry, slug: str, page: Page, project: Project) -> str:
    """Return links to the printed copies in the page's language; "" where none has been printed."""
    words, links = WORDS[page.lang], []
    up = posixpath.relpath("handouts", posixpath.join(page.lang if page.lang != "he" else "", page.address))
    for file in pagedata.handout_links(row.page, project):
        if file["format"] == "pdf":
            href = f"{up}/{posixpath.basename(file['href'])}"
            name = words.get(file["copy"], file["copy"])
            links.append(f'<a href="{href}" aria-describedby="exercise-{slug}" download>{name}</a>')
    rows = " ".join(links)
    return f' <span class="kb-exercise-copies">{words["print"]} {rows} (PDF)</span>' if links else ""


def _controls(page: Page, project: Project, rows: list[Entry]) -> str:
    """Return the choices and the messages as a template: without a script there are none."""
    words = WORDS[page.lang]
    filters = "".join(_filter(name, options, words) for name, options in _choices(page, project, rows))
    messages = "".join(f' data-kb-{name}="{words[name]}"' for name in ("all", "some", "none"))
    return (
        f'<template class="kb-catalogue-controls"><form class="kb-catalogue-form" '
        f'aria-label="{words["form"]}"{messages}><div class="kb-catalogue-filters">{filters}</div>'
        f'<p class="kb-catalogue-count" role="status"></p>'
        f'<button type="reset" class="kb-tool" hidden>{words["reset"]}</button></form>'
        f'<p class="kb-catalogue-none" hidden>{words["retry"]} <a href="./">{words["whole"]}</a>.</p>'
        f"</template>"
    )


def _choices(page: Page, project: Project, rows: list[Entry]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each filter and its options; options that would find nothing are left out."""
    words = WORDS[page.lang]
    used = {name for row in rows for name in row.purposes}
    yield "purpose", {name: label for name, label in PURPOSES[page.lang].items() if name in used}
    yield "minutes", {str(limit): words["up_to"].format(limit) for limit in MINUTES}
    yield "setting", {name: words[name] for name in SETTINGS}
    numbers = {number for row in rows for number in row.units}
    course = units(project, page.lang)
    known = {str(unit.number): f"{unit.number}. {unit.title}" for unit in course if unit.number in numbers}
    if known:
        yield "unit", known


def _filter(name: str, options: Mapping[str, str], words: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{value}">{escape(label)}</option>' for value, label in options.items())
    return (
        f'<div><label for="kb-by-{name}">{words[name]}</label><select id="kb-by-{name}" name="{name}">'
        f'<option value="">{words["any"]}</option>{rows}</select></div>'
    )
