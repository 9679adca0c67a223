"""Is every unit of the course whole: numbered, with its parts, and each objective with a question?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import linking, parts, policy
from kb.content import Page, Project
from kb.course.units import FOLDER, LISTS, SECTIONS, pause_titles
from kb.datafile import Data
from kb.findings import Finding
from kb.nearest import meant
from kb.worksheet.vocabulary import SELF_CHECKS


def find(project: Project) -> Iterator[Finding]:
    """Yield faults of units, and exercises that name a unit which does not exist."""
    units = {folder: data for folder, data in project.facts.items() if folder.startswith(FOLDER)}
    for page in project.pages:
        if page.folder.startswith(FOLDER):
            yield from _sections(page)
    for folder, data in units.items():
        yield from _case(data, project)
        yield from _exercise(data, project)
        yield from _objectives(folder, data, project)
    yield from _numbers(units)
    yield from _named_units(project, {number for data in units.values() if (number := _number(data))})


def _sections(page: Page) -> Iterator[Finding]:
    """Check the sections of a unit's page, and the lists that are made in them."""
    if wrong := parts.fault(page, SECTIONS):
        yield Finding(page.path, wrong[0], "unit-part", wrong[1])
        return
    lines = {heading.id: heading.line for heading in page.outline.headings}
    for section, name in LISTS:
        if f"<!-- kb:{name} -->" not in page.body:
            detail = f"<!-- kb:{name} --> is missing below #{section}"
            yield Finding(page.path, lines[section], "unit-part", detail)


def _case(data: Data, project: Project) -> Iterator[Finding]:
    case = data.mapping("case")
    slug, stage = case.get("slug"), case.get("stage")
    if not isinstance(slug, str):
        return
    pair = project.pair_in(f"cases/{slug}") if f"cases/{slug}" in project.facts else None
    page = pair.pages.get(policy.SOURCE_LANGUAGE) if pair else None
    if page is None:
        detail = f"case: {slug}{meant(slug, linking.slugs('cases', project))}"
        yield Finding(data.path, data.line("case", "slug"), "reference-unknown", detail)
    elif isinstance(stage, str) and stage not in pause_titles(page):
        detail = f"case: no pause {stage} in cases/{slug}{meant(stage, pause_titles(page))}"
        yield Finding(data.path, data.line("case", "stage"), "reference-unknown", detail)


def _exercise(data: Data, project: Project) -> Iterator[Finding]:
    slug = data.value.get("exercise") if isinstance(data.value, dict) else None
    if isinstance(slug, str) and f"exercises/{slug}" not in project.facts:
        detail = f"exercise: {slug}{meant(slug, linking.slugs('exercises', project))}"
        yield Finding(data.path, data.line("exercise"), "reference-unknown", detail)


def _objectives(folder: str, data: Data, project: Project) -> Iterator[Finding]:
    """Check that objectives stand once each, and that some question of the page asks about each."""
    pair = project.pair_in(folder)
    page = pair.pages.get(policy.SOURCE_LANGUAGE) if pair else None
    blocks = page.outline.blocks if page else []
    asked = {block.options.get("objective") for block in blocks if block.name in SELF_CHECKS}
    seen: set[str] = set()
    for index, row in data.rows("objectives"):
        ident, line = row.get("id"), data.line("objectives", index, "id")
        if not isinstance(ident, str):
            continue
        if ident in seen:
            yield Finding(data.path, line, "schema", f"{ident} stands twice")
        elif page and ident not in asked:
            yield Finding(data.path, line, "objective-unasked", ident)
        seen.add(ident)


def _number(data: Data) -> int | None:
    number = data.value.get("number") if isinstance(data.value, dict) else None
    return number if isinstance(number, int) else None


def _numbers(units: dict[str, Data]) -> Iterator[Finding]:
    """Check that the units are numbered 1 to n, and that each folder's name begins with its number."""
    holders: dict[int, str] = {}
    for folder, data in units.items():
        number, line = _number(data), data.line("number")
        if number is None:
            continue
        if number in holders:
            detail = f"{number} is also the number of {holders[number]}"
            yield Finding(data.path, line, "unit-number", detail)
        elif not folder.removeprefix(FOLDER).startswith(f"{number:02}-"):
            detail = f"the number is {number}, and the folder's name does not begin with {number:02}-"
            yield Finding(data.path, line, "unit-number", detail)
        elif number > len(units):
            detail = f"{number}, but there are {len(units)} units"
            yield Finding(data.path, line, "unit-number", detail)
        holders.setdefault(number, folder)


def _named_units(project: Project, numbers: set[int]) -> Iterator[Finding]:
    """Check the units that exercises name, as soon as there is a course."""
    for folder, data in project.facts.items():
        named = data.value.get("units") if isinstance(data.value, dict) else None
        if not numbers or not folder.startswith("exercises/") or not isinstance(named, list):
            continue
        for index, number in enumerate(named):
            if isinstance(number, int) and number not in numbers:
                line = data.line("units", index)
                yield Finding(data.path, line, "reference-unknown", f"units: there is no unit {number}")
