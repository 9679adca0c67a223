"""Do the minutes of every workshop add up, and does what its steps and print set name exist?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kb import clock, linking, parts, policy
from kb.anchors import anchors
from kb.content import Page, Project
from kb.datafile import Data, Key
from kb.findings import Finding
from kb.nearest import meant
from kb.workshops.plans import FOLDER, LISTS, SECTIONS, handouts, step_rows


def find(project: Project) -> Iterator[Finding]:
    """Yield faults of workshops: sections, times, sums, steps without a heading, names of nothing."""
    for page in project.pages:
        if page.folder.startswith(FOLDER):
            yield from _sections(page)
    for folder, data in project.facts.items():
        if folder.startswith(FOLDER):
            pair = project.pair_in(folder)
            source = pair.pages.get(policy.SOURCE_LANGUAGE) if pair else None
            headings = {h.id for h in source.outline.headings if h.id} if source else None
            yield from _group(data)
            yield from _sessions(data, headings)
            yield from _steps(data, headings, project)
            yield from _prints(data, project)


def _sections(page: Page) -> Iterator[Finding]:
    """Check the sections of a workshop's page, and the lists that are made in them."""
    if wrong := parts.fault(page, SECTIONS):
        yield Finding(page.path, wrong[0], "plan-part", wrong[1])
        return
    lines = {heading.id: heading.line for heading in page.outline.headings}
    for section, name in LISTS:
        if f"<!-- kb:{name} -->" not in page.body:
            detail = f"<!-- kb:{name} --> is missing below #{section}"
            yield Finding(page.path, lines[section], "plan-part", detail)


def _group(data: Data) -> Iterator[Finding]:
    low, high = data.mapping("group").get("min"), data.mapping("group").get("max")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield Finding(data.path, data.line("group"), "schema", f"group: min {low} is more than max {high}")


def _sessions(data: Data, headings: set[str] | None) -> Iterator[Finding]:
    """Check each session's start and sum, and in a series its heading."""
    rows = data.rows("sessions")
    for index, session in rows:
        ident = session.get("id")
        if "start" in session and clock.read(session["start"]) is None:
            line = data.line("sessions", index, "start")
            yield Finding(data.path, line, "clock", f"start of {ident}: {_as_typed(session['start'])}")
        yield from _sum(data, index, session)
        if len(rows) > 1 and headings is not None and isinstance(ident, str) and ident not in headings:
            line = data.line("sessions", index, "id")
            detail = f"sessions: no heading #{ident}{meant(ident, headings, '#')}"
            yield Finding(data.path, line, "reference-unknown", detail)


def _as_typed(start: object) -> str:
    """Return a faulty start as its author wrote it: YAML reads 10:30 without quotation marks as 630."""
    if isinstance(start, int) and 60 <= start < clock.DAY:
        return f"{clock.written(start)} without quotation marks"
    return str(start)


def _sum(data: Data, index: int, session: Mapping[str, Any]) -> Iterator[Finding]:
    """Add up the steps of a session; what is no number has been said by the schema."""
    given = [step.get("minutes") for _, step in step_rows(session)]
    steps = [minutes for minutes in given if isinstance(minutes, int)]
    total = session.get("minutes")
    if steps and len(steps) == len(given) and isinstance(total, int) and sum(steps) != total:
        detail = f"{session.get('id')}: the steps make {sum(steps)}, minutes says {total}"
        yield Finding(data.path, data.line("sessions", index, "minutes"), "sum", detail)


def _steps(data: Data, headings: set[str] | None, project: Project) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, session in data.rows("sessions"):
        for index, step in step_rows(session):
            key: Key = ("sessions", at, "steps", index)
            ident, line = step.get("id"), data.line(*key, "id")
            if isinstance(ident, str):
                if ident in seen:
                    yield Finding(data.path, line, "schema", f"{ident} stands twice")
                elif headings is not None and ident not in headings and step.get("kind") != "break":
                    detail = f"steps: no heading #{ident}{meant(ident, headings, '#')}"
                    yield Finding(data.path, line, "reference-unknown", detail)
                seen.add(ident)
            yield from _uses(data, key, step, project)


def _uses(data: Data, key: Key, step: Mapping[str, Any], project: Project) -> Iterator[Finding]:
    """Check the page that a step works with, and the stage of a case."""
    address, stage = step.get("uses"), step.get("stage")
    if isinstance(address, str) and linking.fault(address, project):
        line, near = data.line(*key, "uses"), meant(address, linking.addresses(project))
        yield Finding(data.path, line, "reference-unknown", f"uses: {address}{near}")
    elif isinstance(stage, str):
        page = linking.page_at(str(address), policy.SOURCE_LANGUAGE, project)
        is_case = page is not None and page.folder.startswith("cases/")
        if page is None or not is_case or stage not in anchors(page, project):
            where = address if is_case else "a step that uses no case"
            near = meant(stage, anchors(page, project)) if page and is_case else ""
            line = data.line(*key, "stage")
            yield Finding(data.path, line, "reference-unknown", f"stage: no {stage} in {where}{near}")


def _prints(data: Data, project: Project) -> Iterator[Finding]:
    known = handouts(project)
    for index, row in data.rows("prints"):
        handout, copy = row.get("handout"), row.get("copy")
        if not isinstance(handout, str):
            continue
        line, copies = data.line("prints", index, "handout"), known.get(handout)
        detail = ""
        if copies is None:
            detail = f"prints: there is no handout {handout}{meant(handout, known)}"
        elif copies and copy is None:
            detail = f"prints: {handout} needs copy, one of {', '.join(copies)}"
        elif copy is not None and copy not in copies:
            line = data.line("prints", index, "copy")
            detail = f"prints: {handout} has no copy {copy}{meant(str(copy), copies)}"
        if detail:
            yield Finding(data.path, line, "reference-unknown", detail)
