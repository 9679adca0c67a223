"""What was probably meant."""

from __future__ import annotations

import pytest

from kb.nearest import meant, nearest
from support import ROOT


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("titel", ["title", "template"], "title"),
        ("Title", ["title", "Tit"], "title"),
        ("bloc_k", ["bloc-k"], "bloc-k"),
        ("page-2", ["page-1", "page-2-b"], "page-2-b"),
        ("x", ["title"], ""),
        ("", ["title"], ""),
        ("title", [], ""),
        ("תעסוקתיות", ["תעסוקה", "העצמה"], "תעסוקה"),
    ],
)
def test_nearest(name: str, known: list[str], near: str) -> None:
    assert nearest(name, known) == near


def test_of_names_that_differ_in_capitals_only_the_same_one_is_always_named() -> None:
    assert nearest("abc", ["Abc", "ABC"]) == nearest("abc", ["ABC", "Abc"]) == "ABC"


def test_meant_is_written_behind_what_is_wrong() -> None:
    assert meant("titel", ["title"]) == "; did you mean title?"
    assert meant("strat", ["start"], "#") == "; did you mean #start?"
    assert meant("zzz", ["title"]) == ""


def test_one_place_looks_for_what_was_meant() -> None:
    users = {
        path.relative_to(ROOT / "scripts").as_posix()
        for path in (ROOT / "scripts").rglob("*.py")
        if "get_close_matches" in path.read_text(encoding="utf-8")
    }
    assert users == {"kb/nearest.py"}
