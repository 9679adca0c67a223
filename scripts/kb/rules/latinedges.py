"""Does a sign that belongs to a Latin word jump to its other side in a Hebrew line?

The order in which a line is shown follows the Unicode bidirectional algorithm (UAX 9). A sign without a
direction of its own at the edge of a Latin word takes the direction of the line where Hebrew, or the end
of the line, is on its other side (rules N1 and N2), so in Hebrew `C++` is shown as `++C`. A pair of
brackets goes as one (N0): with Latin inside it follows what stands before it, so `(Re)design` after a
Hebrew word falls apart, while `SMART(er)` and `(SMART)` hold together. The signs of the Hebrew sentence
after a word, and what stands around the whole of it, belong to the Hebrew and are shown where they should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kb.content import Project
from kb.findings import Finding

HEBREW: Final = "\u05d0-\u05ea"
# A run of what is no blank, no Hebrew and nothing that joins or divides words, with a Latin letter in it.
RUN: Final = re.compile(
    rf"(?:(?<=[{HEBREW}])-|(?<=[{HEBREW}׳״])[.,;:?!…]+)?([^\s{HEBREW}־–/״׳·\ufffc]*[A-Za-z][^\s{HEBREW}־–/״׳·\ufffc]*)"
)
PAIRS: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
CLOSING: Final = {closing: opening for opening, closing in PAIRS.items()}
STRONG: Final = re.compile(rf"[A-Za-z{HEBREW}\ufffc]")
SENTENCE: Final = ".,;:?!…\"'"


def find(project: Project) -> Iterator[Finding]:
    """Yield Latin words of Hebrew texts whose signs are shown on the wrong side."""
    for passage in project.passages:
        if passage.lang == "he" and re.search("[A-Za-z]", passage.text):
            for text in flipped(passage.text):
                yield Finding(passage.path, passage.line, "latin-edge", text)


def flipped(line: str) -> Iterator[str]:
    """Yield the Latin words of a Hebrew line whose signs are shown on the wrong side."""
    for run in RUN.finditer(line):
        word, start, end = _core(run[1], run.start(1))
        if (
            word
            and "](" not in word
            and (_opens_wrongly(word, line[:start]) or _ends_wrongly(word, line[end:]))
        ):
            yield word


def _core(word: str, start: int) -> tuple[str, int, int]:
    """Return a run without the signs of the sentence and without what stands around the whole of it."""
    end = start + len(word)
    while word:
        opening = _partner(word, 0)
        if word[-1] in SENTENCE or (word[-1] in CLOSING and _partner(word, len(word) - 1) is None):
            word, end = word[:-1], end - 1
        elif word[0] in "\"'" or (word[0] in PAIRS and opening is None):
            word, start = word[1:], start + 1
        elif opening == len(word) - 1:
            word, start, end = word[1:-1], start + 1, end - 1
        else:
            break
    return word, start, end


def _partner(word: str, at: int) -> int | None:
    """Return where the bracket at a place finds its partner within the word."""
    sign, step = word[at], 1 if word[at] in PAIRS else -1
    wanted = PAIRS.get(sign) or CLOSING.get(sign)
    depth = 0
    for place in range(at, len(word) if step > 0 else -1, step):
        depth += (word[place] == sign) - (word[place] == wanted)
        if depth == 0:
            return place
    return None


def _latin(strong: list[str]) -> bool:
    """Tell whether the nearest sign with a direction is Latin; the edge of the line is Hebrew."""
    return bool(strong) and strong[0].isascii()


def _opens_wrongly(word: str, before: str) -> bool:
    """Tell whether a word that begins with a sign follows what is not Latin."""
    return not word[0].isalnum() and not _latin(STRONG.findall(before)[-1:])


def _ends_wrongly(word: str, after: str) -> bool:
    """Tell whether a word that ends with a sign, a partnered bracket aside, goes before what is not Latin.

    A number counts as Latin: it follows the Latin word (W7).
    """
    if word[-1].isalnum() or (word[-1] in CLOSING and _partner(word, len(word) - 1) is not None):
        return False
    if word[-1] == "-" and re.match(f"[{HEBREW}]", after):  # joins the two
        return False
    return not re.match(rf"[^{HEBREW}\ufffcA-Za-z]*\d", after) and not _latin(STRONG.findall(after)[:1])
