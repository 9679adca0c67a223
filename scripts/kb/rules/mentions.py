"""Does everything the text names exist: facts, works, terms, figures? And is it used?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.content import Page, Project
from kb.figures import known_figures
from kb.findings import Finding
from kb.inline.facts import values
from kb.nearest import meant


def find(project: Project) -> Iterator[Finding]:
    """Yield names that lead nowhere, and facts, works and figures that nobody uses."""
    for page in project.pages:
        yield from _unknown(page, project)
    yield from _unused_facts(project)
    yield from _unused_works(project)
    yield from _unused_figures(project)


def _unknown(page: Page, project: Project) -> Iterator[Finding]:
    """Look names up; a data file that cannot be read is one finding and not one a mention."""
    found = page.outline
    works = {ident for _, ident in project.work_rows()}
    facts = project.facts.get(page.folder)
    if facts is None or facts.value is not None:
        yield from _missing(page, found.facts, "fact-unknown", values(page, project))
    if project.references.value is not None:
        yield from _missing(page, [*found.citations, *found.rests], "citation-unknown", works)
    if project.terms.value is not None:
        yield from _missing(page, found.terms, "term-unknown", project.term_ids)
    figures = [(b.line, b.title) for b in found.blocks if b.name == "figure"]
    yield from _missing(page, figures, "figure-unknown", known_figures(project))


def _missing(
    page: Page, mentions: Iterable[tuple[int, str]], rule: str, known: Iterable[str]
) -> Iterator[Finding]:
    names = set(known)
    for line, name in mentions:
        if name not in names:
            yield Finding(page.path, line, rule, f"{name}{meant(name, names)}")


def _unused_facts(project: Project) -> Iterator[Finding]:
    used: dict[str, set[str]] = {}
    for page in project.pages:
        used.setdefault(page.folder, set()).update(name for _, name in page.outline.facts)
    for folder, data in project.facts.items():
        for name in data.mapping("facts"):
            if name not in used.get(folder, set()):
                yield Finding(data.path, data.line("facts", name), "fact-unused", str(name))


def _unused_works(project: Project) -> Iterator[Finding]:
    """Yield works that no page cites; custom.uncited says why one is listed all the same."""
    cited = {key for page in project.pages for key in page.outline.cited_keys}
    for index, ident in project.work_rows():
        custom = project.references.value[index].get("custom")
        listed = isinstance(custom, dict) and custom.get("uncited")
        if ident not in cited and not listed:
            line = project.references.line(index)
            yield Finding(project.references.path, line, "citation-unused", ident)


def _unused_figures(project: Project) -> Iterator[Finding]:
    shown = {block.title for page in project.pages for block in page.outline.blocks if block.name == "figure"}
    for slug, path in known_figures(project).items():
        if slug not in shown:
            yield Finding(path, 0, "figure-unused", slug)
