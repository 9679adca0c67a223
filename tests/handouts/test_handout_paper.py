"""The paper: size, pages, what stands around the text, weight of the file."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from handouts.printed import fragment, meta, opened, printed, render
from kb.handouts import render_pdf
from kb.handouts.document import document
from kb.handouts.typeset import typeset

MM = 72 / 25.4


def page_text(data: bytes, number: int) -> str:
    return " ".join(pypdf.PdfReader(io.BytesIO(data)).pages[number].extract_text().split())


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize("copy", ["blank", "guided", "trainer"])
@pytest.mark.parametrize("sample", ["worksheet", "case"])
def test_the_same_bytes_every_time(sample: str, copy: str, lang: str) -> None:
    again = render_pdf(fragment(sample, lang), meta(sample, copy, lang))
    assert again == printed(sample, copy, lang)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_what_a_viewer_is_told(lang: str) -> None:
    pdf = opened(printed("worksheet", "trainer", lang))
    assert str(pdf.Root.Lang).split("-")[0] == lang
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    direction = {"he": "/R2L", "en": "/L2R"}[lang]
    assert str(pdf.Root.ViewerPreferences.get("/Direction", "/L2R")) == direction
    title = {"he": "מפת הקשרים שלי – דף למנחים", "en": "My map of ties – Sheet for trainers"}[lang]
    assert str(pdf.docinfo.Title) == title


def test_pages_are_a4() -> None:
    for page in opened(printed("case", "trainer", "he")).pages:
        assert [round(float(edge) / MM) for edge in page.mediabox] == [0, 0, 210, 297]


@pytest.mark.parametrize(
    ("lang", "number", "first", "last"),
    [
        ("he", 2, "עמוד 1 מתוך 2", "עמוד 2 מתוך 2"),
        ("en", 2, "Page 1 of 2", "Page 2 of 2"),
    ],
)
def test_page_numbers_are_written_out(lang: str, number: int, first: str, last: str) -> None:
    data = printed("worksheet", "trainer", lang)
    assert len(opened(data).pages) == number
    # Without spaces: pypdf puts those beside a Hebrew number on its other side.
    assert first.replace(" ", "") in page_text(data, 0).replace(" ", "")
    assert last.replace(" ", "") in page_text(data, 1).replace(" ", "")


@pytest.mark.parametrize("number", [0, 1])
def test_the_footer_names_source_and_address(number: int) -> None:
    text = page_text(printed("worksheet", "trainer", "en"), number)
    assert "Based on a booklet, 2010 · CC BY 4.0" in text
    assert "example.org/worksheet" in text


def test_the_binding_edge_is_wide_enough_to_punch() -> None:
    """Text keeps 24 mm from the binding edge and 21 mm from the other."""
    for lang, left, right in (("he", 21, 24), ("en", 24, 21)):
        pdf = opened(printed("worksheet", "blank", lang))
        edges = [
            (float(annotation.Rect[0]), float(annotation.Rect[2]))
            for annotation in pdf.pages[0].Annots
            if str(annotation.get("/T", "")) == "step"
        ]
        ((start, end),) = edges
        assert start / MM == pytest.approx(left, abs=0.2)
        assert 210 - end / MM == pytest.approx(right, abs=0.2)


@pytest.mark.parametrize("copy", ["blank", "guided", "trainer"])
def test_a_hebrew_sheet_is_light(copy: str) -> None:
    assert len(printed("worksheet", copy, "he")) < 60_000


def test_only_the_print_font_is_embedded() -> None:
    names = set()
    for page in opened(printed("worksheet", "trainer", "he")).pages:
        names |= {str(font.BaseFont).split("+")[-1] for font in page.resources["/Font"].values()}
    assert names == {"Assistant-Regular", "Assistant-SemiBold", "Assistant-Bold"}


def write(number: int, lines: int) -> str:
    return (
        f'<div class="kb-write" data-kb-lines="{lines}"><label for="kb-q{number}">Question {number}</label>'
        f'<textarea class="kb-field" id="kb-q{number}" name="q{number}" rows="{lines}"></textarea></div>'
    )


def test_no_field_is_split_over_a_page() -> None:
    pdf = opened(render("".join(write(number, 7) for number in range(9))))
    heights = [
        (float(widget.Rect[3]) - float(widget.Rect[1])) / MM
        for page in pdf.pages
        for widget in page.get("/Annots", [])
    ]
    assert len(pdf.pages) == 3
    assert heights == pytest.approx([7 * 9] * 9, abs=0.1)


def test_a_question_stands_with_its_lines() -> None:
    for lines in range(14, 21):
        data = render(write(0, lines) + write(1, 6))
        pdf = opened(data)
        for number, page in enumerate(pdf.pages):
            has_lines = any(str(widget.T) == "q1" for widget in page.get("/Annots", []))
            assert has_lines == ("Question 1" in page_text(data, number))


def test_a_heading_goes_with_what_follows_it() -> None:
    """However far the text before it reaches, a heading never ends a page."""
    for lines in range(14, 21):
        html = write(0, lines) + '<h2 id="next">The heading</h2>' + write(1, 6)
        data = render(html)
        pages = [page_text(data, number) for number in range(len(opened(data).pages))]
        with_heading = next(text for text in pages if "The heading" in text)
        assert "Question 1" in with_heading


def test_text_is_set_closer_where_that_saves_a_page() -> None:
    html = "".join(write(number, 4) for number in range(5)) + "<p>One line more than fits.</p>" * 2
    around = replace(meta("worksheet", "guided", "en"), slug="x")
    assert len(opened(typeset(document(html, around))).pages) == 2
    assert len(opened(render_pdf(html, around)).pages) == 1
    longer = html + write(9, 12)
    assert len(opened(render_pdf(longer, around)).pages) == 2
