"""Content that is read again and again by one process."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import check, content
from kb.memory import Memory
from support import Edit


def test_a_file_is_made_into_something_once_until_it_changes(tmp_path: Path) -> None:
    path, made = tmp_path / "a", []

    def make(file: Path) -> str:
        made.append(file)
        return file.read_text(encoding="utf-8")

    memory = Memory()
    path.write_text("one", encoding="utf-8")
    assert [memory.recall(path, make) for _ in range(3)] == ["one"] * 3
    path.write_text("other", encoding="utf-8")
    assert [memory.recall(path, make) for _ in range(2)] == ["other"] * 2
    assert made == [path, path]


def test_only_what_changed_is_read_again(small: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    before = content.load(small, memory)
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    read: list[str] = []
    split = content.split_front_matter
    monkeypatch.setattr(
        content, "split_front_matter", lambda text, shown: read.append(shown) or split(text, shown)
    )
    after = content.load(small, memory)
    assert read == ["docs/guide/one.he.md"]
    assert [page.path for page in after.pages] == [page.path for page in before.pages]
    same = [page.path for page in after.pages if page not in before.pages]
    assert same == ["docs/guide/one.he.md"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/guide/one.he.md", "#second", "#third"),
        ("docs/guide/one.en.md", "index.md#start", "index.md#stat"),
        ("docs/guide/one.he.md", "title: ", "titel: "),
        ("cases/ruth/case.yml", "slug: ruth", "slug: rut"),
        ("docs/reference/terms.yml", "id: ", "ident: "),
        ("docs/reference/references.json", '"id"', '"ident"'),
        ("mkdocs.yml", "  - guide/one.md\n", ""),
    ],
)
def test_with_memory_the_same_is_found_as_without(
    path: str, old: str, new: str, small: Path, edit: Edit
) -> None:
    memory = Memory()
    assert check.source(content.load(small, memory)) == []
    edit(path, old, new)
    found = check.source(content.load(small, memory))
    assert found == check.source(content.load(small))
    assert found
    edit(path, new or "nav:\n", old if new else f"nav:\n{old}")
    assert check.source(content.load(small, memory)) == []


def test_files_that_come_and_go_are_seen(small: Path) -> None:
    memory = Memory()
    content.load(small, memory)
    (small / "docs/guide/one.en.md").rename(small / "docs/guide/uno.en.md")
    found = {finding.rule for finding in check.source(content.load(small, memory))}
    assert "pair" in found
    (small / "docs/guide/uno.en.md").rename(small / "docs/guide/one.en.md")
    assert check.source(content.load(small, memory)) == []
