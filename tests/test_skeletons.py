"""What `new` makes is faultless once it is in the navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import check, content, render, report, skeletons
from kb.siteconfig import site_config
from support import Edit

KINDS = [("page", "guide/two"), ("exercise", "letter"), ("case", "naomi"), ("workshop", "morning")]
NAMES = {
    "page": "guide/two.md",
    "exercise": "exercises/letter/index.md",
    "case": "cases/naomi/index.md",
    "workshop": "workshops/morning/index.md",
}
FILES = {
    "page": ["docs/guide/two.he.md", "docs/guide/two.en.md"],
    "exercise": [
        "exercises/letter/index.he.md",
        "exercises/letter/index.en.md",
        "exercises/letter/exercise.yml",
    ],
    "case": ["cases/naomi/index.he.md", "cases/naomi/index.en.md", "cases/naomi/case.yml"],
    "workshop": [
        "workshops/morning/index.he.md",
        "workshops/morning/index.en.md",
        "workshops/morning/plan.yml",
    ],
}


def put(root: Path, kind: str, slug: str) -> None:
    """Write a skeleton into the small project, whose model page has another name and which has one unit."""
    for path, text in skeletons.files(kind, slug).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("guide/support-model", "guide/one").replace("units: [7]", "units: [1]")
        (root / path).write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(("kind", "slug"), KINDS)
def test_files(kind: str, slug: str) -> None:
    assert list(skeletons.files(kind, slug)) == FILES[kind]


@pytest.mark.parametrize(("kind", "slug"), KINDS)
def test_a_skeleton_is_faultless(kind: str, slug: str, small: Path, edit: Edit) -> None:
    put(small, kind, slug)
    edit("mkdocs.yml", "  - guide/one.md\n", f"  - guide/one.md\n  - {NAMES[kind]}\n")
    assert report.as_text(check.source(content.load(small))) == ""


@pytest.mark.parametrize(("kind", "slug"), KINDS)
def test_all_that_is_missing_is_the_navigation(kind: str, slug: str, small: Path) -> None:
    put(small, kind, slug)
    path = next(path for path in FILES[kind] if path.endswith(".en.md"))
    assert report.as_text(check.source(content.load(small))) == (
        f"{path}: nav: the page is missing from the navigation: {NAMES[kind]}. "
        "Fix: add it to nav in mkdocs.yml."
    )


@pytest.mark.parametrize(("kind", "slug"), KINDS)
@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_skeleton_can_be_shown(kind: str, slug: str, lang: str, small: Path) -> None:
    put(small, kind, slug)
    project = content.load(small)
    page = project.pairs[NAMES[kind]].pages[lang]
    html = render.fragment(page, project, site_config(small))
    assert ("kb-takeaway" in html, "///" in html, "{fact:" in html) == (True, False, False)


def test_the_real_project_has_the_page_that_skeletons_name(small: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    assert "guide/support-model.md" in content.load(root).pairs
