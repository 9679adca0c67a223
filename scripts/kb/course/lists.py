"""What is made from the units of the course: a unit's facts, its lists, and the list of all units."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from kb import clock, policy
from kb.content import Page, Project
from kb.course.units import Exercise, Unit, unit_of, units
from kb.factsheet import WORDS as EXERCISE_WORDS
from kb.factsheet import sheet_html
from kb.linking import link_html, part_link_html

LABELS: Final = {
    "he": {
        "time": "זמן", "parts": "חלוקת הזמן, בדקות", "case": "הסיפור", "exercise": "התרגיל",
        "reading": "קריאה {}", "in-case": "סיפור {}", "in-exercise": "תרגיל {}", "check": "בדיקה עצמית {}",
        "reflection": "כתיבה אישית {}", "pace": "בסך הכול {}, בקצב של לימוד: {} מילים בדקה.",
        "further": "תרגילים נוספים ליחידה:", "objectives": "{} מטרות", "one-objective": "מטרה אחת",
        "units": "בסך הכול {} יחידות, {}.", "one-unit": "יחידה אחת, {1}.",
    },
    "en": {
        "time": "Time", "parts": "In minutes", "case": "The case", "exercise": "The exercise",
        "reading": "reading {}", "in-case": "case {}", "in-exercise": "exercise {}", "check": "self-check {}",
        "reflection": "writing for yourself {}", "about": "about {}",
        "pace": "{} in all, at the pace of studying: {} words a minute.",
        "further": "More exercises for this unit:", "objectives": "{} objectives",
        "one-objective": "1 objective", "units": "{} units, {} in all.", "one-unit": "1 unit, {1}.",
    },
}  # fmt: skip


def unit_facts_html(page: Page, project: Project) -> str:
    """Return a unit's facts as a definition list; "" for other pages."""
    unit = unit_of(page, project)
    return sheet_html(_facts(unit, page)) if unit else ""


def _facts(unit: Unit, page: Page) -> Iterator[tuple[str, str]]:
    labels = LABELS[page.lang]
    yield labels["time"], clock.about(unit.minutes, page.lang)
    parts = {
        "reading": unit.reading_minutes,
        "in-case": unit.parts.get("case", 0),
        "in-exercise": unit.exercise.minutes if unit.exercise else 0,
        "check": unit.parts.get("check", 0),
        "reflection": unit.parts.get("reflection", 0),
    }
    yield (
        labels["parts"],
        ", ".join(labels[name].format(minutes) for name, minutes in parts.items() if minutes),
    )
    if unit.stage:
        yield labels["case"], part_link_html(page, unit.stage.page, unit.stage.section, unit.stage.title)
    if unit.exercise:
        yield labels["exercise"], link_html(page, unit.exercise.page)


def objectives_html(page: Page, project: Project) -> str:
    """Return what one will be able to do after the unit, as a list."""
    unit = unit_of(page, project)
    rows = "".join(
        f'<li data-kb-objective="{escape(row.id)}">{escape(row.text)}</li>'
        for row in (unit.objectives if unit else ())
    )
    return f'<ul class="kb-objectives" data-kb-list="objectives">{rows}</ul>' if rows else ""


def readings_html(page: Page, project: Project) -> str:
    """Return the unit's pages to read in their order, each with its minutes, and the sum."""
    unit = unit_of(page, project)
    if unit is None or not unit.readings:
        return ""
    rows = "".join(
        f'<li data-kb-reading="{row.page.address}" data-kb-minutes="{row.minutes}">'
        f"{link_html(page, row.page)} {_minutes(row.minutes, page.lang)}</li>"
        for row in unit.readings
    )
    total = clock.said(unit.reading_minutes, page.lang)
    pace = LABELS[page.lang]["pace"].format(total, policy.WORDS_PER_MINUTE)
    return (
        f'<ol class="kb-readings" data-kb-list="readings" data-search-exclude>{rows}</ol>'
        f'<p class="kb-made-note" data-search-exclude>{pace}</p>'
    )


def exercise_html(page: Page, project: Project) -> str:
    """Return the unit's exercise as a card, with the further exercises that name the unit."""
    unit = unit_of(page, project)
    if unit is None or unit.exercise is None:
        return ""
    about = escape(str(unit.exercise.page.meta.get("description", "")))
    return (
        f'<div class="kb-card-exercise" data-kb-list="exercise" data-kb-exercise="{unit.exercise.slug}" '
        f'data-search-exclude><p class="kb-made-name">{link_html(page, unit.exercise.page)}</p>'
        f'<p class="kb-made-about">{about}</p>'
        f'<p class="kb-made-facts">{_exercise_facts(unit.exercise, page.lang)}</p>'
        f"{_further(unit, page)}</div>"
    )


def _exercise_facts(exercise: Exercise, lang: str) -> str:
    words = EXERCISE_WORDS[lang]
    setting = ", ".join(words.get(name, name) for name in exercise.setting)
    return " · ".join(filter(None, (clock.said(exercise.minutes, lang), setting)))


def _further(unit: Unit, page: Page) -> str:
    rows = "".join(
        f"<li>{link_html(page, row.page)} {_minutes(row.minutes, page.lang)}</li>" for row in unit.further
    )
    return f'<p class="kb-made-note">{LABELS[page.lang]["further"]}</p><ul>{rows}</ul>' if rows else ""


def units_html(page: Page, project: Project) -> str:
    """Return all units in their order: name, what it is about, minutes and objectives; and their sum."""
    found, labels = units(project, page.lang), LABELS[page.lang]
    if not found:
        return ""
    rows = "\n".join(_unit(unit, page) for unit in found)
    total = clock.about(sum(unit.minutes for unit in found), page.lang)
    said = labels["one-unit" if len(found) == 1 else "units"].format(len(found), total)
    return (
        f'<ol class="kb-units" data-kb-list="units" data-search-exclude>\n{rows}\n</ol>'
        f'<p class="kb-made-note" data-search-exclude>{said}</p>'
    )


def _unit(unit: Unit, page: Page) -> str:
    labels, count = LABELS[page.lang], len(unit.objectives)
    objectives = labels["one-objective"] if count == 1 else labels["objectives"].format(count)
    about = escape(str(unit.page.meta.get("description", "")))
    return (
        f'<li value="{unit.number}" data-kb-unit="{unit.slug}" data-kb-minutes="{unit.minutes}">'
        f'<span class="kb-made-name">{link_html(page, unit.page)}</span> '
        f'<span class="kb-made-about">{about}</span> '
        f'<span class="kb-made-facts">{clock.about(unit.minutes, page.lang)}'
        f" · {objectives}</span></li>"
    )


def _minutes(minutes: int, lang: str) -> str:
    return f'<span class="kb-minutes">{clock.minutes_said(minutes, lang)}</span>'
