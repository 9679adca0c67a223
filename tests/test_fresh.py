"""fresh: what changed in the Hebrew since its English was stamped."""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

import pytest

from kb import content
from support import Edit
from verbs import fresh, history


def look(root: Path, *paths: str) -> int:
    return fresh.run(root, argparse.Namespace(accept=None, paths=[str(root / path) for path in paths]))


def git(root: Path, *arguments: str) -> None:
    named = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "core.autocrlf=false"]
    subprocess.run(["git", "-C", str(root), *named, *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(small: Path) -> Path:
    """The small project under git, with one commit."""
    git(small, "init", "--quiet")
    git(small, "add", ".")
    git(small, "commit", "--quiet", "--message", "One")
    return small


def stamp(root: Path, uri: str) -> str:
    return content.load(root).by_uri[uri].stamp


def test_what_changed_is_shown_section_by_section(
    kept: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    old = stamp(kept, "guide/one.he.md")
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    git(kept, "commit", "--quiet", "--all", "--message", "Two")
    edit("docs/guide/one.he.md", "{ #first }\n", "{ #first }\n\nשורה נוספת.\n")
    edit("cases/ruth/index.he.md", "סוף.", "סוף הסיפור.")
    assert look(kept, "docs") == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"docs/guide/one.en.md: follows {old}, docs/guide/one.he.md is now {stamp(kept, 'guide/one.he.md')}",
        "  the beginning: changed",
        "    - פתיחה עם [מסוגלות](term:self-efficacy) ועם מראה מקום [@bandura1977].",
        "    + פתיחה אחרת עם [מסוגלות](term:self-efficacy) ועם מראה מקום [@bandura1977].",
        "  #first: changed",
        "    + שורה נוספת.",
    ]
    assert said.err == "4 of 5 English pages follow their source.\n"


@pytest.mark.parametrize("half", ["docs/guide/one.he.md", "docs/guide/one.en.md"])
def test_one_page_is_looked_at_by_either_half(
    half: str, kept: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert look(kept, half) == 0
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    edit("cases/ruth/index.he.md", "סוף.", "סוף הסיפור.")
    capsys.readouterr()
    assert look(kept, half) == 1
    said = capsys.readouterr()
    assert "  the beginning: changed\n" in said.out
    assert "cases" not in said.out
    assert said.err == "0 of 1 English pages follow their source.\n"


def test_a_renamed_page_is_followed_into_its_past(
    kept: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in ("he", "en"):
        git(kept, "mv", f"docs/guide/three.{lang}.md", f"docs/guide/four.{lang}.md")
    git(kept, "commit", "--quiet", "--message", "Two")
    page = kept / "docs/guide/four.he.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nשורה נוספת.\n", encoding="utf-8", newline="\n")
    assert look(kept, "docs/guide/four.en.md") == 1
    assert "    + שורה נוספת.\n" in capsys.readouterr().out


def test_line_ends_and_empty_lines_are_no_change_to_read(
    kept: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.he.md", "{ #first }\n", "{ #first }\n\n\n")
    assert look(kept, "docs/guide") == 1
    assert capsys.readouterr().out.splitlines()[1:] == [f"  {fresh.EMPTY_LINES}"]


def test_a_text_that_was_never_committed_cannot_be_shown(
    kept: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    fresh.run(kept, argparse.Namespace(accept=[str(kept / "docs")], paths=[]))
    edit("docs/guide/one.he.md", "פתיחה אחרת", "פתיחה")
    capsys.readouterr()
    assert look(kept) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [f"  {fresh.NOT_FOUND}"]


def test_without_git_it_says_so(
    small: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    assert look(small) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [f"  {fresh.NO_HISTORY}"]
    monkeypatch.setenv("PATH", "")
    assert look(small) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [f"  {fresh.NO_HISTORY}"]


def test_an_unknown_page_is_misuse(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert look(small, "docs/guide/on.he.md") == 2
    told = "There is no English page at docs/guide/on.he.md; did you mean docs/guide/one.en.md?\n"
    assert capsys.readouterr() == ("", told)


def test_the_past_is_searched_by_the_stamp(kept: Path, edit: Edit) -> None:
    first = content.load(kept).by_uri["guide/one.he.md"]
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    git(kept, "commit", "--quiet", "--all", "--message", "Two")
    assert history.body(kept, first.path, first.stamp) == first.body
    assert history.body(kept, first.path, "0123456789ab") is None
    assert history.body(kept, "docs/none.he.md", first.stamp) is None
    assert history.is_kept(kept)
