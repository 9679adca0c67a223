"""Does a citation name the same work twice?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Page, Project
from kb.findings import Finding
from kb.outline import CITATION, CITATION_KEY


def find(project: Project) -> Iterator[Finding]:
    """Yield works that stand twice in one citation, or in what a dated note rests on."""
    for page in project.pages:
        for line, keys in _groups(page):
            for key in sorted({key for key in keys if keys.count(key) > 1}):
                yield Finding(page.path, line, "citation-twice", key)


def _groups(page: Page) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, keys) of every citation and of every `rests`."""
    for number, line in page.plain:
        if "@" in line:
            for cite in CITATION.finditer(line):
                yield number, CITATION_KEY.findall(cite[1])
    for block in page.outline.blocks:
        rests = block.options.get("rests")
        if isinstance(rests, str):
            yield block.option_lines.get("rests", block.line), rests.replace(",", " ").split()
