"""check --explain."""

from __future__ import annotations

import pytest

from kb.reasons import WHY
from kb.rulebook import RULES
from support import ROOT
from verbs import explaining, usage


def explained(rule: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert explaining.run(ROOT, rule) == 0
    return capsys.readouterr().out.splitlines()


def test_a_rule_is_explained_in_both_languages_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert explained("fact-unused", capsys) == [
        "fact-unused",
        "",
        "  No text uses this fact.",
        "  A number that no sentence shows grows wrong unnoticed.",
        "  Fix: use it as {fact:NAME} or remove it.",
        "",
        "  אף טקסט אינו משתמש בעובדה הזאת.",
        "  מספר ששום משפט אינו מציג מתיישן בלי שאיש ירגיש.",
        "  תיקון: כתבו אותה בטקסט כך: {fact:NAME}, או מחקו אותה.",
        "",
        "In cases/ruth/case.yml",
        "  wrong:  facts:",
        "  wrong:    children: {value: 3, booklet: 270}",
        "  right:  facts:",
        "Found: cases/ruth/case.yml:7: fact-unused: no text uses this fact: children. "
        "Fix: use it as {fact:NAME} or remove it.",
    ]


def test_a_rule_without_an_example_is_explained_too(capsys: pytest.CaptureFixture[str]) -> None:
    rows = explained("site-foreign", capsys)
    assert rows[0] == "site-foreign"
    assert rows[-1].startswith("  תיקון: ")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = explained(rule, capsys)
    assert f"  Fix: {RULES[rule].fix}." in rows
    assert f"  תיקון: {RULES[rule].he[1]}." in rows


def test_without_a_rule_all_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    rows = explained("", capsys)
    assert [row.split()[0] for row in rows] == list(RULES)
    assert all(row.endswith(RULES[row.split()[0]].what) for row in rows)


@pytest.mark.parametrize(("rule", "near"), [("heading-ids", "; did you mean heading-id?"), ("nosuch", ".")])
def test_an_unknown_rule_is_misuse(rule: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explaining.run(ROOT, rule) == 2
    told = f"There is no rule {rule}{near} check --explain names all of them.\n"
    assert capsys.readouterr() == ("", told)


def test_how_it_is_asked() -> None:
    asked = usage.parser().parse_args
    assert asked(["check"]).explain is None
    assert asked(["check", "--explain"]).explain == ""
    assert asked(["check", "--explain", "pair"]).explain == "pair"


def test_reasons_belong_to_rules_and_have_no_full_stop() -> None:
    assert set(WHY) <= set(RULES)
    assert [rule for rule, words in WHY.items() if any(word[-1] in ".?!" for word in words)] == []
