"""Can the check of external links read its list of allowed failures?"""

from __future__ import annotations

from kb.content import Project
from kb.external import allowed
from kb.findings import Finding


def find(project: Project) -> list[Finding]:
    """Return what is wrong in docs/contribute/allowed-links.yml."""
    return allowed.read(project.root)[1]
