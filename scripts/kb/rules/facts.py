"""Do the data files have the right keys, and do the things they name exist?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import linking, policy, schema
from kb.content import Project
from kb.datafile import Data
from kb.findings import Finding
from kb.nearest import meant

SCHEMA_OF = {
    "cases": "case",
    "exercises": "exercise",
    "situations": "situation",
    "course": "unit",
    "workshops": "plan",
}


def find(project: Project) -> Iterator[Finding]:
    """Yield schema faults, wrong sums of minutes, and names of pages, stages or terms that are none."""
    for folder, data in project.facts.items():
        yield from _schema(data, SCHEMA_OF[folder.split("/")[0]])
        yield from _slug(folder, data)
        yield from _pages(data, project)
        yield from _headings(folder, data, project)
        yield from _sum(data)
    yield from _schema(project.terms, "terms")
    yield from _terms(project)
    yield from _schema(project.references, "references")
    yield from _works(project)
    for data in project.figures.values():
        yield from _schema(data, "figure")
    yield from _folders(project)


def _schema(data: Data, name: str) -> Iterator[Finding]:
    if data.value is None:
        return  # it could not be read, which has been said
    for key, text in schema.faults(name, data.value):
        yield Finding(data.path, data.line(*key), "schema", text)


def _slug(folder: str, data: Data) -> Iterator[Finding]:
    slug = folder.split("/")[1]
    given = data.value.get("slug") if isinstance(data.value, dict) else None
    if isinstance(given, str) and given != slug:
        detail = f"slug is {given}, the folder is {slug}"
        yield Finding(data.path, data.line("slug"), "reference-unknown", detail)


def _pages(data: Data, project: Project) -> Iterator[Finding]:
    for key in ("practises", "pages", "read"):
        for index, address in data.texts(key):
            if not project.pair_at(address):
                line = data.line(key, index)
                near = meant(address, linking.addresses(project))
                yield Finding(data.path, line, "reference-unknown", f"{key}: {address}{near}")


def _headings(folder: str, data: Data, project: Project) -> Iterator[Finding]:
    """Check that stages and steps are headings of the page, and that the timeline names stages."""
    pair = project.pair_in(folder)
    page = pair.pages.get(policy.SOURCE_LANGUAGE) if pair else None
    headings = {heading.id for heading in page.outline.headings if heading.id} if page else set()
    stages = [stage for _, stage in data.texts("stages")]
    for index, stage in data.texts("stages"):
        if headings and stage not in headings:
            line = data.line("stages", index)
            detail = f"stages: no heading #{stage}{meant(stage, headings, '#')}"
            yield Finding(data.path, line, "reference-unknown", detail)
    for index, event in data.rows("timeline"):
        if isinstance(event.get("stage"), str) and event["stage"] not in stages:
            line = data.line("timeline", index, "stage")
            detail = f"timeline: no stage {event['stage']}{meant(event['stage'], stages)}"
            yield Finding(data.path, line, "reference-unknown", detail)
    for index, step in data.rows("steps"):
        if headings and isinstance(step.get("id"), str) and step["id"] not in headings:
            line = data.line("steps", index, "id")
            detail = f"steps: no heading #{step['id']}{meant(step['id'], headings, '#')}"
            yield Finding(data.path, line, "reference-unknown", detail)


def _sum(data: Data) -> Iterator[Finding]:
    """Add up the steps; what is no number has been said by the schema."""
    rows = [step.get("minutes") for _, step in data.rows("steps")]
    steps = [minutes for minutes in rows if isinstance(minutes, int)]
    total = data.value.get("minutes") if isinstance(data.value, dict) else None
    if steps and len(steps) == len(rows) and isinstance(total, int) and sum(steps) != total:
        detail = f"the steps make {sum(steps)}, minutes says {total}"
        yield Finding(data.path, data.line("minutes"), "sum", detail)


def _terms(project: Project) -> Iterator[Finding]:
    """Check that related terms and pages exist and that no id stands twice."""
    data = project.terms
    known = project.term_ids
    seen: set[str] = set()
    for index, row in data.rows("terms"):
        ident = str(row.get("id"))
        if ident in seen:
            yield Finding(data.path, data.line("terms", index, "id"), "schema", f"{ident} stands twice")
        seen.add(ident)
        related = row.get("see")
        for other in related if isinstance(related, list) else ():
            if isinstance(other, str) and other not in known:
                line = data.line("terms", index, "see")
                yield Finding(data.path, line, "reference-unknown", f"see: {other}{meant(other, known)}")
        page = row.get("page")
        if isinstance(page, str) and page and not project.pair_at(page):
            line = data.line("terms", index, "page")
            near = meant(page, linking.addresses(project))
            yield Finding(data.path, line, "reference-unknown", f"page: {page}{near}")


def _works(project: Project) -> Iterator[Finding]:
    """Check that no work stands twice in the list of references."""
    seen: set[str] = set()
    for index, ident in project.work_rows():
        if ident in seen:
            line = project.references.line(index)
            yield Finding(project.references.path, line, "schema", f"{ident} stands twice")
        seen.add(ident)


def _folders(project: Project) -> Iterator[Finding]:
    """Check that each case and exercise has its facts file and its words."""
    folders = {page.folder for page in project.pages if page.folder}
    for folder in sorted(folders - project.facts.keys()):
        name = policy.FACTS_FILES[folder.split("/")[0]]
        page = project.pair_in(folder)
        path = next(iter(page.pages.values())).path if page else f"{folder}/{name}"
        yield Finding(path, 0, "schema", f"{name} is missing beside it")
    for folder in sorted(project.facts.keys() - folders):
        yield Finding(project.facts[folder].path, 0, "pair", "there is no index.he.md beside it")
