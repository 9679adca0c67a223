"""check --spelling on the small project, with the real dictionaries; what is said, and what it costs."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from kb import content
from kb.spelling import advice, dictionary, saying
from kb.spelling.advice import NEAR_FOR, Advice
from kb.spelling.words import Word
from support import Edit
from verbs import checking, usage

# Right words of the small project that the dictionaries do not know.
KNOWN_HERE = "איתה\nאיתכם\n"
LISTS = "A word that is right goes into docs/contribute/words.he.txt or docs/contribute/words.en.txt."


@pytest.fixture
def project(small: Path) -> Path:
    """The small project with a list of its Hebrew words, where no word is left to look at."""
    folder = small / "docs/contribute"
    folder.mkdir()
    (folder / "words.he.txt").write_text(KNOWN_HERE, encoding="utf-8")
    return small


def run(root: Path, form: str = "text", paths: tuple[str, ...] = ()) -> int:
    options = argparse.Namespace(
        paths=list(paths), site=None, external=False, spelling=True, format=form, explain=None
    )
    return checking.run(root, options)


class Pretended:
    """A dictionary that knows all words but some."""

    def __init__(self, unknown: set[str]) -> None:
        self.unknown, self.asked = unknown, 0

    def knows(self, word: Word) -> bool:
        return word.text not in self.unknown

    def near(self, word: Word) -> tuple[str, ...]:
        self.asked += 1
        return (f"near {word.text}",)


def test_without_a_strange_word_nothing_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 0
    assert capsys.readouterr() == ("", "No findings.\nSpelling: no advice.\n")


def test_a_strange_word_is_advice_and_no_failure(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.en.md", "One line.", "One line, recieve.")
    assert run(project) == 0
    assert capsys.readouterr() == (
        "docs/guide/one.en.md:18: spelling: recieve. Perhaps: receive, relieve, reverie.\n",
        f"No findings.\nSpelling: 1 word to look at in 1 file. {LISTS}\n",
    )


def test_hebrew_prefixes_and_the_spelling_of_2017_are_known() -> None:
    found = dictionary.Dictionary(dictionary.packaged())
    good = ("תוכנית", "והמשתתפות", "כשהתוכניות", "לתעסוקה", "אימא", 'ב"ביחד', "לא'")
    bad = ("תוכנינת", "אמא", "והמשטטפות")
    assert [found.knows(Word("he", word)) for word in (*good, *bad)] == [True] * 7 + [False] * 3
    assert found.near(Word("he", "אמא"))[0] == "אימא"


def test_british_english_is_asked_for() -> None:
    found = dictionary.Dictionary(dictionary.packaged())
    words = ("programme", "practise", "colour", "color", "recieve")
    assert [found.knows(Word("en", word)) for word in words] == [True, True, True, False, False]


def test_json_is_one_list_of_findings_and_advice(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.en.md", "## Second { #second }", "## Secondd { #second }\n\n[a](no.md)")
    assert run(project, "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["rule"] for row in rows[:-1]} >= {"link-page"}
    assert rows[-1] == {
        "path": "docs/guide/one.en.md",
        "line": 14,
        "rule": "spelling",
        "message": "Secondd.",
        "fix": "Perhaps: Seconds, Second, Seconded.",
        "advice": True,
    }


def test_on_github_a_word_is_a_notice(project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/guide/one.en.md", "One line.", "One line, recieve.")
    assert run(project, "github") == 0
    assert capsys.readouterr() == (
        "::notice file=docs/guide/one.en.md,line=18,title=spelling::"
        "recieve. Perhaps: receive, relieve, reverie.\n",
        "",
    )


def test_paths_narrow_the_advice(project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/guide/one.en.md", "One line.", "One line, recieve.")
    assert run(project, paths=("docs/index.en.md",)) == 0
    assert capsys.readouterr() == ("", "No findings.\nSpelling: no advice.\n")


def test_listed_words_that_need_no_listing_are_advice(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "docs/contribute/words.he.txt"
    file.write_text(f"{KNOWN_HERE}איתה\nסיפור\nבלשנות\n", encoding="utf-8")
    assert run(project) == 0
    assert capsys.readouterr().out == (
        "docs/contribute/words.he.txt:3: spelling: איתה is listed before. Perhaps: take the line out.\n"
        "docs/contribute/words.he.txt:4: spelling: סיפור is in the dictionary. Perhaps: take the line out.\n"
        "docs/contribute/words.he.txt:5: spelling: בלשנות stands on no page. Perhaps: take the line out.\n"
    )


def test_titles_and_descriptions_are_judged(project: Path, edit: Edit) -> None:
    edit("docs/guide/one.en.md", "title: One page", "title: One wrods")
    found = advice.find(content.load(project), Pretended({"wrods"}))
    assert [a for a in found if not a.remark] == [
        Advice("docs/guide/one.en.md", 2, "wrods", "", ("near wrods",))
    ]


def test_a_word_is_told_once_a_file_and_near_ones_are_looked_for_once(project: Path, edit: Edit) -> None:
    edit("docs/guide/one.en.md", "One line.", "Wrods wrods and Wrods.")
    edit("docs/index.en.md", "title:", "title: wrods")
    speller = Pretended({"wrods"})
    found = [a for a in advice.find(content.load(project), speller) if not a.remark]
    assert [(a.path, a.word) for a in found] == [
        ("docs/guide/one.en.md", "wrods"),
        ("docs/index.en.md", "wrods"),
    ]
    assert speller.asked == 1


def test_near_words_are_looked_for_only_for_so_many(project: Path, edit: Edit) -> None:
    strange = {f"wrods{chr(97 + number)}" for number in range(NEAR_FOR + 1)}
    edit("docs/guide/one.en.md", "One line.", " ".join(sorted(strange)))
    speller = Pretended(strange)
    found = [a for a in advice.find(content.load(project), speller) if not a.remark]
    assert [bool(a.perhaps) for a in found] == [True] * NEAR_FOR + [False]
    assert saying.summary(found) == (
        f"Spelling: {NEAR_FOR + 1} words to look at in 1 file. {LISTS} "
        f"Near words are shown for the first {NEAR_FOR} only, since they take a while."
    )


def test_a_word_of_no_file_has_no_line_and_perhaps_nothing_near() -> None:
    found = [Advice("docs/a.he.md", 0, "מלהא", "", ())]
    assert saying.as_text(found) == "docs/a.he.md: spelling: מלהא."
    assert saying.as_github(found) == "::notice file=docs/a.he.md,title=spelling::מלהא."


@pytest.mark.parametrize(
    ("arguments", "need"),
    [
        (["check"], "site"),
        (["check", "--spelling"], "spelling"),
        (["check", "docs", "--spell"], "spelling"),
        (["serve"], "site"),
        (["test"], "test"),
        (["bench", "check"], "test"),
    ],
)
def test_the_dictionaries_are_fetched_for_whom_they_serve(arguments: list[str], need: str) -> None:
    assert usage.needs(arguments) == need


def test_content_with_faults_is_read_all_the_same(project: Path, edit: Edit) -> None:
    (project / "docs/guide/one.he.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (project / "docs/reference/terms.yml").write_bytes(b"terms: [\xff\n")
    (project / "docs/contribute/words.en.txt").write_bytes(b"\xff\n")
    edit("docs/guide/one.en.md", "One line.", "One line, wrods.")
    found = advice.find(content.load(project), Pretended({"wrods"}), ["docs/guide"])
    assert [(a.path, a.word) for a in found] == [("docs/guide/one.en.md", "wrods")]
