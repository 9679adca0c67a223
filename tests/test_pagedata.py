"""What templates may know of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import pagedata
from kb.content import load
from support import Edit


def links(root: Path, uri: str) -> list[dict[str, object]]:
    project = load(root)
    return pagedata.handout_links(project.by_uri[uri], project)


@pytest.fixture
def printed(small: Path) -> Path:
    """The small project with handouts that have been printed, and files that are none."""
    folder = small / "build" / "handouts"
    folder.mkdir(parents=True)
    for name in (
        "plan.trainer.he.pdf",
        "plan.blank.he.pdf",
        "plan.blank.he.docx",
        "plan.guided.he.pdf",
        "plan.blank.en.pdf",
        "plan-b.blank.he.pdf",
        "story-ruth.guided.en.pdf",
        "plan.blank.he.txt",
    ):
        (folder / name).write_bytes(b"12345")
    return small


def test_a_page_lists_its_handouts_in_its_language_blank_first(printed: Path) -> None:
    found = [
        (row["copy"], row["format"], row["href"]) for row in links(printed, "exercises/plan/index.he.md")
    ]
    assert found == [
        ("blank", "docx", "../../handouts/plan.blank.he.docx"),
        ("blank", "pdf", "../../handouts/plan.blank.he.pdf"),
        ("guided", "pdf", "../../handouts/plan.guided.he.pdf"),
        ("trainer", "pdf", "../../handouts/plan.trainer.he.pdf"),
    ]


def test_a_handout_is_fully_described(printed: Path) -> None:
    assert links(printed, "cases/ruth/index.en.md") == [
        {
            "copy": "guided",
            "lang": "en",
            "href": "../../../handouts/story-ruth.guided.en.pdf",
            "format": "pdf",
            "bytes": 5,
        }
    ]


def test_other_pages_have_no_handouts(printed: Path) -> None:
    assert [links(printed, uri) for uri in ("index.he.md", "guide/one.en.md")] == [[], []]


def test_all_that_a_template_is_told(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    project = load(small)
    told = [pagedata.for_template(project.by_uri[f"guide/one.{lang}.md"], project) for lang in ("he", "en")]
    assert [(data["lang"], data["address"], data["stale"], data["handouts"]) for data in told] == [
        ("he", "guide/one/", False, []),
        ("en", "guide/one/", True, []),
    ]


@pytest.mark.parametrize(
    ("front", "good"),
    [
        ("title: T\ndescription: D\nhide: [toc]\n", {"title": "T", "description": "D", "hide": ["toc"]}),
        ("title: 5\ndescription: [D]\nhide: toc\ndoors: [a]\nunknown: x\n", {}),
        ("title: T\ntemplate: none.html\n", {"title": "T"}),
        ("title: T\ntemplate: 7\n", {"title": "T"}),
        ("title: T\ntemplate: home.html\n", {"title": "T", "template": "home.html"}),
        ("title: [\n", {}),
    ],
)
def test_themes_see_only_what_is_right_in_a_front_matter(
    front: str, good: dict[str, object], small: Path
) -> None:
    (small / "overrides").mkdir()
    (small / "overrides" / "home.html").write_text("", encoding="utf-8")
    (small / "docs" / "index.he.md").write_text(f"---\n{front}---\ntext\n", encoding="utf-8")
    project = load(small)
    assert pagedata.good_meta(project.by_uri["index.he.md"], project) == good
