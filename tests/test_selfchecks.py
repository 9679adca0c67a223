"""Self-checks in a unit of the course: every item names one of the unit's objectives."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import content, report
from kb.rules import selfchecks

PLACE = "course/09-ask/index.he.md"
TEXT = """---
title: יחידה
description: יחידה לבדיקה שיש בה שאלה אחת של בדיקה עצמית ותו לא.
---
//// quiz | שאלה?
    id: ask
{objective}    page: guide/one

/// option | אחת
    right: true
כן.
///

/// option | שתיים
לא.
///

/// option | שלוש
לא.
///
////
"""
MISSING = (
    f"{PLACE}:5: block-option: a block's option is missing, unknown or wrong: quiz needs the option "
    "objective in a unit. Fix: see contribute/writing for the options of each block."
)
UNKNOWN = (
    f"{PLACE}:7: reference-unknown: the YAML names a page, stage or step that does not exist: quiz: "
    "objective: name-barrier; did you mean name-barriers? Fix: mend the name."
)


@pytest.mark.parametrize(
    ("objective", "findings"),
    [
        ("    objective: name-barriers\n", ""),
        ("    objective: name-barrier\n", UNKNOWN),
        ("", MISSING),
    ],
)
def test_an_item_of_a_unit_names_its_objective(small: Path, objective: str, findings: str) -> None:
    folder = small / "course" / "09-ask"
    folder.mkdir(parents=True)
    (folder / "unit.yml").write_text("objectives: [{id: name-barriers}, 7]\n", encoding="utf-8")
    (folder / "index.he.md").write_text(TEXT.replace("{objective}", objective), encoding="utf-8")
    assert report.as_text(sorted(selfchecks.find(content.load(small)))) == findings


@pytest.mark.parametrize("facts", ["", "objectives: none\n", "[\n"])
def test_a_unit_without_readable_objectives_is_no_second_finding(small: Path, facts: str) -> None:
    folder = small / "course" / "09-ask"
    folder.mkdir(parents=True)
    (folder / "unit.yml").write_text(facts, encoding="utf-8")
    text = TEXT.replace("{objective}", "    objective: any\n")
    (folder / "index.he.md").write_text(text, encoding="utf-8")
    assert report.as_text(selfchecks.find(content.load(small))) == ""
