"""Does every heading carry its own id, and do levels go down one at a time?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Page, Project
from kb.findings import Finding
from kb.worksheet.vocabulary import ID


def find(project: Project) -> Iterator[Finding]:
    """Yield headings without id, with a malformed or doubled id, or at a wrong level."""
    for page in project.pages:
        yield from _ids(page)
        yield from _levels(page)


def _ids(page: Page) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for heading in page.outline.headings:
        if heading.id is None:
            yield Finding(page.path, heading.line, "heading-id", heading.text)
        elif not ID.fullmatch(heading.id):
            detail = f"{heading.id} is not made of small ASCII letters, digits and hyphens"
            yield Finding(page.path, heading.line, "heading-id", detail)
        elif heading.id in seen:
            detail = f"{heading.id} is also on line {seen[heading.id]}"
            yield Finding(page.path, heading.line, "heading-id-twice", detail)
        else:
            seen[heading.id] = heading.line
    for block in page.outline.blocks:
        ident = block.options.get("id")
        if isinstance(ident, str) and ident in seen:
            detail = f"{ident} is also on line {seen[ident]}"
            yield Finding(page.path, block.line, "heading-id-twice", detail)
        elif isinstance(ident, str):
            seen[ident] = block.line


def _levels(page: Page) -> Iterator[Finding]:
    above = 1
    for heading in page.outline.headings:
        if heading.level == 1:
            yield Finding(page.path, heading.line, "heading-level", heading.text)
        elif heading.level > above + 1:
            detail = f"level {heading.level} follows level {above}"
            yield Finding(page.path, heading.line, "heading-level", detail)
        above = max(heading.level, 2)
