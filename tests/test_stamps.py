"""Which Hebrew text an English page follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import stamps
from kb.content import load
from support import Edit


def stale(root: Path) -> list[str]:
    return [page.path for page in stamps.stale_pages(load(root))]


def accept(root: Path, uri: str) -> bool:
    project = load(root)
    return stamps.accept(root, project.by_uri[uri], project)


def test_the_small_project_is_fresh(small: Path) -> None:
    assert stale(small) == []


def test_a_change_in_hebrew_makes_its_english_stale(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    edit("cases/ruth/index.he.md", "סוף.", "סוף הסיפור.")
    assert stale(small) == ["docs/guide/one.en.md", "cases/ruth/index.en.md"]


def test_a_change_in_english_or_in_the_title_does_not(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.en.md", "An opening", "Another opening")
    edit("docs/guide/one.he.md", "title: עמוד אחד", "title: עמוד אחר")
    assert stale(small) == []


def test_a_page_without_hebrew_is_not_stale(small: Path) -> None:
    (small / "docs/guide/one.he.md").unlink()
    assert stale(small) == []


def test_accepting_writes_the_stamp_and_nothing_else(small: Path, edit: Edit) -> None:
    path = small / "docs/guide/one.en.md"
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    old = load(small).by_uri["guide/one.en.md"].meta["source"]
    new = load(small).by_uri["guide/one.he.md"].stamp
    before = path.read_text(encoding="utf-8")
    assert accept(small, "guide/one.en.md") is True
    assert path.read_text(encoding="utf-8") == before.replace(f'source: "{old}"', f'source: "{new}"')
    assert stale(small) == []
    beside = sorted(entry.name for entry in path.parent.iterdir())
    assert beside == ["one.en.md", "one.he.md", "three.en.md", "three.he.md"]


def test_accepting_twice_changes_nothing(small: Path) -> None:
    before = (small / "docs/guide/one.en.md").read_bytes()
    assert accept(small, "guide/one.en.md") is False
    assert (small / "docs/guide/one.en.md").read_bytes() == before


def test_a_page_without_source_gets_one(small: Path, edit: Edit) -> None:
    source = load(small).by_uri["index.en.md"].meta["source"]
    edit("docs/index.en.md", f'source: "{source}"\n', "")
    assert stale(small) == ["docs/index.en.md"]
    assert accept(small, "index.en.md") is True
    text = (small / "docs/index.en.md").read_text(encoding="utf-8")
    assert f'inwards.\nsource: "{source}"\n---\nHello.' in text


@pytest.mark.parametrize("text", ["no front matter\n", "---\n---\ntext\n", "---\ntitle: [\n---\ntext\n"])
def test_a_page_whose_front_matter_cannot_be_read_is_left_alone(text: str, small: Path) -> None:
    path = small / "docs/index.en.md"
    path.write_text(text, encoding="utf-8")
    assert accept(small, "index.en.md") is False
    assert path.read_text(encoding="utf-8") == text


def test_windows_line_ends_become_plain(small: Path, edit: Edit) -> None:
    path = small / "docs/index.en.md"
    edit("docs/index.he.md", "שלום", "שלום לכם")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert accept(small, "index.en.md") is True
    assert b"\r" not in path.read_bytes()
    assert stale(small) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("---\ntitle: a\nsource: 1\n---\nx\n", '---\ntitle: a\nsource: "2"\n---\nx\n'),
        ("---\ntitle: a\n---\nsource: 1\n", '---\ntitle: a\nsource: "2"\n---\nsource: 1\n'),
        ('---\nsource: "1"\ntitle: a\n---\n---\n', '---\nsource: "2"\ntitle: a\n---\n---\n'),
        ("---\ntitle: the source: 1\n---\n", '---\ntitle: the source: 1\nsource: "2"\n---\n'),
    ],
)
def test_stamped(text: str, result: str) -> None:
    assert stamps.stamped(text, "2") == result


def test_a_stamp_of_digits_stays_text(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.content.body_stamp", lambda body: "123456789012")
    assert accept(small, "index.en.md") is True
    assert load(small).by_uri["index.en.md"].meta["source"] == "123456789012"
