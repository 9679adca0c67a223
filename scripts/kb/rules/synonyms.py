"""Can the search read its list of synonyms?"""

from __future__ import annotations

from kb.content import Project
from kb.findings import Finding
from kb.search import synonyms


def find(project: Project) -> list[Finding]:
    """Return what is wrong in docs/reference/synonyms.yml."""
    return synonyms.read(project.root)[1]
