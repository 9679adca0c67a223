"""Facts, citations and terms in running text, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.content import Page, Project, load
from kb.inline import citations, facts, terms
from support import Edit

REFERENCES = """\
[
  {"id": "maslow1954", "type": "book", "language": "en", "title": "Motivation and personality",
   "author": [{"family": "Maslow", "given": "A. H."}], "issued": {"date-parts": [[1954]]}},
  {"id": "omer1997", "type": "book", "language": "he", "title": "הסמכות ההורית",
   "author": [{"family": "עומר", "given": "חיים"}], "issued": {"date-parts": [[1997]]},
   "custom": {"cite_en": "Omer"}}
]
"""


@pytest.fixture
def project(small: Path) -> Project:
    (small / "docs/reference/references.json").write_text(REFERENCES, encoding="utf-8")
    return load(small)


def page(project: Project, uri: str) -> Page:
    return project.by_uri[uri]


CARD_HE = (
    '<span class="kb-term-card" id="kb-term-self-efficacy" popover data-search-exclude>'
    "<strong>מסוגלות עצמית</strong> כמה אנשים מאמינים שהם יכולים. "
    '<a href="../../reference/glossary/#self-efficacy">עוד במילון המונחים</a></span>'
)
CARD_EN = (
    '<span class="kb-term-card" id="kb-term-self-efficacy" popover data-search-exclude>'
    "<strong>self-efficacy</strong> How far people believe that they can. "
    '<a href="../../reference/glossary/#self-efficacy">More in the glossary</a></span>'
)
BUTTON = '<button type="button" class="kb-term" popovertarget="kb-term-self-efficacy">{}</button>'


# Facts


def test_an_exercise_names_its_minutes_and_its_steps(project: Project) -> None:
    exercise = page(project, "exercises/plan/index.he.md")
    assert facts.values(exercise, project) == {"minutes": "20", "write-down": "15", "talk": "5"}
    text = "{fact:minutes} דקות, {fact:write-down} ו{fact:talk}"
    assert facts.expand(text, exercise, project) == "20 דקות, 15 ו5"


def test_a_case_names_its_facts_in_the_language_of_the_page(small: Path, edit: Edit) -> None:
    edit("cases/ruth/case.yml", "facts:\n", "facts:\n  wait: {he: שבוע, en: a week, booklet: 1}\n")
    project = load(small)
    values = [facts.values(page(project, f"cases/ruth/index.{lang}.md"), project) for lang in ("he", "en")]
    assert values == [{"wait": "שבוע", "age": "22"}, {"wait": "a week", "age": "22"}]


def test_unknown_facts_and_pages_without_facts_stay_as_written(project: Project) -> None:
    text = "{fact:nosuch} {fact:} {fact:minutes"
    assert facts.expand(text, page(project, "exercises/plan/index.en.md"), project) == text
    assert facts.expand("{fact:minutes}", page(project, "guide/one.en.md"), project) == "{fact:minutes}"


@pytest.mark.parametrize("text", ["", "facts: 3\n", "facts: [a]\n", "steps: 3\n", "steps: [3]\n", "- a\n"])
def test_facts_of_the_wrong_kind_are_no_facts(text: str, small: Path) -> None:
    (small / "exercises/plan/exercise.yml").write_text(text, encoding="utf-8")
    project = load(small)
    assert facts.values(page(project, "exercises/plan/index.he.md"), project) == {}


# Citations


@pytest.mark.parametrize(
    ("text", "hebrew", "english"),
    [
        (
            "[@maslow1954]",
            "([Maslow, 1954](../reference/references.md#maslow1954){ .kb-cite })",
            "([Maslow, 1954](../reference/references.md#maslow1954){ .kb-cite })",
        ),
        (
            "[-@omer1997]",
            "([1997](../reference/references.md#omer1997){ .kb-cite })",
            "([1997](../reference/references.md#omer1997){ .kb-cite })",
        ),
        (
            "[@omer1997, 6]",
            "([עומר, 1997, עמ׳ 6](../reference/references.md#omer1997){ .kb-cite })",
            "([Omer, 1997, p. 6](../reference/references.md#omer1997){ .kb-cite })",
        ),
        (
            "[@omer1997, 6–8]",
            "([עומר, 1997, עמ׳ 6–8](../reference/references.md#omer1997){ .kb-cite })",
            "([Omer, 1997, pp. 6–8](../reference/references.md#omer1997){ .kb-cite })",
        ),
        (
            "[@maslow1954; -@omer1997, 3, 9]",
            "([Maslow, 1954](../reference/references.md#maslow1954){ .kb-cite }; "
            "[1997, עמ׳ 3, 9](../reference/references.md#omer1997){ .kb-cite })",
            "([Maslow, 1954](../reference/references.md#maslow1954){ .kb-cite }; "
            "[1997, pp. 3, 9](../reference/references.md#omer1997){ .kb-cite })",
        ),
    ],
)
def test_citations(text: str, hebrew: str, english: str, project: Project) -> None:
    shown = [citations.expand(text, page(project, f"guide/one.{lang}.md"), project) for lang in ("he", "en")]
    assert shown == [hebrew, english]


@pytest.mark.parametrize(
    "text", ["[@nosuch]", "[@maslow1954; @nosuch]", "[@]", "[name@example.org]", "[@maslow1954](a.md)"]
)
def test_unknown_citations_stay_as_written(text: str, project: Project) -> None:
    assert citations.expand(text, page(project, "guide/one.he.md"), project) == text


@pytest.mark.parametrize(
    ("uri", "target"),
    [
        ("index.he.md", "reference/references.md#a"),
        ("guide/one.he.md", "../reference/references.md#a"),
        ("cases/ruth/index.en.md", "../../reference/references.md#a"),
        ("reference/references.en.md", "references.md#a"),
    ],
)
def test_citations_lead_to_the_list_from_every_folder(uri: str, target: str, project: Project) -> None:
    assert citations.target(page(project, uri), "a") == target


# Terms


def expand_terms(text: str, lang: str, project: Project) -> str:
    return terms.expand(text, page(project, f"guide/one.{lang}.md"), project, set())


def test_a_term_is_a_button_with_its_card(project: Project) -> None:
    hebrew = expand_terms("על [מסוגלות](term:self-efficacy) ועוד", "he", project)
    english = expand_terms("on [efficacy](term:self-efficacy) and more", "en", project)
    assert hebrew == f"על {BUTTON.format('מסוגלות')}{CARD_HE} ועוד"
    assert english == f"on {BUTTON.format('efficacy')}{CARD_EN} and more"


def test_prefix_letters_and_punctuation_stay_with_the_term(project: Project) -> None:
    hebrew = expand_terms("ול[מסוגלות](term:self-efficacy), ועוד", "he", project)
    english = expand_terms("(see [efficacy](term:self-efficacy)).", "en", project)
    assert hebrew == f'<span class="kb-joined">ול{BUTTON.format("מסוגלות")},</span>{CARD_HE} ועוד'
    assert english == f'(see <span class="kb-joined">{BUTTON.format("efficacy")}).</span>{CARD_EN}'


def test_a_word_before_a_term_is_no_prefix(project: Project) -> None:
    text = expand_terms("שלהם[מסוגלות](term:self-efficacy)", "he", project)
    assert text == f"שלהם{BUTTON.format('מסוגלות')}{CARD_HE}"


def test_only_the_first_mark_of_a_term_carries_its_card(project: Project) -> None:
    shown: set[str] = set()
    here = page(project, "guide/one.he.md")
    first = terms.expand("[מסוגלות](term:self-efficacy)", here, project, shown)
    later = terms.expand("ב[מסוגלות](term:self-efficacy), ו[זו](term:self-efficacy)", here, project, shown)
    assert first == f"{BUTTON.format('מסוגלות')}{CARD_HE}"
    assert (later, shown) == ("במסוגלות, וזו", {"self-efficacy"})


@pytest.mark.parametrize("text", ["[x](term:nosuch)", "ו[x](term:),", "[x](term: self-efficacy)", "(term:x)"])
def test_unknown_terms_stay_as_written(text: str, project: Project) -> None:
    assert expand_terms(text, "he", project) == text


def test_words_of_the_termbase_are_escaped(small: Path, edit: Edit) -> None:
    edit("docs/reference/terms.yml", "en: self-efficacy", "en: A & <B>")
    text = expand_terms("[x](term:self-efficacy)", "en", load(small))
    assert "<strong>A &amp; &lt;B&gt;</strong>" in text


# All three


def test_line_counts_are_kept(project: Project) -> None:
    text = "a\n[@maslow1954; @omer1997]\n\n{fact:minutes}\n[x](term:self-efficacy)\n[@omer1997] b\n"
    here = page(project, "exercises/plan/index.en.md")
    for expanded in (
        facts.expand(text, here, project),
        citations.expand(text, here, project),
        terms.expand(text, here, project, set()),
    ):
        assert expanded != text
        assert expanded.count("\n") == text.count("\n")
