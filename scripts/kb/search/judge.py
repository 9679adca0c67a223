"""How good a search is: the judged look-ups, and what a list of answers to them is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

FIVE: Final = 5
ABSENT: Final = "absent"


@dataclass(frozen=True)
class Lookup:
    """One judged look-up: what is typed on a page of which language, and the pages that answer it.

    kind "absent" marks words that are nowhere on the site; held_out, look-ups that nothing was tuned on.
    """

    number: int
    lang: str
    kind: str
    query: str
    expect: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Score:
    """Shares of `count` look-ups: a right page first, among the first five, and nothing found at all."""

    count: int
    first: float
    five: float
    nothing: float

    def __str__(self) -> str:
        """Return the score as a line."""
        shares = f"first {self.first:.3f}, first five {self.five:.3f}, nothing {self.nothing:.3f}"
        return f"{shares} ({self.count} look-ups)"


def read(path: Path) -> list[Lookup]:
    """Read the list; raises yaml.YAMLError or KeyError for a file that is not one."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Lookup(
            row["id"],
            row["lang"],
            row["kind"],
            row["query"],
            frozenset(row["expect"]),
            bool(row.get("held_out")),
        )
        for row in rows
    ]


def score(lookups: Sequence[Lookup], answers: Mapping[int, Sequence[str]]) -> Score:
    """Return the score of answers: number of a look-up -> site paths, best first, each page once."""
    count = len(lookups)
    ranks = [_rank(lookup, answers[lookup.number]) for lookup in lookups]
    return Score(
        count,
        sum(rank == 0 for rank in ranks) / count,
        sum(rank is not None and rank < FIVE for rank in ranks) / count,
        sum(not answers[lookup.number] for lookup in lookups) / count,
    )


def _rank(lookup: Lookup, pages: Sequence[str]) -> int | None:
    return next((place for place, page in enumerate(pages) if page in lookup.expect), None)


def parts(lookups: Sequence[Lookup]) -> dict[str, list[Lookup]]:
    """Return the list in parts that are reported apart: language and tuned or held out; absent words."""
    found: dict[str, list[Lookup]] = {}
    for lookup in lookups:
        if lookup.kind == ABSENT:
            name = f"{lookup.lang} absent"
        else:
            name = f"{lookup.lang} {'held out' if lookup.held_out else 'tuned'}"
        found.setdefault(name, []).append(lookup)
    return dict(sorted(found.items()))
