"""Does every situation have all its parts, in order, and do the cases and exercises it names exist?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import linking, parts
from kb.content import Project
from kb.ethics.situations import FOLDER, PARTS
from kb.findings import Finding
from kb.nearest import meant


def find(project: Project) -> Iterator[Finding]:
    """Yield missing or misplaced parts, and cases and exercises that are named but do not exist."""
    for page in project.pages:
        if page.folder.startswith(FOLDER) and (wrong := parts.fault(page, PARTS)):
            yield Finding(page.path, wrong[0], "situation-part", wrong[1])
    for folder, data in project.facts.items():
        if folder.startswith(FOLDER):
            for key in ("cases", "exercises"):
                for index, slug in data.texts(key):
                    if f"{key}/{slug}" not in project.facts:
                        line = data.line(key, index)
                        near = meant(slug, linking.slugs(key, project))
                        yield Finding(data.path, line, "reference-unknown", f"{key}: {slug}{near}")
