"""Does every waiver name a rule that can be waived, and a file that is there?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import waivers
from kb.content import Project
from kb.findings import Finding
from kb.nearest import meant


def find(project: Project) -> Iterator[Finding]:
    """Yield what is wrong in docs/contribute/waivers.yml; a waiver nobody needs is found later."""
    entries, faults = waivers.read(project.root)
    yield from faults
    for entry in entries:
        if wrong := waivers.fault(entry, project.root):
            rule, detail = wrong
            files = [page.path for page in project.pages] if rule == "waiver-file" else []
            yield Finding(waivers.FILE, entry.line, rule, f"{detail}{meant(entry.file, files, alike=0.8)}")
