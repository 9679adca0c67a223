"""The project's own words, and where in the files a word stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import content
from kb.spelling.places import Places, first_lines
from kb.spelling.wordlist import WordList
from kb.spelling.words import Word
from support import Edit


def listed(folder: Path, lang: str, text: str) -> WordList:
    file = folder / f"docs/contribute/words.{lang}.txt"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return WordList(folder, lang)


@pytest.mark.parametrize(
    ("word", "allowed"),
    [
        ("מסלאו", True),
        ("ממסלאו", True),
        ("וכשלמסלאו", True),
        ("גמסלאו", False),
        ('ב"מסלאו', True),
        ("ב'מסלאו", True),
        ("מסלאו'", True),
        ("מסל", False),
        ("ג'פרסון", True),
        ("ווטסאפ", True),
        ("בווטסאפ", True),
        ("ותיק", True),
        ("הוותיק", True),
        ("הותיק", True),
    ],
)
def test_a_hebrew_word_is_listed_without_its_prefixes(word: str, allowed: bool, tmp_path: Path) -> None:
    words = listed(tmp_path, "he", "# הערה\n\nמסלאו  # איש\nג׳פרסון\nווטסאפ\nותיק\n")
    assert words.allows(Word("he", word), "any.md", is_known=False) is allowed


@pytest.mark.parametrize(
    ("word", "allowed"), [("coachee", True), ("Coachee", True), ("Dimona", True), ("dimona", False)]
)
def test_an_english_word_may_begin_a_sentence(word: str, allowed: bool, tmp_path: Path) -> None:
    words = listed(tmp_path, "en", "coachee\nDimona\n")
    assert words.allows(Word("en", word), "any.md", is_known=False) is allowed


def test_a_word_may_be_right_in_one_place_only(tmp_path: Path) -> None:
    words = listed(tmp_path, "en", "measureable docs/reference/about\n")
    word = Word("en", "measureable")
    assert [
        words.allows(word, path, False) for path in ("docs/index.en.md", "docs/reference/about.en.md")
    ] == [
        False,
        True,
    ]


def test_a_list_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert WordList(tmp_path, "he").rows == []


def test_a_word_is_found_on_its_first_line_outside_code(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("`wrods`\n```\nwrods\n```\n*wrods* and ל[מילה](term:x)\nwrods\n", encoding="utf-8")
    lines = first_lines(page)
    assert (lines[Word("en", "wrods")], lines[Word("he", "למילה")]) == (5, 5)


def test_a_word_is_looked_up_where_the_page_has_it_from(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "שורה אחת.", "שורה אחת, מלהא.")
    project = content.load(small)
    page = next(page for page in project.pages if page.path == "docs/guide/one.he.md")
    places = Places(project)
    text = (small / page.path).read_text(encoding="utf-8").splitlines()
    line = next(number for number, row in enumerate(text, 1) if "מלהא" in row)
    assert places.find(Word("he", "מלהא"), page) == (page.path, line)
    assert places.find(Word("he", "בשוםמקום"), page) == (page.path, 0)


def test_a_word_of_the_termbase_is_found_there(small: Path, edit: Edit) -> None:
    text = (small / "docs/reference/terms.yml").read_text(encoding="utf-8")
    row = next(row for row in text.splitlines() if "definition_en" in row)
    edit("docs/reference/terms.yml", row, f"{row} wrods")
    project = content.load(small)
    page = next(page for page in project.pages if page.path == "docs/guide/one.en.md")
    line = text.splitlines().index(row) + 1
    assert Places(project).find(Word("en", "wrods"), page) == ("docs/reference/terms.yml", line)
