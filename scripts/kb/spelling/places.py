"""In which file, and on which line, a word stands that a reader sees on a page.

A page shows more than its own file: facts, terms, figures, titles of other pages, and words of the
program. The nearest file that has the word is the one to mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kb import policy
from kb.content import Page, Project
from kb.spelling.words import Word, of_text

PROGRAM = "scripts/kb"
FENCE = re.compile(r"\s*(?:```|~~~)")
CODE = re.compile(r"`[^`]*`")
# What stands inside a word of the source and not of the page: a mark around a part of it, a link's target.
MARKS = re.compile(r"\]\([^)]*\)|[\[\]*]|</?[a-z][^>]*>")


class Places:
    """Looks words up in the project's files, each file read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lines: dict[str, dict[Word, int]] = {}

    def find(self, word: Word, page: Page) -> tuple[str, int]:
        """Return (path, line) of a word that stands on a page; line 0 if no file shows it as it is."""
        for path in self._files(page):
            if line := self._read(path).get(word):
                return path, line
        return page.path, 0

    def _files(self, page: Page) -> Iterator[str]:
        """Yield the files whose words a page may show, the nearest first."""
        project = self._project
        yield page.path
        if page.folder:
            yield f"{page.folder}/{policy.FACTS_FILES[page.folder.split('/')[0]]}"
        yield from (project.terms.path, project.references.path)
        yield from (data.path for data in (*project.figures.values(), *project.facts.values()))
        yield from (other.path for other in project.pages if other.lang == page.lang)
        program = project.root / PROGRAM
        yield from (path.relative_to(project.root).as_posix() for path in sorted(program.rglob("*.py")))

    def _read(self, path: str) -> dict[Word, int]:
        if path not in self._lines:
            file = self._project.root / path
            self._lines[path] = first_lines(file) if file.exists() else {}
        return self._lines[path]


def first_lines(file: Path) -> dict[Word, int]:
    """Return the first line of each word in a file; in Markdown code does not count."""
    found: dict[Word, int] = {}
    is_page, in_code = file.suffix == ".md", False
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if is_page and FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            text = CODE.sub(" ", line) if is_page else line
            for word in (*of_text(text), *of_text(MARKS.sub("", text))):
                found.setdefault(word, number)
    return found
