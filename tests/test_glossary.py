"""The termbase as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.content import load
from kb.reference.glossary import glossary_html

TERMS = """\
terms:
  - {id: vision, he: חזון, en: vision, definition_he: לאן., definition_en: Where to., see: [coach, nosuch]}
  - {id: work-first, he: Work First, en: Work First, definition_he: עבודה., definition_en: A job.}
  - id: coach
    he: אימון
    en: coaching
    definition_he: א & ב.
    definition_en: A < B.
    see: [vision, work-first]
    page: guide/one
  - {id: story, he: סיפור, en: Story, definition_he: ס., definition_en: S., page: cases/ruth}
  - {id: lost, he: קול, en: lost, definition_he: ל., definition_en: L., page: guide/none}
  - {id: broken, he: ב}
"""


def html(root: Path, lang: str, text: str = TERMS) -> list[str]:
    (root / "docs/reference/terms.yml").write_text(text, encoding="utf-8")
    project = load(root)
    return glossary_html(project.by_uri[f"reference/glossary.{lang}.md"], project).splitlines()


def test_hebrew(small: Path) -> None:
    rows = html(small, "he")
    assert (rows[0], rows[-1]) == ('<dl class="kb-glossary">', "</dl>")
    assert rows[1] == (
        '<div class="kb-entry"><dt id="coach">אימון '
        '<span class="kb-entry-other" lang="en" dir="ltr">coaching</span></dt>'
        "<dd>א &amp; ב.</dd>"
        '<dd class="kb-entry-other" lang="en" dir="ltr">A &lt; B.</dd>'
        '<dd class="kb-entry-links">ראו גם: <a href="#vision">חזון</a>, '
        '<a href="#work-first">Work First</a>. '
        'בעמוד <a href="../../guide/one/">עמוד אחד</a></dd></div>'
    )


def test_english(small: Path) -> None:
    rows = html(small, "en")
    assert rows[1] == (
        '<div class="kb-entry"><dt id="coach">coaching '
        '<span class="kb-entry-other" lang="he" dir="rtl">אימון</span></dt>'
        "<dd>A &lt; B.</dd>"
        '<dd class="kb-entry-other" lang="he" dir="rtl">א &amp; ב.</dd>'
        '<dd class="kb-entry-links">See also: <a href="#vision">vision</a>, '
        '<a href="#work-first">Work First</a>. '
        'On the page <a href="../../guide/one/">One page</a></dd></div>'
    )


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("he", ["coach", "vision", "story", "lost", "work-first"]),
        ("en", ["coach", "lost", "story", "vision", "work-first"]),
    ],
)
def test_order(lang: str, order: list[str], small: Path) -> None:
    """By name; on the Hebrew page Latin names come last."""
    ids = [row.split('<dt id="')[1].split('"')[0] for row in html(small, lang)[1:-1]]
    assert ids == order


def test_a_term_with_nothing_to_point_to_has_no_links(small: Path) -> None:
    rows = {row.split('"')[3]: row for row in html(small, "he")[1:-1]}
    assert ["kb-entry-links" in rows[name] for name in ("work-first", "lost")] == [False, False]


def test_pages_with_a_folder_of_their_own_are_found(small: Path) -> None:
    rows = {row.split('"')[3]: row for row in html(small, "en")[1:-1]}
    assert 'On the page <a href="../../cases/ruth/">A test story</a></dd>' in rows["story"]


@pytest.mark.parametrize("text", ["", "terms: []\n", "terms: 3\n", "- a\n", "terms: [\n"])
def test_no_terms(text: str, small: Path) -> None:
    assert html(small, "he", text) == ['<dl class="kb-glossary">', "", "</dl>"]
