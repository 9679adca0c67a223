"""What changed between two versions of a Markdown body, section by section."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kb import outline

# Words shown before and after the part of a long line that changed.
CONTEXT: Final = 6
# From this likeness on, two lines are one line that changed and not one that went and one that came.
SAME_LINE: Final = 0.5
GAP: Final = "…"


@dataclass(frozen=True)
class Change:
    """One section that differs. section: id of its heading, "" for what stands above the first one.

    kind: changed, added, removed. lines: (sign, text), sign "-" for what was and "+" for what is; of a long
    line only the words around what changed.
    """

    section: str
    kind: str
    lines: tuple[tuple[str, str], ...]


def sections(body: str) -> dict[str, list[str]]:
    """Return the lines of each section, its heading included, by the id (or the text) of its heading."""
    rows = body.split("\n")
    starts = [(heading.line - 1, heading.id or heading.text) for heading in outline.read(body).headings]
    found = {"": rows[: starts[0][0] if starts else None]}
    for index, (start, name) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else None
        found[name] = found.get(name, []) + rows[start:end]
    return {name: [row.rstrip() for row in lines if row.strip()] for name, lines in found.items()}


def changes(old: str, new: str) -> list[Change]:
    """Return the sections that differ, in the order of the new body; those that are gone come last."""
    was, now = sections(old), sections(new)
    found = []
    for name in [*now, *(name for name in was if name not in now)]:
        before, after = was.get(name, []), now.get(name, [])
        if before != after:
            kind = "changed" if name in was and name in now else "added" if name in now else "removed"
            found.append(Change(name, kind, tuple(_lines(before, after))))
    return found


def _lines(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from _block(before[a:b], after[c:d])


def _block(went: list[str], came: list[str]) -> Iterator[tuple[str, str]]:
    """Pair off lines that are alike, and yield each with its successor; the rest as it is."""
    for line in went:
        like = [other for other in came if _likeness(line, other) >= SAME_LINE]
        if like:
            nearest = max(like, key=lambda other: _likeness(line, other))
            while came[0] is not nearest:
                yield "+", came.pop(0)
            came.pop(0)
            short, shorter = _around(line, nearest)
            yield from (("-", short), ("+", shorter))
        else:
            yield "-", line
    yield from (("+", line) for line in came)


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _around(old: str, new: str) -> tuple[str, str]:
    """Return two lines without the words that are the same far from what differs."""
    one, other = old.split(" "), new.split(" ")
    shorter = min(len(one), len(other))
    head = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    tail = next((i for i in range(shorter - head) if one[-1 - i] != other[-1 - i]), shorter - head)
    start, left = max(head - CONTEXT, 0), max(tail - CONTEXT, 0)
    cut = [words[start : len(words) - left] for words in (one, other)]
    before, after = [GAP] * bool(start), [GAP] * bool(left)
    return " ".join([*before, *cut[0], *after]), " ".join([*before, *cut[1], *after])
