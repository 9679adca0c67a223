"""The judged list itself, and how answers to it are scored."""

from __future__ import annotations

from pathlib import Path

from kb.search.judge import ABSENT, Lookup, Score, parts, read, score

LIST = Path(__file__).parent / "queries.yml"
SHARED = 107  # look-ups that were given with the task; the others were added


def lookup(number: int, *expect: str, kind: str = "exact", held_out: bool = False) -> Lookup:
    return Lookup(number, "he", kind, "q", frozenset(expect), held_out)


def test_score_counts_the_first_page_the_first_five_and_nothing() -> None:
    lookups = [lookup(1, "a"), lookup(2, "a", "b"), lookup(3, "c"), lookup(4, "d")]
    answers = {1: ["a"], 2: ["x", "b"], 3: ["1", "2", "3", "4", "5", "c"], 4: []}
    assert score(lookups, answers) == Score(4, 0.25, 0.5, 0.25)
    assert str(score(lookups, answers)) == "first 0.250, first five 0.500, nothing 0.250 (4 look-ups)"


def test_parts_keep_languages_held_out_and_absent_words_apart() -> None:
    rows = [lookup(1, "a"), lookup(2, "a", held_out=True), lookup(3, kind=ABSENT, held_out=True)]
    assert {name: [row.number for row in part] for name, part in parts(rows).items()} == {
        "he absent": [3], "he held out": [2], "he tuned": [1],
    }  # fmt: skip


def test_the_list_is_large_enough_and_enough_of_it_was_held_out() -> None:
    rows = read(LIST)
    assert len({row.number for row in rows}) == len(rows)
    assert len({(row.lang, row.query) for row in rows}) == len(rows)
    asked = [row for row in rows if row.kind != ABSENT]
    assert sum(row.lang == "en" for row in asked) >= 60
    assert sum(row.kind == ABSENT for row in rows) == 20
    new = [row for row in asked if row.number > SHARED]
    assert sum(row.held_out for row in new) >= len(new) / 3
    assert all(row.expect for row in asked) and not any(row.expect for row in rows if row.kind == ABSENT)
