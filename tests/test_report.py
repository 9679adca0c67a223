"""Findings as text, JSON and GitHub annotations."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re

import pytest

from kb import report, rulebook
from kb.findings import Finding
from kb.rulebook import RULES

DEAD = Finding("docs/a.he.md", 7, "link-page", "b.md; did you mean c.md?")
WHOLE = Finding("docs/a.he.md", 0, "pair", "a.en.md is missing")
PLAIN = Finding("cases/x/index.en.md", 12, "block-close", "")
OTHER = Finding("docs/b.he.md", 1, "link-page", "")
MANY = [DEAD, PLAIN, WHOLE, DEAD]


def test_text_is_one_line_a_finding_sorted_by_place_each_once() -> None:
    assert report.as_text(MANY).splitlines() == [
        "cases/x/index.en.md:12: block-close: slashes close a block that is not open. "
        "Fix: remove the line, or use as many slashes as the opening line has.",
        "docs/a.he.md: pair: the page exists in one language only: a.en.md is missing. "
        "Fix: write the page in the other language beside it, with the same name.",
        "docs/a.he.md:7: link-page: the link leads to no page or file: b.md; did you mean c.md? "
        "Fix: mend the target.",
    ]


def test_lines_are_sorted_as_numbers() -> None:
    found = [Finding("a", line, "block-close", "") for line in (10, 9, 100)]
    assert [finding.line for finding in report.unique(found)] == [9, 10, 100]


def test_nothing_found_is_no_text() -> None:
    assert (report.as_text([]), report.as_github([]), report.as_json([])) == ("", "", "[]")


def test_json_is_a_list_of_objects() -> None:
    rows = json.loads(report.as_json(MANY))
    assert rows == [
        {
            "path": "cases/x/index.en.md",
            "line": 12,
            "rule": "block-close",
            "message": "slashes close a block that is not open.",
            "fix": "remove the line, or use as many slashes as the opening line has",
        },
        {
            "path": "docs/a.he.md",
            "line": 0,
            "rule": "pair",
            "message": "the page exists in one language only: a.en.md is missing.",
            "fix": "write the page in the other language beside it, with the same name",
        },
        {
            "path": "docs/a.he.md",
            "line": 7,
            "rule": "link-page",
            "message": "the link leads to no page or file: b.md; did you mean c.md?",
            "fix": "mend the target",
        },
    ]


def test_json_keeps_hebrew_readable() -> None:
    assert '"message": "a heading has no id: כותרת."' in report.as_json(
        [Finding("a", 1, "heading-id", "כותרת")]
    )


def test_github_gets_one_annotation_a_finding() -> None:
    assert report.as_github([WHOLE, DEAD]).splitlines() == [
        "::error file=docs/a.he.md,title=pair::the page exists in one language only: a.en.md is missing. "
        "Fix: write the page in the other language beside it, with the same name.",
        "::error file=docs/a.he.md,line=7,title=link-page::the link leads to no page or file: b.md; "
        "did you mean c.md? Fix: mend the target.",
    ]


def test_github_annotations_are_escaped() -> None:
    finding = Finding("docs/a,b:c.md", 1, "link-page", "100% of\r\n::error::, all")
    assert report.as_github([finding]) == (
        "::error file=docs/a%2Cb%3Ac.md,line=1,title=link-page::the link leads to no page or file: "
        "100%25 of%0D%0A::error::, all. Fix: mend the target."
    )


def test_a_detail_of_several_lines_stays_on_one() -> None:
    rows = report.as_text([Finding("a", 1, "yaml", "one\r\n  two\n\nthree")]).splitlines()
    assert rows == [
        "a:1: yaml: the YAML cannot be read: one two three. Fix: mend the YAML at this line; a value with "
        "a colon or a quotation mark needs quotation marks around it."
    ]


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([], "No findings."),
        ([DEAD], "1 finding in 1 file."),
        ([DEAD, DEAD], "1 finding in 1 file."),
        ([DEAD, WHOLE], "2 findings in 1 file: link-page 1, pair 1."),
        (MANY, "3 findings in 2 files: block-close 1, link-page 1, pair 1."),
        ([PLAIN, DEAD, OTHER], "3 findings in 3 files: link-page 2, block-close 1."),
    ],
)
def test_the_summary_counts(found: list[Finding], line: str) -> None:
    assert report.summary(found) == line


def test_every_rule_says_what_and_how_without_a_full_stop() -> None:
    assert [name for name, rule in RULES.items() if not rule.what or not rule.fix] == []
    assert [name for name, rule in RULES.items() if rule.what[-1] in ".?!" or rule.fix[-1] in ".?!"] == []
    assert [name for name in RULES if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


def test_every_rule_is_explained_in_hebrew_too() -> None:
    said = {name: rule.he for name, rule in RULES.items()}
    assert [name for name, words in said.items() if not all(re.search("[א-ת]", word) for word in words)] == []
    assert [name for name, (what, fix) in said.items() if what[-1] in ".?!" or fix[-1] in ".?!"] == []


def test_no_rule_stands_in_two_parts_of_the_rulebook() -> None:
    rooms = [room.name for room in pkgutil.iter_modules(rulebook.__path__) if room.name != "rule"]
    parts = [importlib.import_module(f"kb.rulebook.{name}").RULES for name in rooms]
    assert sum(len(part) for part in parts) == len(RULES)
