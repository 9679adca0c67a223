"""The knowledge base holds what the booklet knows: its works, its numbers, its figures, its terms."""

from __future__ import annotations

import re
from functools import cache

import pytest

from kb import check, content, render, report
from kb.figures import drawing, known_figures
from support import ROOT

# Every entry of the booklet's own list of works, chapter 10.
BOOKLET_WORKS = [
    "binyamin2007",
    "whitworth1998",
    "zilberman2001",
    "zilcha2009",
    "trachtingot2009",
    "katz2005",
    "wikipedia2009",
    "lichtenstein",
    "omer1997",
    "popper1990",
    "frankl1970",
    "tzemach2009",
    "covey1999",
    "tamir2007",
    "tevet2010",
    "allen1994",
    "bandura1977",
    "dreikurs1991",
    "euse2009",
    "granovetter1973",
    "james1904",
    "martin1997",
    "maslow1954",
    "maslow1968",
    "nightingale2002",
    "rogers1951",
    "seligman1991",
    "taylor1996",
    "williams2008",
    "yunus2008",
]

# page -> (what the Hebrew must say, what the English must say), numbers as the booklet prints them
NUMBERS: dict[str, list[tuple[str, str]]] = {
    "guide/introduction.md": [("חצי שנה", "half a year|six months")],
    "guide/program-components.md": [("Nightingale", "Nightingale"), ("Martin|מרטין", "Martin")],
    "guide/coaching-and-therapy.md": [
        ("שלושה עד שישה חודשים|3–6 חודשים", "[Tt]hree to six months|3–6 months")
    ],
    "guide/employment-coaching.md": [
        (
            "שנתיים עד שלוש|שנתיים–שלוש|2–3 שנים|שנתיים או שלוש|שנתיים־שלוש",
            "two to three years|2–3 years|two or three years",
        ),
        ("משלי", "Proverbs"),
    ],
    "guide/support-model.md": [("תשעה צירים|תשעת הצירים", "[Nn]ine axes"), ("בנדורה|Bandura", "Bandura")],
    "cases/moshe/index.md": [
        ("עשרים ושתיים|22", "twenty-two|22"),
        ("שנה וחצי", "year and a half"),
        ("שלוש פעמים|שלוש תעודות|שלוש", "three"),
    ],
    "cases/limor/index.md": [
        ("שלושים", "thirty"),
        ("שלושה חודשים", "three months"),
        ("שנה וחצי", "year and a half"),
        ("שמונה־עשר חודשים", "eighteen months"),
    ],
    "cases/dimona/index.md": [
        ("70", "70"),
        ("45", "45"),
        ("60", "60"),
        ("20–45", "20–45|20 to 45"),
        ("8–11", "8–11|8 to 11"),
        ("12", "12|twelve"),
        ("15", "15|fifteen"),
    ],
    "issues/vision.md": [("36", "36"), ("חמש|5", "five|5")],
    "issues/responsibility.md": [("SMART", "SMART"), ("ינוס|Yunus", "Yunus")],
    "issues/family.md": [("7:45", "7:45"), ("שבע", "[Ss]even")],
    "issues/individualism.md": [("Granovetter|גרנובטר", "Granovetter")],
    "guide/summary.md": [("SROI", "SROI"), ("עלות", "[Cc]ost")],
    "ethics/code.md": [("שמונה סעיפים|שמונת", "[Ee]ight clauses")],
}


@cache
def project() -> content.Project:
    return content.load(ROOT)


@cache
def shown(name: str, lang: str) -> str:
    """Return what a page says, with its facts in place and its drawings left out."""
    return render.expand(project().pairs[name].pages[lang], project())


@pytest.mark.parametrize("work", BOOKLET_WORKS)
def test_every_work_of_the_booklet_is_listed_and_cited(work: str) -> None:
    assert work in project().works
    cited = {key for page in project().pages if page.lang == "he" for key in page.outline.cited_keys}
    assert work in cited


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_of_the_booklet_stand_on_their_page(name: str, lang: str) -> None:
    text = shown(name, lang)
    wanted = [pair[0 if lang == "he" else 1] for pair in NUMBERS[name]]
    assert [number for number in wanted if not re.search(number, text)] == []


@pytest.mark.parametrize("lang", ["he", "en"])
def test_every_figure_is_drawn_with_words_of_the_language(lang: str) -> None:
    figures = known_figures(project())
    assert len(figures) >= 9
    letters = re.compile("[א-ת]" if lang == "he" else "[A-Za-z]{3}")
    for slug in figures:
        html = drawing(slug, lang, project())
        labels = re.findall(r"<text[^>]*>([^<]+)</text>", html)
        assert len(labels) >= 4, slug
        assert [text for text in labels if letters.search(text)], slug
        alternative = re.search(r"<desc[^>]*>([^<]+)</desc>", html)
        assert alternative and len(alternative[1]) > 60, slug


def test_the_glossary_has_its_terms_in_both_languages() -> None:
    terms = project().termbase
    assert len(terms) >= 120
    for term in terms.values():
        assert re.search("[א-ת]", term["definition_he"]), term["id"]
        assert not re.search("[א-ת]", term["definition_en"]), term["id"]


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_three_cases_stop_and_ask(lang: str) -> None:
    for slug in ("moshe", "limor", "dimona"):
        blocks = project().pairs[f"cases/{slug}/index.md"].pages[lang].outline.blocks
        pauses = [block for block in blocks if block.name == "pause"]
        asked = {block.parent.line for block in blocks if block.name == "write" and block.parent}
        told = {block.parent.line for block in blocks if block.name == "reveal" and block.parent}
        assert len(pauses) >= 3, slug
        assert {pause.line for pause in pauses} <= asked & told, slug


def test_the_project_itself_has_no_findings() -> None:
    assert report.as_text(check.source(project())) == ""
