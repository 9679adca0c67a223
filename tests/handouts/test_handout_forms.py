"""Fields: how many, of which kind, what a screen reader says of them, and how they are tagged."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from handouts.printed import opened, printed
from kb.handouts.structure import kids, walk

HE_FIELDS = [
    ("/Tx", "date", "תאריך", 0),
    ("/Tx", "with", "עם מי עובדים", 0),
    ("/Tx", "cell-1-1-2", "1: מי", 4096),
    ("/Tx", "cell-1-1-3", "1: מאיפה", 4096),
    ("/Tx", "cell-1-2-2", "2: מי", 4096),
    ("/Tx", "cell-1-2-3", "2: מאיפה", 4096),
    ("/Tx", "step", "אל מי אפנה קודם (שם, תפקיד, מקום), ומה אגיד?", 4096),
    ("/Btn", "ease", "כמה קל לי לפנות?", 49152),
    ("/Btn", "tick-12", "יש שלושה אנשים ברשימה.", 0),
    ("/Btn", "tick-13", "נקבע יום לשיחה: יום ג׳, 09:30.", 0),
]


def fields(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.Root.AcroForm.Fields)


def test_kinds_names_and_tooltips() -> None:
    pdf = opened(printed("worksheet", "blank", "he"))
    found = [(str(f.FT), str(f.T), str(f.TU), int(f.get("/Ff", 0))) for f in fields(pdf)]
    assert found == HE_FIELDS


def test_choices_of_a_scale_are_one_group() -> None:
    pdf = opened(printed("worksheet", "blank", "en"))
    (group,) = [field for field in fields(pdf) if "/Kids" in field]
    assert [str(kid.TU) for kid in group.Kids] == [f"How easy is it to ask? {n}" for n in range(1, 6)]
    states = [next(key for key in kid.AP.N if key != "/Off") for kid in group.Kids]
    assert states == ["/1", "/2", "/3", "/4", "/5"]
    assert str(group.V) == "/Off"


@pytest.mark.parametrize(("lang", "alignment"), [("he", 2), ("en", 0)])
def test_text_is_typed_from_the_languages_side(lang: str, alignment: int) -> None:
    pdf = opened(printed("worksheet", "blank", lang))
    assert {int(field.Q) for field in fields(pdf) if Name.Tx == field.FT} == {alignment}


def test_every_field_is_a_form_element_in_reading_order() -> None:
    pdf = opened(printed("worksheet", "blank", "he"))
    forms = [element for element in walk(pdf.Root.StructTreeRoot) if Name.Form == element.S]
    roles = {"/tv": 0, "/rb": 0, "/cb": 0}
    for form in forms:
        roles[str(form.A.Role)] += 1
    assert roles == {"/tv": 7, "/rb": 5, "/cb": 2}
    widgets = [form.K[0].Obj for form in forms]
    tooltips = [str(widget.TU) for widget in widgets if "/Parent" not in widget]
    assert tooltips == [tooltip for _, name, tooltip, _ in HE_FIELDS if name != "ease"]


def test_a_row_to_fill_in_is_named_by_its_first_cell() -> None:
    pdf = opened(printed("worksheet", "blank", "he"))
    rows = [element for element in walk(pdf.Root.StructTreeRoot) if element.S == Name.TR]
    assert [[str(cell.S) for cell in kids(row)] for row in rows] == [
        ["/TH", "/TH", "/TH"],
        ["/TH", "/TD", "/TD"],
        ["/TH", "/TD", "/TD"],
    ]
    assert str(kids(rows[1])[0].A.Scope) == "/Row"


def test_boxes_to_tick_are_not_announced_as_numbers() -> None:
    pdf = opened(printed("worksheet", "blank", "he"))
    lists = [element for element in walk(pdf.Root.StructTreeRoot) if element.S == Name.L]
    assert [str(element.A.ListNumbering) for element in lists] == ["/None"]


@pytest.mark.parametrize("copy", ["blank", "guided", "trainer"])
def test_no_marks_are_left_over(copy: str) -> None:
    pdf = opened(printed("worksheet", copy, "he"))
    actions = [str(a.A) for page in pdf.pages for a in page.get("/Annots", []) if "/A" in a]
    assert [action for action in actions if "field.invalid" in action] == []


def test_the_trainers_copy_is_only_read() -> None:
    pdf = opened(printed("worksheet", "trainer", "he"))
    assert "/AcroForm" not in pdf.Root


def test_a_ruled_line_is_nine_millimetres_high() -> None:
    pdf = opened(printed("worksheet", "blank", "he"))
    step = next(field for field in fields(pdf) if str(field.T) == "step")
    bottom, top = float(step.Rect[1]), float(step.Rect[3])
    assert (top - bottom) * 25.4 / 72 == pytest.approx(4 * 9, abs=0.1)
