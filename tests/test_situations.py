"""The ethics desk: situations as records, and the finder, lists and summaries made of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from lxml import html

from kb import render
from kb.content import Page, Project, load
from kb.ethics import situations
from kb.ethics.finder import finder_html
from support import ROOT, Edit

CODE = """---
title: {title}
description: A page of the code for a test, with two clauses and nothing else on it.
---
## {one} {{ #e1 }}

<!-- kb:clause e1 -->

## {two} {{ #e2 }}

<!-- kb:clause e2 -->
"""


@pytest.fixture
def desk(small: Path) -> Path:
    """The small project with a page of the code and a finder."""
    ethics = small / "docs" / "ethics"
    ethics.mkdir()
    titles = {
        "he": ("קוד", "1. כשירות: ממה?", "2. יושרה: מותר?"),
        "en": ("Code", "1. Skill: of what?", "2. A & B: may I?"),
    }
    for lang, (title, one, two) in titles.items():
        page = CODE.format(title=title, one=one, two=two)
        (ethics / f"code.{lang}.md").write_text(page, encoding="utf-8", newline="\n")
        finder = "---\ntitle: Find\ndescription: D\n---\n<!-- kb:situations -->\n"
        (ethics / f"index.{lang}.md").write_text(finder, encoding="utf-8", newline="\n")
    return small


def page_of(project: Project, uri: str) -> Page:
    return project.by_uri[uri]


def completed(root: Path, uri: str) -> html.HtmlElement:
    """Return a page's body with its lists in place; the Markdown around them stays as it is."""
    project = load(root)
    page = page_of(project, uri)
    return html.fragment_fromstring(render.complete(page.body, page, project), create_parent="div")


def test_a_situation_knows_its_facts(small: Path) -> None:
    [row] = situations.situations(load(small), "en")
    assert (row.slug, row.title, row.clauses) == ("gift", "An employer sent a gift", ["e2"])
    assert row.says == ["I was given a present", "vouchers from an employer", "may I take a gift"]


@pytest.mark.parametrize(
    ("old", "new", "clauses"),
    [
        ("clauses: [e2]", "clauses: e2", []),
        ("clauses: [e2]", "clauses: [e9, 5, e2]", ["e2"]),
        ("clauses: [e2]", "clauses:", []),
    ],
)
def test_faulty_facts_are_left_to_the_check(
    old: str, new: str, clauses: list[str], desk: Path, edit: Edit
) -> None:
    edit("situations/gift/situation.yml", old, new)
    project = load(desk)
    [row] = situations.situations(project, "he")
    assert row.clauses == clauses
    for uri in ("ethics/index.he.md", "ethics/code.en.md", "ethics/situations/gift/index.en.md"):
        completed(desk, uri)


def test_unreadable_facts_leave_the_situation_out(desk: Path, edit: Edit) -> None:
    edit("situations/gift/situation.yml", "clauses: [e2]", "clauses: [e2")
    assert situations.situations(load(desk), "he") == []
    assert completed(desk, "ethics/index.he.md").find_class("kb-situation") == []


def test_the_order_is_by_main_clause_and_then_by_name(desk: Path) -> None:
    folder = desk / "situations"
    for slug, clauses, title in (("b", "[e1, e2]", "Zebra"), ("c", "[e1]", "Apple")):
        (folder / slug).mkdir()
        facts = (folder / "gift" / "situation.yml").read_text(encoding="utf-8")
        (folder / slug / "situation.yml").write_text(facts.replace("[e2]", clauses), encoding="utf-8")
        words = f"---\ntitle: {title}\ndescription: D\n---\n"
        (folder / slug / "index.en.md").write_text(words, encoding="utf-8")
    assert [row.slug for row in situations.situations(load(desk), "en")] == ["b", "c", "gift"]
    listed = completed(desk, "ethics/code.en.md").find_class("kb-clause-situations")
    assert [[a.text for a in box.iter("a")] for box in listed] == [
        ["Zebra", "Apple"],
        ["Zebra", "An employer sent a gift"],
    ]


def test_the_list_of_a_clause_leads_to_its_situations(desk: Path) -> None:
    tree = completed(desk, "ethics/code.en.md")
    assert [a.get("href") for a in tree.iter("a")] == ["../situations/gift/"]


def test_a_comment_for_an_unknown_clause_makes_no_list(desk: Path) -> None:
    page = page_of(load(desk), "ethics/code.en.md")
    assert situations.clause_list_html("e9", page, load(desk)) == ""


