"""What the scripts of the course need to know of its units to remember how far one has come.

The browser keeps only names that both languages share: a unit's folder, and for each of its parts one of
"read:guide/one", "case", "exercise", "check:early-exit", "reflection".
"""

from __future__ import annotations

from html import escape
from typing import Any, Final

from kb.content import Page, Project
from kb.course.units import FOLDER, Unit, unit_of, units
from kb.datafile import Data
from kb.linking import link_html, title

CHECKS: Final = ("judge", "quiz")
REFLECTION: Final = "reflection"
PLAIN: Final = {
    "he": "כאן אפשר לעקוב אחר ההתקדמות, אבל לזה צריך JavaScript. אפשר ללמוד את כל היחידות גם בלי זה.",
    "en": "Following your progress here needs JavaScript. You can take every unit without it.",
}


def parts(unit: Unit) -> tuple[str, ...]:
    """Return the names of all that can be done in a unit, in the order of its page."""
    outline = unit.page.outline
    checks = [row.options.get("id") for row in outline.blocks if row.name in CHECKS]
    reflects = any(heading.id == REFLECTION for heading in outline.headings)
    return (
        *(f"read:{_name(row.page)}" for row in unit.readings),
        *(["case"] if unit.stage else []),
        *(["exercise"] if unit.exercise else []),
        *(f"check:{ident}" for ident in checks if isinstance(ident, str)),
        *([REFLECTION] if reflects else []),
    )


def progress_html(page: Page, project: Project) -> str:
    """Return the place of the panel: all units with their parts and objectives, for the script to read."""
    rows = "".join(_row(unit, page) for unit in units(project, page.lang))
    if not rows:
        return ""
    return (
        '<div class="kb-progress" data-kb-list="progress" data-search-exclude>'
        f"<noscript><p>{PLAIN[page.lang]}</p></noscript><template><ol>{rows}</ol></template></div>"
    )


def _row(unit: Unit, page: Page) -> str:
    objectives = "".join(f"<li>{escape(row.text)}</li>" for row in unit.objectives)
    return (
        f'<li data-kb-unit="{unit.slug}" data-kb-number="{unit.number}" '
        f'data-kb-parts="{escape(" ".join(parts(unit)))}">'
        f"{link_html(page, unit.page)}<ul>{objectives}</ul></li>"
    )


def unit_data(page: Page, project: Project) -> dict[str, Any]:
    """Return what a unit's page is told: its place in the course, parts, and the links on; {} for others."""
    unit = unit_of(page, project)
    if unit is None:
        return {}
    rows = _numbered(page.lang, project)
    later = [_link(number, other, page) for number, other, _ in rows if number > unit.number]
    course = project.pair_at(FOLDER.rstrip("/"))
    return {
        "slug": unit.slug,
        "number": unit.number,
        "count": len(rows),
        "parts": " ".join(parts(unit)),
        "next": later[0] if later else None,
        "course": page.link_to(course.pages[page.lang]) if course and page.lang in course.pages else "",
    }


def memberships(page: Page, project: Project) -> list[dict[str, Any]]:
    """Return the units that a page is a reading or the main exercise of: number, title, link, slug, part."""
    found = []
    for number, unit, data in _numbered(page.lang, project):
        named = {text.strip("/") for _, text in data.texts("read")}
        slug = data.value.get("exercise")
        part = f"read:{_name(page)}" if _name(page) in named else ""
        if page.folder == f"exercises/{slug}":
            part = "exercise"
        if part:
            found.append({**_link(number, unit, page), "part": part})
    return found


def course_links(page: Page, project: Project) -> list[dict[str, Any]]:
    """Return all units for the home page, which leads on to where one stopped; [] for other pages."""
    if page.address:
        return []
    return [_link(number, unit, page) for number, unit, _ in _numbered(page.lang, project)]


def _numbered(lang: str, project: Project) -> list[tuple[int, Page, Data]]:
    """Return (number, page, facts) of each unit by number, without what takes time to reckon."""
    found = []
    for folder, data in sorted(project.facts.items()):
        if not folder.startswith(FOLDER) or not isinstance(data.value, dict):
            continue
        pair, number = project.pair_in(folder), data.value.get("number")
        if pair and lang in pair.pages and isinstance(number, int):
            found.append((number, pair.pages[lang], data))
    return sorted(found, key=lambda row: (row[0], row[1].folder))


def _link(number: int, unit: Page, page: Page) -> dict[str, Any]:
    slug = unit.folder.removeprefix(FOLDER)
    return {"number": number, "title": title(unit), "href": page.link_to(unit), "slug": slug}


def _name(page: Page) -> str:
    return page.address.strip("/")
