"""Does a text say a word that the termbase avoids?

The words stand in `avoid_he` and `avoid_en` of the terms. One that is wrong in one sense only carries that
sense in brackets; no program knows senses, so it is left to people, as is one that is itself a name of
another term. What is quoted somebody else says, and some files speak about the words (policy.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kb import policy, wordforms
from kb.content import Project
from kb.findings import Finding
from kb.passages import Passage

OR: Final = {"he": " או ", "en": " or "}
# Gershayim before the last letter of a word make an abbreviation; all others open or close a quotation.
ABBREVIATION: Final = re.compile("(?<=[א-ת])״(?=[א-ת](?![א-ת]))")
QUOTED: Final = {"he": re.compile("״[^״]*״"), "en": re.compile(r"""(?<!\w)(["'‘])[^"]*?["'’](?!\w)""")}


class Avoided(NamedTuple):
    """The forms of each word of an expression, and the term's names to write in its place."""

    forms: tuple[set[str], ...]
    preferred: str

    def matches(self, said: list[tuple[str, int, int]], at: int) -> bool:
        """Tell whether the expression stands here in one of its forms; its first word does."""
        if len(said) < at + len(self.forms):
            return False
        return all(said[at + ahead][0] in self.forms[ahead] for ahead in range(1, len(self.forms)))


def find(project: Project) -> Iterator[Finding]:
    """Yield every avoided word in the texts, with the name that the termbase prefers."""
    first = {lang: _by_first_word(project, lang) for lang in policy.LANGUAGES}
    for passage in project.passages:
        if not _about_words(passage.path):
            yield from _passage(passage, first[passage.lang])


def _about_words(path: str) -> bool:
    return path in policy.ABOUT_WORDS or path.endswith(f"/{policy.OWN_WORDS}")


def _by_first_word(project: Project, lang: str) -> dict[str, list[Avoided]]:
    """Return the avoided words of a language by each form of their first word."""
    found: dict[str, list[Avoided]] = {}
    rows = project.termbase.values()
    names = {name.lower() for row in rows for name in _names(row[lang])}
    for row in rows:
        preferred = OR[lang].join(_names(row[lang]))
        for shown in row.get(f"avoid_{lang}", ()):
            parts = tuple(wordforms.forms(part, lang) for part, _, _ in wordforms.words(shown, lang))
            if parts and "(" not in shown and shown.lower() not in names:
                for form in parts[0]:
                    found.setdefault(form, []).append(Avoided(parts, preferred))
    return found


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";")]


def _passage(passage: Passage, first: dict[str, list[Avoided]]) -> Iterator[Finding]:
    if first.keys().isdisjoint(_words(passage.text, passage.lang)):
        return
    own = _without_quotations(passage.text, passage.lang)
    said = wordforms.words(own, passage.lang)
    for at, (word, start, _) in enumerate(said):
        for avoided in first.get(word, ()):
            if avoided.matches(said, at):
                end = said[at + len(avoided.forms) - 1][2]
                detail = f"{own[start:end]}; did you mean {avoided.preferred}?"
                yield Finding(passage.path, passage.line, "term-avoided", detail)


@lru_cache(maxsize=50_000)  # texts are read again at every edit while the site is served
def _words(text: str, lang: str) -> frozenset[str]:
    return frozenset(wordforms.WORD[lang].findall(text.lower()))


@lru_cache(maxsize=50_000)
def _without_quotations(text: str, lang: str) -> str:
    """Return a text of the same length in which quotations are blanks."""
    out, at = [], 0
    for quoted in QUOTED[lang].finditer(ABBREVIATION.sub("_", text)):
        out += [text[at : quoted.start()], " " * len(quoted[0])]
        at = quoted.end()
    return "".join([*out, text[at:]])
