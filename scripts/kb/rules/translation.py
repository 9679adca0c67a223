"""Does every English page follow the Hebrew text it was stamped with?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Project
from kb.findings import Finding
from kb.pagedata import is_stale


def find(project: Project) -> Iterator[Finding]:
    """Yield a finding for each translation whose source has changed or that has no stamp."""
    for page in project.pages:
        unread = page.front.value is None  # what is wrong with the front matter has been said
        if is_stale(page, project) and not unread:
            stamp = page.meta.get("source")
            source = project.pairs[page.name].pages["he"]
            detail = f"it follows {stamp}, {source.path} is at {source.stamp}" if stamp else "no stamp"
            yield Finding(page.path, page.front.line("source"), "stale", detail)
