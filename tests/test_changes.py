"""What changed between two versions of a text, section by section."""

from __future__ import annotations

import pytest

from kb.changes import Change, changes, sections

OLD = """
Opening.

## One { #one }

First line of the first section, which is somewhat longer than the others are and than it need be.

- a point
- another point

## Two { #two }

```
## no heading { #three }
```
"""

WAS = "… line of the first section, which is somewhat longer"
IS = "… line of the first section, which was a little longer"
CODE = ["```", "## no heading { #three }", "```"]


def test_sections_are_found_by_the_id_of_their_heading() -> None:
    assert list(sections(OLD)) == ["", "one", "two"]
    assert sections(OLD)[""] == ["Opening."]
    assert sections(OLD)["one"][2:] == ["- a point", "- another point"]
    assert sections("## No id\n\ntext") == {"": [], "No id": ["## No id", "text"]}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Opening.", "Opening.", []),
        ("Opening.\n", "Opening.  \n\n\n", []),
        ("Opening.", "A beginning.", [Change("", "changed", (("-", "Opening."), ("+", "A beginning.")))]),
        (
            "which is somewhat longer",
            "which was a little longer",
            [
                Change(
                    "one",
                    "changed",
                    (
                        (
                            "-",
                            f"{WAS} than the others are and …",
                        ),
                        (
                            "+",
                            f"{IS} than the others are and …",
                        ),
                    ),
                )
            ],
        ),
        ("- another point\n", "", [Change("one", "changed", (("-", "- another point"),))]),
        (
            "- a point\n",
            "- a point\n- in between\n",
            [Change("one", "changed", (("+", "- in between"),))],
        ),
        (
            "## Two { #two }",
            "## Two",
            [
                Change("Two", "added", tuple(("+", line) for line in ["## Two", *CODE])),
                Change("two", "removed", tuple(("-", line) for line in ["## Two { #two }", *CODE])),
            ],
        ),
    ],
)
def test_changes(old: str, new: str, found: list[Change]) -> None:
    assert old in OLD
    assert changes(OLD, OLD.replace(old, new, 1)) == found
    back = changes(OLD.replace(old, new, 1), OLD)
    assert [change.section for change in back] == [change.section for change in reversed(found)]


def test_a_new_line_before_a_changed_one_comes_first() -> None:
    found = changes("one two three four", "new words\none two three five\nlast words here")
    assert [change.lines for change in found] == [
        (
            ("+", "new words"),
            ("-", "one two three four"),
            ("+", "one two three five"),
            ("+", "last words here"),
        )
    ]