def test_the_summary_of_a_situation(desk: Path) -> None:
    tree = completed(desk, "ethics/situations/gift/index.en.md")
    [facts] = tree.find_class("kb-facts")
    assert [" ".join(row.text_content().split()) for row in facts] == [
        "Clauses2. A & B",
        "Who is involvedemployer",
        "Stageplacement",
        "What the code saysthere is a clear line",
    ]
    assert [a.get("href") for a in facts.iter("a")] == ["../../code/#e2"]


def test_a_grey_situation_claims_no_line(desk: Path, edit: Edit) -> None:
    edit("situations/gift/situation.yml", "line: clear", "line: grey")
    [facts] = completed(desk, "ethics/situations/gift/index.he.md").find_class("kb-facts")
    assert "יש קו ברור" not in facts.text_content()


def test_the_finder_is_a_list_in_order_with_all_its_facts(desk: Path) -> None:
    tree = completed(desk, "ethics/index.en.md")
    [item] = tree.find_class("kb-situation")
    assert {name: item.get(f"data-kb-{name}") for name in ("clause", "who", "stage", "says")} == {
        "clause": "e2",
        "who": "employer",
        "stage": "placement",
        "says": "I was given a present|vouchers from an employer|may I take a gift",
    }
    assert [(a.get("href"), a.text) for a in item.iter("a")] == [
        ("situations/gift/", "An employer sent a gift"),
        ("code/#e2", "2. A & B"),
    ]
    assert [heading.text for heading in tree.iter("h2")] == ["2. A & B"]


def test_what_only_the_script_can_use_is_in_a_template(desk: Path) -> None:
    [finder] = completed(desk, "ethics/index.he.md").find_class("kb-finder")
    controls = list(finder.iter("input", "select", "button"))
    assert [node.get("name") for node in controls] == ["say", "who", "clause", "stage", None]
    assert all(any(above.tag == "template" for above in node.iterancestors()) for node in controls)
    named = {label.get("for") for label in finder.iter("label")}
    assert {node.get("id") for node in finder.iter("input", "select")} == named


def test_text_from_the_facts_is_never_markup(desk: Path, edit: Edit) -> None:
    edit("situations/gift/situation.yml", "may I take a gift", "'\"><b>bold</b>'")
    edit("situations/gift/index.en.md", "An employer sent a gift", "A <b>gift</b> & more")
    project = load(desk)
    page = page_of(project, "ethics/index.en.md")
    made = finder_html(page, project)
    assert "<b>" not in made
    tree = html.fragment_fromstring(made)
    assert tree.find_class("kb-situation")[0].get("data-kb-says", "").endswith('|"><b>bold</b>')


# The project's own situations


def own() -> dict[str, list[situations.Situation]]:
    project = load(ROOT)
    return {lang: situations.situations(project, lang) for lang in ("he", "en")}


def test_there_are_enough_in_both_languages() -> None:
    slugs = {lang: {row.slug for row in rows} for lang, rows in own().items()}
    assert slugs["he"] == slugs["en"]
    assert len(slugs["he"]) >= 30


def test_every_clause_is_tested_by_three_at_least() -> None:
    counts = Counter(clause for row in own()["he"] for clause in row.clauses)
    assert {clause: counts[clause] for clause in situations.CLAUSES if counts[clause] < 3} == {}


def test_every_choice_of_every_filter_finds_something() -> None:
    rows = own()["he"]
    for key, names in (("who", situations.WHO["he"]), ("stage", situations.STAGE["he"])):
        used = {name for row in rows for name in row.texts(key)}
        assert set(names) - used == set(), key


def test_where_the_code_leaves_no_room_the_page_says_so_first() -> None:
    """`line: clear` and the paragraph that begins the options go together."""
    opening = {"he": "**קו ברור", "en": "**A clear line"}
    wrong = []
    for lang, rows in own().items():
        for row in rows:
            options = row.page.body.partition("{ #options }")[2].strip()
            if (row.facts["line"] == "clear") != options.startswith(opening[lang]):
                wrong.append(row.page.path)
    assert wrong == []


def test_a_situation_cites_in_its_text_the_clauses_of_its_facts() -> None:
    wrong = []
    for rows in own().values():
        for row in rows:
            part = row.page.body.partition("{ #clauses }")[2].partition("\n## ")[0]
            if not all(f"code.md#{clause}" in part for clause in row.clauses):
                wrong.append(row.page.path)
    assert wrong == []


def test_the_judged_list_is_large_enough_and_names_what_exists() -> None:
    judged = yaml.safe_load((ROOT / "tests" / "ethics" / "judged.yml").read_text(encoding="utf-8"))
    by_language = Counter(row["lang"] for row in judged)
    assert min(by_language["he"], by_language["en"]) >= 30
    assert sum(row.get("held_out", False) for row in judged) >= 20
    known = {row.slug for row in own()["he"]}
    assert {slug for row in judged for slug in row["right"]} - known == set()
