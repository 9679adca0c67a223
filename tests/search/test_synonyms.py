"""docs/reference/synonyms.yml: what is read from it, and what is said of a faulty one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import check, content
from kb.findings import Finding
from kb.search.synonyms import FILE, Group, read

ROOT = Path(__file__).resolve().parent.parent.parent


def write(root: Path, text: str) -> Path:
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text(text, encoding="utf-8")
    return root


def test_groups_by_language(tmp_path: Path) -> None:
    text = "he:\n  - say: [מתנה, שי]\n    site: [טובת הנאה]\nen:\n  - {say: [fire], site: [dismiss]}\n"
    groups, found = read(write(tmp_path, text))
    assert groups == {"he": [Group(("מתנה", "שי"), ("טובת הנאה",))], "en": [Group(("fire",), ("dismiss",))]}
    assert found == []


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ("- a\n", 1, "there must be a list for each of he, en"),
        ("he: []\nfr: []\n", 2, "fr is no list for a language of the site"),
        ("he: words\n", 1, "he is no list for a language of the site"),
        ("en:\n  - say: [a]\n    site: [b]\n  - say: [a]\n", 4, "an entry has the two keys say and site"),
        ("en:\n  - word\n", 2, "an entry has the two keys say and site"),
        (
            "en:\n  - {say: [], site: [b]}\n",
            2,
            "say must be a list of words in quotation marks or plain text",
        ),
        (
            "en:\n  - {say: [a], site: [1]}\n",
            2,
            "site must be a list of words in quotation marks or plain text",
        ),
        ("en:\n  - {say: a, site: [b]}\n", 2, "say must be a list of words in quotation marks or plain text"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, text: str, line: int, detail: str) -> None:
    _, found = read(write(tmp_path, text))
    assert found == [Finding(FILE, line, "schema", detail)]


def test_broken_yaml_is_a_finding(tmp_path: Path) -> None:
    groups, found = read(write(tmp_path, "he: [\n"))
    assert (groups, [(f.path, f.rule) for f in found]) == ({}, [(FILE, "yaml")])


def test_the_projects_own_file_is_faultless_and_says_nothing_twice() -> None:
    groups, found = read(ROOT)
    assert found == []
    assert {lang: len(rows) >= 20 for lang, rows in groups.items()} == {"he": True, "en": True}
    for rows in groups.values():
        for group in rows:
            assert len(set(group.say)) == len(group.say) and len(set(group.site)) == len(group.site)


def test_the_check_of_the_content_says_what_is_wrong_with_the_list(small: Path) -> None:
    (small / FILE).write_text("he:\n  - {say: [a]}\n", encoding="utf-8")
    assert check.source(content.load(small)) == [
        Finding(FILE, 2, "schema", "an entry has the two keys say and site")
    ]
