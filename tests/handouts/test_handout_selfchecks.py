"""Self-checks on paper: boxes to tick, and what is said of each option in the copies that carry it."""

from __future__ import annotations

import re

import pytest
from pikepdf import Name

from handouts.printed import opened, printed, spoken
from kb.handouts.structure import walk

ASKED = {
    "he": [
        "שיקול דעת רות מבקשת שלא תספרו למנהלת שלה. מה עושים?",
        "רות סיפרה לכם שהיא מחפשת עבודה אחרת. מחר תיפגשו עם המנהלת שלה.",
        "מה הייתם עושים? לדבר קודם עם רות לא לומר דבר ולא לשאול לדחות את הפגישה",
        "שאלה כמה פעמים נפגשים?",
        "איזו תשובה נכונה? פעם בשבוע לפי מה שקבעתם יחד רק כשמתקשרים אליכם",
    ],
    "en": [
        "Judgement call Ruth asks you not to tell her manager. What now?",
        "Ruth has told you that she is looking for another job. Tomorrow you meet her manager.",
        "What would you do? Talk to Ruth first Say nothing and ask nothing Put the meeting off",
        "Question How often do you meet?",
        "Which answer is right? Once a week As often as you have agreed Only when they call you",
    ],
}
ARGUED = {
    "he": "מה התשובה, ולמה? לא נכון פעם בשבוע זה הקצב של החודש הראשון בלבד. נכון לפי מה שקבעתם יחד",
    "en": "What is the answer, and why? Not right Once a week That is the pace of the first month only. "
    "Right As often as you have agreed",
}
CODE = {
    "he": "מה אומר הקוד? הסוד נשמר (Bandura, 1977).",
    "en": "What does the code say? The secret is kept (Bandura, 1977).",
}
OPEN = {"he": "קודם מחליטים, ואחר כך קוראים.", "en": "Decide first, and read afterwards."}


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_blank_copy_asks_and_does_not_tell(lang: str) -> None:
    text = spoken(opened(printed("check", "blank", lang)))
    assert text.partition(OPEN[lang])[2].strip() == " ".join(ASKED[lang])


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize(("copy", "notes"), [("guided", False), ("trainer", True)])
def test_the_other_copies_say_what_can_be_argued(lang: str, copy: str, notes: bool) -> None:
    text = spoken(opened(printed("check", copy, lang)))
    places = [text.index(line) for line in [*ASKED[lang][:3], CODE[lang], *ASKED[lang][3:], ARGUED[lang]]]
    assert places == sorted(places)
    assert ({"he": "שאלו מי כבר דחו", "en": "Ask who has put off"}[lang] in text) == notes


def test_options_are_one_group_with_their_words_as_labels() -> None:
    pdf = opened(printed("check", "guided", "en"))
    groups = pdf.Root.AcroForm.Fields
    assert [(str(group.T), str(group.TU)) for group in groups] == [
        ("keep-quiet", "Ruth asks you not to tell her manager. What now? What would you do?"),
        ("how-often", "How often do you meet? Which answer is right?"),
    ]
    asked = str(groups[1].TU)
    assert [str(kid.TU) for kid in groups[1].Kids] == [
        f"{asked} Once a week",
        f"{asked} As often as you have agreed",
        f"{asked} Only when they call you",
    ]
    assert [next(key for key in kid.AP.N if key != "/Off") for kid in groups[1].Kids] == ["/1", "/2", "/3"]


def test_a_chosen_box_is_ticked_and_a_chosen_step_is_ringed() -> None:
    def strokes(sample: str, name: str) -> list[str]:
        pdf = opened(printed(sample, "guided", "en"))
        (group,) = [field for field in pdf.Root.AcroForm.Fields if str(field.T) == name]
        drawn = group.Kids[0].AP.N["/1"].read_bytes().decode("ascii")
        return re.findall(r"\b[mlc]\b", drawn)

    assert strokes("check", "how-often") == ["m", "l", "l"]
    assert strokes("worksheet", "ease") == ["m", "c", "c", "c", "c"]


def test_boxes_are_the_labels_of_their_options() -> None:
    pdf = opened(printed("check", "blank", "he"))
    lists = [element for element in walk(pdf.Root.StructTreeRoot) if element.S == Name.L]
    assert [str(element.A.ListNumbering) for element in lists] == ["/None", "/None"]
    forms = [element for element in walk(pdf.Root.StructTreeRoot) if Name.Form == element.S]
    assert [str(form.A.Role) for form in forms] == ["/rb"] * 6


def test_the_page_that_treats_the_question_can_be_followed() -> None:
    pdf = opened(printed("check", "guided", "he"))
    links = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]
    assert "https://example.org/sub/cases/ruth/#start" in links
    assert "https://example.org/sub/guide/one/" in links
