"""Does every situation have all its parts, in order, and do the cases and exercises it names exist?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Page, Project
from kb.findings import Finding
from kb.situations import FOLDER, PARTS


def find(project: Project) -> Iterator[Finding]:
    """Yield missing or misplaced parts, and cases and exercises that are named but do not exist."""
    for page in project.pages:
        if page.folder.startswith(FOLDER):
            yield from _parts(page)
    for folder, data in project.facts.items():
        if folder.startswith(FOLDER):
            for key in ("cases", "exercises"):
                for index, slug in data.texts(key):
                    if f"{key}/{slug}" not in project.facts:
                        line = data.line(key, index)
                        yield Finding(data.path, line, "reference-unknown", f"{key}: {slug}")


def _parts(page: Page) -> Iterator[Finding]:
    """Yield the first part that is missing, at the heading it should precede, or stands out of order."""
    lines = {h.id: h.line for h in page.outline.headings if h.level == 2 and h.id in PARTS}
    missing = [part for part in PARTS if part not in lines]
    if missing:
        later = [lines[part] for part in PARTS[PARTS.index(missing[0]) :] if part in lines]
        line = min(later, default=max(lines.values(), default=page.body_line))
        yield Finding(page.path, line, "situation-part", f"#{missing[0]} is missing")
        return
    moved = [have for have, part in zip(lines, PARTS, strict=True) if have != part]
    if moved:
        detail = f"#{moved[0]} stands too early; the order is {', '.join(PARTS)}"
        yield Finding(page.path, lines[moved[0]], "situation-part", detail)
