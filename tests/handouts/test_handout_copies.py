"""What stands in which copy, and in which order it is read."""

from __future__ import annotations

import pytest

from handouts.printed import elements, fragment, meta, opened, printed, render, spoken
from kb.handouts.document import document

HE_SHEET = [
    "מפת הקשרים שלי",
    "דף אחד לעבודה בזוגות.",
    "בחלק א של המפה כותבים ראשי תיבות בלבד.",
    "תאריך",
    "עם מי עובדים",
    "חלק א: את מי אני מכירים?",
    "מס׳ מי מאיפה 1 2",
    "אל מי אפנה קודם (שם, תפקיד, מקום), ומה אגיד?",
    "כמה קל לי לפנות?",
    "בכלל לא 1 2 3 4 5 מאוד",
    "לפני שמסיימים, סמנו:",
    "יש שלושה אנשים ברשימה.",
    "נקבע יום לשיחה: יום ג׳, 09:30.",
]
EN_SHEET = [
    "My map of ties",
    "One sheet for work in pairs.",
    "In part A of the map write initials only.",
    "Date",
    "Working with",
    "Part A: whom do I know?",
    "No. Who From where 1 2",
    "Whom will I ask first (name, job, place), and what will I say?",
    "How easy is it to ask?",
    "not at all 1 2 3 4 5 very",
    "Before you finish, tick:",
    "Three people are on the list.",
    "A day is set: Tuesday, 09:30.",
]


@pytest.mark.parametrize(("lang", "sheet"), [("he", HE_SHEET), ("en", EN_SHEET)])
def test_the_blank_copy_of_an_exercise_is_its_sheet(lang: str, sheet: list[str]) -> None:
    assert spoken(opened(printed("worksheet", "blank", lang))) == " ".join(sheet)


def test_subheadings_of_the_sheet_move_up() -> None:
    roles = [role for role, _ in elements(opened(printed("worksheet", "blank", "he")))]
    assert [role for role in roles if role.startswith("H")] == ["H1", "H2"]


@pytest.mark.parametrize(
    ("copy", "hint", "notes"),
    [("blank", False, False), ("guided", True, False), ("trainer", True, True)],
)
@pytest.mark.parametrize(
    ("lang", "hint_text", "notes_text"),
    [
        ("he", "רמז נתקעתם? שכן, מורה לשעבר, מי שעבדו אתכם ב־2019.", "הדפיסו דף לכל אחד ואחת."),
        ("en", "Hint Stuck? A neighbour, a former teacher,", "Print a sheet for each person."),
    ],
)
def test_hints_and_notes(
    copy: str, hint: bool, notes: bool, lang: str, hint_text: str, notes_text: str
) -> None:
    text = spoken(opened(printed("worksheet", copy, lang)))
    assert (hint_text in text, notes_text in text) == (hint, notes)


def test_the_sheet_begins_a_page_of_the_longer_copies() -> None:
    pdf = opened(printed("worksheet", "trainer", "he"))
    assert len(pdf.pages) == 2
    outline = pdf.Root.Outlines.First
    while str(outline.Title) != "הדף":
        outline = outline.get("/Next", outline.get("/First"))
    assert outline.Dest[0].objgen == pdf.pages[1].obj.objgen


def test_a_case_to_discuss_does_not_tell_the_end() -> None:
    pdf = opened(printed("case", "blank", "he"))
    text = spoken(pdf)
    assert "רות, בת 40, מתחילה לחפש עבודה אחרי עשר שנים בבית." in text
    assert "מה הייתם עושים, ומדוע?" in text
    for told in ("המאמנת חיכתה.", "היא נשארה", "חיפוש", "סיימו בסבב קצר."):
        assert told not in text
    assert len(pdf.pages) == 2, "what follows the decision begins a page"


@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_guided_case_tells_what_happened_after_its_question(lang: str) -> None:
    text = spoken(opened(printed("case", "guided", lang)))
    question, told = {
        "he": ("מה הייתם עושים, ומדוע?", "מה קרה בפועל המאמנת חיכתה."),
        "en": ("What would you do, and why?", "What happened The coach waited."),
    }[lang]
    assert 0 < text.index(question) < text.index(told)


@pytest.mark.parametrize("sample", ["worksheet", "case"])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_strict_reader_hears_every_line_of_the_trainers_copy(sample: str, lang: str) -> None:
    tree = document(fragment(sample, lang), meta(sample, "trainer", lang)).tree
    text = spoken(opened(printed(sample, "trainer", lang)))
    lines = [" ".join("".join(node.itertext()).split()) for node in tree.iter("p", "h2", "h3", "td", "dt")]
    # The note's text comes between the words that refer to it and the full stop after them.
    lines = [line for line in lines if line and "1360" not in line]
    assert len(lines) > 10
    assert [line for line in lines if line not in text] == []


def test_definitions_of_terms_stay_on_the_page() -> None:
    text = spoken(opened(printed("worksheet", "guided", "he")))
    assert "קשרים חלשים" in text
    assert "מכרים של מכרים" not in text


def test_a_footnote_stands_with_the_words_it_belongs_to() -> None:
    found = elements(opened(printed("worksheet", "guided", "en")))
    assert ("Note", "1The paper is about people who found work.") in found
    assert not any("↩" in text for _, text in found)


def test_a_figure_is_read_by_its_text_alternative() -> None:
    found = elements(opened(printed("case", "trainer", "he")))
    assert ("Figure", "מה קרה. 1. חיפוש; 2. עבודה") in found
    assert ("Caption", "מה קרה, לפי הסדר") in found


def test_roles() -> None:
    html = (
        '<h2 id="a">A</h2><h3 id="b">B</h3><h4 id="c">C</h4><p>x <strong>s</strong> <em>e</em></p>'
        "<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>n</li></ol>"
        "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>"
    )
    roles = [role for role, _ in elements(opened(render(html)))]
    assert roles[:7] == ["Document", "H1", "H2", "H3", "H4", "P", "Strong"]
    assert roles.count("L") == 3
    assert [role for role in roles if role in ("Table", "THead", "TBody", "TR", "TH", "TD")] == [
        *("Table", "THead", "TR", "TH"),
        *("TBody", "TR", "TD"),
    ]


def test_links_lead_where_they_can_be_followed() -> None:
    html = (
        '<h2 id="a">A</h2><p><a href="https://example.org/x/">out</a> <a href="#a">up</a> '
        '<a href="#no">gone</a></p>'
    )
    pdf = opened(render(html))
    links = [annotation for annotation in pdf.pages[0].Annots if annotation.Subtype == "/Link"]
    assert [str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A] == [
        "https://example.org/x/"
    ]
    assert len(links) == 2
    assert "out up gone" in spoken(pdf)
