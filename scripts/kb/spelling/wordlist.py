"""The project's own words: right ones that the dictionary does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kb.spelling.dictionary import forms
from kb.spelling.words import Word
from kb.wordforms import PREFIXES

FILE = "docs/contribute/words.{}.txt"


class WordList:
    """The list of one language: each word with its line; which have been met, and which were needed.

    A Hebrew word is listed without its prefixes; an English one with a small letter may begin a sentence.
    A path after a word says that it is right there only: a misprint that a page quotes, for example.
    """

    def __init__(self, root: Path, lang: str) -> None:
        """Read the list; one that is not there is empty."""
        self.path = FILE.format(lang)
        self.rows: list[tuple[int, Word]] = []
        self.met: set[str] = set()
        self.needed: set[str] = set()
        self._where: dict[str, str] = {}
        file = root / self.path
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines() if file.exists() else []
        for number, line in enumerate(lines, 1):
            if text := line.partition("#")[0].strip():
                listed, _, where = text.partition(" ")
                self.rows.append((number, Word(lang, listed.translate({0x05F3: "'", 0x05F4: '"'}))))
                self._where.setdefault(self.rows[-1][1].text, where.strip())

    def allows(self, word: Word, path: str, is_known: bool) -> bool:
        """Tell whether the word is listed, in any of its forms, for a file; remember who was met.

        is_known: whether the dictionary has the word, and would do without the list.
        """
        given = {bare for form in forms(word) for bare in _bare(form, word.lang)}
        found = {form for form in given if path.startswith(self._where.get(form, "\n"))}
        self.met |= found
        if not is_known:
            self.needed |= found
        return bool(found)


def _bare(form: str, lang: str) -> Iterator[str]:
    """Yield the forms that may be listed: of an English word the small one, of a Hebrew one less prefixes."""
    yield form
    if lang == "en":
        yield form[:1].lower() + form[1:]
        return
    for prefix in filter(None, PREFIXES):
        if form.startswith(prefix):
            rest = form[len(prefix) :]
            yield rest
            if rest.startswith("וו"):  # a vav that follows a prefix is written twice
                yield rest[1:]
