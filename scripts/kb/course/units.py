"""The units of the course as records, each in one language.

The facts of a unit stand once in its unit.yml. What is faulty there is left out here and left to the
check, so that whoever writes a unit sees the rest of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kb.content import Page, Project
from kb.course import reading
from kb.datafile import Data
from kb.linking import title

FOLDER: Final = "course/"
# What takes time in a unit beside its readings and its exercise: the keys of `minutes`.
PARTS: Final = ("case", "check", "reflection")
# The sections of a unit's page, and the lists made in them: (section, comment).
SECTIONS: Final = (
    "able", "read", "case", "exercise", "check", "reflection", "key-points", "supervision",
)  # fmt: skip
LISTS: Final = (("able", "objectives"), ("read", "readings"), ("exercise", "exercise"))


@dataclass(frozen=True)
class Objective:
    """What one will be able to do after a unit, in one language."""

    id: str
    text: str


@dataclass(frozen=True)
class Reading:
    """A page to read and the minutes it takes; they are the same in both languages."""

    page: Page
    minutes: int


@dataclass(frozen=True)
class Stage:
    """A decision point of a case: the case's page, the id of the pause, and its title.

    section: the id of the heading it stands under, where one begins to read.
    """

    page: Page
    id: str
    title: str
    section: str


@dataclass(frozen=True)
class Exercise:
    """An exercise as a unit knows it: its page, minutes, and how one works (alone, pairs, group)."""

    page: Page
    minutes: int
    setting: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Return the name of its folder."""
        return self.page.folder.partition("/")[2]


@dataclass(frozen=True)
class Unit:
    """A unit of the course. parts: PARTS -> minutes; further: exercises that name the unit themselves."""

    page: Page
    number: int
    objectives: tuple[Objective, ...]
    readings: tuple[Reading, ...]
    stage: Stage | None
    exercise: Exercise | None
    further: tuple[Exercise, ...]
    parts: Mapping[str, int]

    @property
    def slug(self) -> str:
        """Return the name of its folder: "01-why-support"."""
        return self.page.folder.removeprefix(FOLDER)

    @property
    def title(self) -> str:
        """Return the name of its page."""
        return title(self.page)

    @property
    def reading_minutes(self) -> int:
        """Return the minutes of all its readings."""
        return sum(row.minutes for row in self.readings)

    @property
    def minutes(self) -> int:
        """Return the minutes of the whole unit: readings, case, main exercise, check and reflection."""
        exercise = self.exercise.minutes if self.exercise else 0
        return self.reading_minutes + exercise + sum(self.parts.values())


def units(project: Project, lang: str) -> list[Unit]:
    """Return the units of a language by number."""
    pages = (page for page in project.pages if page.lang == lang)
    found = [unit for page in pages if (unit := unit_of(page, project))]
    return sorted(found, key=lambda unit: (unit.number, unit.slug))


def unit_of(page: Page, project: Project) -> Unit | None:
    """Return the unit whose page this is; None for other pages and unreadable facts."""
    key = ("unit", page.path)
    if key not in project.made:
        project.made[key] = _unit(page, project)
    found: Unit | None = project.made[key]
    return found


def _unit(page: Page, project: Project) -> Unit | None:
    data = project.facts.get(page.folder)
    if not page.folder.startswith(FOLDER) or data is None or not isinstance(data.value, dict):
        return None
    number, slug = data.value.get("number"), data.value.get("exercise")
    number = number if isinstance(number, int) else 0
    exercise = exercise_of(str(slug), page.lang, project)
    return Unit(
        page,
        number,
        _objectives(data, page.lang),
        _readings(data, page.lang, project),
        _stage(data, page.lang, project),
        exercise,
        tuple(row for row in exercises_naming(number, page.lang, project) if row != exercise),
        {part: minutes for part in PARTS if isinstance(minutes := data.mapping("minutes").get(part), int)},
    )


def exercise_of(slug: str, lang: str, project: Project) -> Exercise | None:
    """Return an exercise by the name of its folder."""
    data, pair = project.facts.get(f"exercises/{slug}"), project.pair_at(f"exercises/{slug}")
    page = pair.pages.get(lang) if pair else None
    if data is None or page is None or not isinstance(data.value, dict):
        return None
    minutes = data.value.get("minutes")
    setting = tuple(name for _, name in data.texts("setting"))
    return Exercise(page, minutes if isinstance(minutes, int) else 0, setting)


def exercises_naming(number: int, lang: str, project: Project) -> list[Exercise]:
    """Return the exercises whose `units` name a unit, by the name of their folders."""
    found = []
    for folder, data in sorted(project.facts.items()):
        top, _, slug = folder.partition("/")
        named = data.value.get("units") if isinstance(data.value, dict) else None
        if top == "exercises" and isinstance(named, list) and number in named:
            found.append(exercise_of(slug, lang, project))
    return [exercise for exercise in found if exercise]


def pause_titles(page: Page) -> dict[str, str]:
    """Return the decision points of a case's page: id -> title, in their order."""
    pauses = (block for block in page.outline.blocks if block.name == "pause")
    return {str(block.options["id"]): block.title for block in pauses if "id" in block.options}


def _objectives(data: Data, lang: str) -> tuple[Objective, ...]:
    rows = [(row.get("id"), row.get(lang)) for _, row in data.rows("objectives")]
    return tuple(
        Objective(ident, text) for ident, text in rows if isinstance(ident, str) and isinstance(text, str)
    )


def _readings(data: Data, lang: str, project: Project) -> tuple[Reading, ...]:
    found = []
    for _, address in data.texts("read"):
        pair = project.pair_at(address)
        if pair and lang in pair.pages:
            found.append(Reading(pair.pages[lang], reading.minutes(pair)))
    return tuple(found)


def _stage(data: Data, lang: str, project: Project) -> Stage | None:
    case = data.mapping("case")
    pair, ident = project.pair_at(f"cases/{case.get('slug')}"), str(case.get("stage"))
    page = pair.pages.get(lang) if pair else None
    titles = pause_titles(page) if page else {}
    return Stage(page, ident, titles[ident], _section(page, ident)) if page and ident in titles else None


def _section(page: Page, pause: str) -> str:
    """Return the id of the last heading before a pause; the pause itself where there is none."""
    line = next(block.line for block in page.outline.blocks if block.options.get("id") == pause)
    before = [heading.id for heading in page.outline.headings if heading.id and heading.line < line]
    return before[-1] if before else pause
