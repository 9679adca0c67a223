"""How long a page is read, reckoned from the words of its Hebrew text."""

from __future__ import annotations

import functools
import math
import re
from typing import Final

from kb import outline, policy
from kb.content import Pair

# Not read: comments, ids and classes in braces, citations, targets of links, addresses, and
# in a table the line of dashes.
_SILENT: Final = re.compile(
    r"<!--.*?-->|\{\s*[#.][^}]*\}|\[-?@[^\]]*\]|\]\([^)]*\)|<?https?://\S+|^[|:\s-]+$",
    re.DOTALL | re.MULTILINE,
)
_FENCED: Final = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE)
_WORD: Final = re.compile(r"\S*\w\S*")


def minutes(pair: Pair) -> int:
    """Return the minutes it takes to read a page, rounded up; the same in both languages.

    Notes for trainers do not count: readers of the course do not see them. 0 without a Hebrew text.
    """
    page = pair.pages.get(policy.SOURCE_LANGUAGE)
    return math.ceil(words(page.body) / policy.WORDS_PER_MINUTE) if page else 0


@functools.lru_cache(maxsize=512)  # the units, their list and the progress all ask for the same pages
def words(body: str) -> int:
    """Return how many words of a Markdown body readers read; a word is what blanks set apart."""
    text = _SILENT.sub(" ", "\n".join(_read_lines(_FENCED.sub("", body))))
    return len(_WORD.findall(text))


def _read_lines(body: str) -> list[str]:
    """Return the lines without those of trainers' notes, and of a block its title alone."""
    found: list[str] = []
    note = 0  # the slashes of the trainers' note we are in
    options = False
    for line in body.split("\n"):
        opening, end = outline.BLOCK.match(line), outline.BLOCK_END.match(line)
        if options and line.startswith("    ") and line.strip():
            continue
        options = opening is not None
        if note:
            note = 0 if end and len(end[1]) == note else note
        elif opening and opening[2] == "trainer":
            note = len(opening[1])
        elif opening:
            found.append(opening[3] or "" if opening[2] != "figure" else "")
        elif not end:
            found.append(line)
    return found
