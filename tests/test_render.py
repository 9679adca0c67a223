"""A page with its marks expanded, and the fragment that paper shares."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import test_golden
from kb import check, pagedata, render
from kb.content import load
from kb.siteconfig import site_config
from support import Edit


def fragment(root: Path, uri: str) -> str:
    project = load(root)
    return render.fragment(project.by_uri[uri], project, site_config(root))


def hrefs(html: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', html)


@pytest.mark.parametrize(
    ("uri", "root"), [("he", "https://example.org/sub/"), ("en", "https://example.org/sub/en/")]
)
def test_links_of_a_fragment_are_absolute(uri: str, root: str, small: Path) -> None:
    assert hrefs(fragment(small, f"guide/one.{uri}.md")) == [
        f"{root}reference/glossary/#self-efficacy",
        f"{root}reference/references/#bandura1977",
        f"{root}cases/ruth/#start",
        f"{root}reference/references/#bandura1977",
    ]


def test_links_of_an_exercise_are_absolute_too(small: Path) -> None:
    assert hrefs(fragment(small, "exercises/plan/index.en.md")) == ["https://example.org/sub/en/guide/one/"]


def test_links_on_the_page_itself_and_elsewhere_stay(small: Path, edit: Edit) -> None:
    edit("docs/index.he.md", "שלום.", "[כאן](#x) [שם](https://example.com/a) [דואר](mailto:a@example.org)")
    assert hrefs(fragment(small, "index.he.md")) == [
        "#x",
        "https://example.com/a",
        "mailto:a@example.org",
        "https://example.org/sub/guide/one/#second",
    ]


def test_a_fragment_without_site_address_starts_at_the_root(small: Path, edit: Edit) -> None:
    edit("mkdocs.yml", "site_url: https://example.org/sub/\n", "")
    assert hrefs(fragment(small, "index.en.md")) == ["/en/guide/one/#second"]


def test_the_published_address_wins(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://coaching.example/base")
    assert hrefs(fragment(small, "index.en.md")) == ["https://coaching.example/base/en/guide/one/#second"]


def test_an_exercise_opens_with_its_facts(small: Path) -> None:
    html = fragment(small, "exercises/plan/index.he.md")
    assert html.startswith(
        '<dl class="kb-facts"><div><dt>לשם מה</dt><dd>לעבור לפעולה, להכיר כוחות וחסמים</dd></div>'
        "<div><dt>זמן</dt><dd>20 דקות</dd></div>"
        "<div><dt>איך עובדים</dt><dd>לבד</dd></div>"
        "<div><dt>כמה</dt><dd>עד 12 משתתפים ומשתתפות</dd></div>"
        "<div><dt>מה צריך</dt><dd>דף העבודה, עט</dd></div>"
        '<div><dt>מה מתרגלים</dt><dd><a href="https://example.org/sub/guide/one/">עמוד אחד</a></dd></div>'
        "</dl>\n\n"
        "<p>התרגיל נמשך 20 דקות.</p>"
    )


def test_facts_in_english(small: Path, edit: Edit) -> None:
    edit("exercises/plan/exercise.yml", "min: 1", "min: 4")
    edit("exercises/plan/exercise.yml", "setting: [alone]", "setting: [alone, pairs, group]")
    html = fragment(small, "exercises/plan/index.en.md")
    assert re.findall("<dd>([^<]+)</dd>", html) == [
        "Start acting, Get to know strengths and barriers",
        "20 minutes",
        "alone, in pairs, in a group",
        "4 to 12 people",
        "the sheet, a pen",
    ]


def test_code_keeps_its_marks(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "## ראשונה", "`[@bandura1977]`\n\n    {fact:x}\n\n## ראשונה")
    edit("docs/guide/one.he.md", "## שנייה", "```\n[x](term:self-efficacy)\n```\n\n## שנייה")
    project = load(small)
    text = render.expand(project.by_uri["guide/one.he.md"], project)
    assert ("`[@bandura1977]`" in text, "```\n[x](term:self-efficacy)\n```" in text) == (True, True)


def test_a_term_has_one_card_on_a_page(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "## ראשונה", "ושוב [מסוגלות](term:self-efficacy).\n\n## ראשונה")
    html = fragment(small, "guide/one.he.md")
    assert (html.count('id="kb-term-self-efficacy"'), html.count("<p>ושוב מסוגלות.</p>")) == (1, 1)


def test_expanding_keeps_the_lines(small: Path) -> None:
    project = load(small)
    page = project.by_uri["guide/one.he.md"]
    assert render.expand(page, project).count("\n") == page.body.count("\n")


def test_generated_lists_stand_in_place_of_their_comments(small: Path) -> None:
    assert fragment(small, "reference/glossary.he.md").startswith('<dl class="kb-glossary">')
    assert '<li id="bandura1977">' in fragment(small, "reference/references.en.md")


def test_a_figure_is_drawn_in_the_language_of_the_page(small: Path) -> None:
    for lang, word in (("he", "התחלה"), ("en", "Start")):
        html = fragment(small, f"cases/ruth/index.{lang}.md")
        figure = html[
            html.index('<figure class="kb-figure" id="figure-timeline-ruth">') : html.index("</figure>")
        ]
        assert ("<svg" in figure, f">{word}<" in figure, "<figcaption>" in figure) == (True, True, True)


def test_an_unknown_figure_is_an_empty_figure(small: Path, edit: Edit) -> None:
    edit("cases/ruth/index.en.md", "timeline-ruth", "nosuch")
    assert '<figure class="kb-figure" id="figure-nosuch"></figure>' in fragment(
        small, "cases/ruth/index.en.md"
    )


@pytest.mark.parametrize("case", test_golden.CASES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_faulty_pages_can_be_shown_all_the_same(case: Path, small: Path) -> None:
    """While serving, a fault is told and the author still sees the page: nothing may raise."""
    for edit in yaml.safe_load(case.read_text(encoding="utf-8"))["edits"]:
        test_golden.apply(small, edit)
    project = load(small)
    config = site_config(small)
    shown = [render.fragment(page, project, config) for page in project.pages]
    empty = {page.name for page, html in zip(project.pages, shown, strict=True) if not html}
    assert empty <= {"reference/references.md"}
    assert [pagedata.for_template(page, project)["lang"] for page in project.pages] == [
        page.lang for page in project.pages
    ]


WRONG = ["null", "3", "text", "true", "[]", "{}", "[null]", "{a: 1}", "[[1]]", "1.5", '""', "[x, {y: []}]"]
# What looks odd in this list and is no fault.
GOOD = {("facts", "{}"), ("terms", "[]")}


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("exercises/plan/exercise.yml", "minutes"),
        ("exercises/plan/exercise.yml", "group"),
        ("exercises/plan/exercise.yml", "setting"),
        ("exercises/plan/exercise.yml", "steps"),
        ("exercises/plan/exercise.yml", "practises"),
        ("cases/ruth/case.yml", "stages"),
        ("cases/ruth/case.yml", "facts"),
        ("cases/ruth/case.yml", "timeline"),
        ("docs/reference/terms.yml", "terms"),
    ],
)
@pytest.mark.parametrize("value", WRONG)
def test_wrong_kinds_are_findings_and_no_crash(file: str, key: str, value: str, small: Path) -> None:
    data = yaml.safe_load((small / file).read_text(encoding="utf-8"))
    data[key] = yaml.safe_load(value)
    (small / file).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    project = load(small)
    found = {finding.rule for finding in check.source(project) if finding.path == file}
    assert ("schema" in found) == ((key, value) not in GOOD)
    config = site_config(small)
    assert all(render.fragment(page, project, config) for page in project.pages)
