"""Word copies: their structure, names, fields and bytes."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from handouts.printed import fragment, meta
from handouts.wordfile import find, made, part, render, styled, text, value
from kb.content import load
from kb.handouts import HandoutError, Job, build, render_docx, stale
from kb.handouts.document import document
from kb.handouts.fields import Field
from kb.handouts.jobs import jobs
from kb.handouts.word import pictures
from kb.handouts.word.controls import check_box
from kb.handouts.word.ooxml import PARAGRAPH_ORDER, W
from kb.siteconfig import site_config
from support import ROOT

ALL = [
    (s, c, ln) for s in ("worksheet", "case") for c in ("blank", "guided", "trainer") for ln in ("he", "en")
]
# Parts that every reader does without; the schemas themselves do not ask for them.
NOT_NEEDED = ("fontTable", "theme")


def test_word_would_not_refuse_any_copy(tmp_path: Path) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    for names in ALL:
        file = tmp_path / "copy.docx"
        file.write_bytes(made(*names))
        faults = [error.description for error in validator.validate(str(file)).errors]
        assert [fault for fault in faults if not re.search(rf"/({'|'.join(NOT_NEEDED)})'", fault)] == [], (
            names
        )


def test_the_check_sees_what_is_wrong(tmp_path: Path) -> None:
    good = made("worksheet", "blank", "he")
    file = tmp_path / "order.docx"
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            turned = old.read(name).replace(b"<w:keepNext/><w:bidi/>", b"<w:bidi/><w:keepNext/>")
            new.writestr(name, turned)
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(file)).errors
    assert "Unexpected element 'keepNext' found" in [error.description for error in errors]


def test_what_each_line_is() -> None:
    assert styled(made("worksheet", "blank", "en")) == [
        ("Title", "My map of ties"),
        ("Subtitle", "One sheet for work in pairs."),
        ("", "In part A of the map write initials only."),
        ("Fill", "Date ............"),
        ("Fill", "Working with ............"),
        ("Heading1", "Part A: whom do I know?"),
        ("TableHead", "No."),
        ("TableHead", "Who"),
        ("TableHead", "From where"),
        ("TableRowHead", "1"),
        ("TableRowHead", "2"),
        ("Question", "Whom will I ask first (name, job, place), and what will I say?"),
        ("Question", "How easy is it to ask?"),
        ("Step", "not at all"),
        *(("Step", f"☐{n}") for n in range(1, 6)),
        ("Step", "very"),
        ("", "Before you finish, tick:"),
        ("Tick", "☐Three people are on the list."),
        ("Tick", "☐A day is set: Tuesday, 09:30."),
    ]


@pytest.mark.parametrize("sample", ["worksheet", "case"])
@pytest.mark.parametrize("copy", ["blank", "guided", "trainer"])
@pytest.mark.parametrize("lang", ["he", "en"])
def test_every_line_of_the_tree_stands_in_the_copy(sample: str, copy: Any, lang: str) -> None:
    tree = document(fragment(sample, lang), meta(sample, copy, lang)).tree
    data = made(sample, copy, lang)
    said = " ".join(text(part(data)).split())
    lines = [" ".join("".join(node.itertext()).split()) for node in tree.iter("p", "h2", "h3", "td", "dt")]
    # A note stands at the foot of the page.
    lines = [line for line in lines if line and "1360" not in line]
    assert len(lines) > 4
    assert [line for line in lines if line.replace(" ", "") not in said.replace(" ", "")] == []


@pytest.mark.parametrize(
    ("sample", "styles"),
    [
        ("worksheet", {"TakeawayTitle", "TrainerNote", "TrainerNoteTitle", "Hint", "HintTitle", "Quote"}),
        ("case", {"PauseTitle", "Reveal", "RevealTitle", "Help", "HelpTitle", "Since2010", "Caption"}),
    ],
)
def test_boxes_have_styles_of_their_own(sample: str, styles: set[str]) -> None:
    data = made(sample, "trainer", "he")
    used = {style for style, _ in styled(data)}
    assert styles <= used
    named = {style.get(f"{{{W}}}styleId") for style in find(part(data, "styles"), "//w:style")}
    assert {value(p, "w:pPr/w:pStyle") for p in find(part(data), "//w:p")} - {""} <= named


def test_headings_are_headings_to_every_program() -> None:
    opened = docx.Document(io.BytesIO(render('<h2 id="a">א</h2><h3 id="b">ב</h3><h4 id="c">ג</h4>')))
    lines = [(paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs if paragraph.style]
    assert lines == [("Title", "Title"), ("Heading 1", "א"), ("Heading 2", "ב"), ("Heading 3", "ג")]
    for level in (1, 2, 3):
        assert opened.styles[f"Heading {level}"].paragraph_format.keep_with_next is True


def test_what_the_file_says_of_itself() -> None:
    about = docx.Document(io.BytesIO(made("worksheet", "trainer", "he"))).core_properties
    assert (about.title, about.language) == ("מפת הקשרים שלי – דף למנחים", "he-IL")
    assert (about.subject, about.author) == ("example.org/worksheet", "אתר לדוגמה")
    english = docx.Document(io.BytesIO(made("worksheet", "trainer", "en"))).core_properties
    assert english.language == "en-GB"


def test_the_paper_and_what_stands_round_the_text() -> None:
    data = made("worksheet", "blank", "en")
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (24, 21)
    assert text(part(data, "header1")) == "Sample siteSheet to fill in"
    assert text(part(data, "header2")) == "My map of tiesSheet to fill in"
    for footer in ("footer1", "footer2"):
        assert (
            text(part(data, footer)) == "Based on a booklet, 2010 · CC BY 4.0example.org/worksheetPage 1 of 1"
        )
        assert find(part(data, footer), "//w:instrText/text()") == [" PAGE ", " NUMPAGES "]


def test_every_field_is_a_control_with_its_label() -> None:
    data = made("worksheet", "blank", "en")
    fields = document(fragment("worksheet", "en"), meta("worksheet", "blank", "en")).fields
    controls = find(part(data), "//w:sdt/w:sdtPr")
    assert [value(node, "w:id") for node in controls] == [str(n) for n in range(1, len(fields) + 1)]
    labels = [value(node, "w:alias") for node in controls]
    assert labels[:4] == ["Date", "Working with", "1: Who", "1: From where"]
    assert labels[6:9] == [
        "Whom will I ask first (name, job, place), and what will I say?",
        "How easy is it to ask? 1",
        "How easy is it to ask? 2",
    ]
    kinds = {
        "text": "w:text",
        "lines": "w:text[@w:multiLine]",
        "tick": "w14:checkbox",
        "choice": "w14:checkbox",
    }
    for field, node in zip(fields, controls, strict=True):
        whole = field.name == "step"  # a control round ruled paragraphs
        assert bool(find(node, kinds[field.kind])) is not whole, field


def test_a_long_label_is_cut_between_words() -> None:
    long = "מילה " * 30
    html = f'<div class="kb-write" data-kb-lines="1"><label for="a">{long}</label><textarea id="a" name="a">'
    label = value(part(render(html + "</textarea></div>")), "//w:alias")
    assert len(label) <= 64
    assert label.endswith("מילה…")


@pytest.mark.parametrize("count", [1, 4])
def test_lines_for_the_hand(count: int) -> None:
    html = f'<div class="kb-write" data-kb-lines="{count}"><label for="a">למה?</label>'
    body = part(render(html + '<textarea id="a" name="a"></textarea></div>'))
    lines = find(body, "//w:sdt/w:sdtContent/w:p")
    styles = [value(line, "w:pPr/w:pStyle") for line in lines]
    assert styles == ["RuledLine1", "RuledLine2", "RuledLine1", "RuledLine2"][:count]
    # Question and lines stay together.
    kept = [bool(find(line, "w:pPr/w:keepNext")) for line in lines]
    assert kept == [True] * (count - 1) + [False]
    spacing = find(part(render("<p>א</p>"), "styles"), "//w:style[@w:styleId='RuledLine1']//w:spacing")[0]
    assert (spacing.get(f"{{{W}}}line"), spacing.get(f"{{{W}}}lineRule")) == ("510", "exact")  # 9 mm


def test_tables_repeat_their_head_and_keep_rows_whole() -> None:
    table = find(part(made("worksheet", "blank", "he")), "//w:tbl[w:tblPr/w:tblStyle/@w:val='HandoutTable']")[
        0
    ]
    rows = find(table, "w:tr")
    assert [bool(find(row, "w:trPr/w:cantSplit")) for row in rows] == [True] * 3
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    heights = [value(row, "w:trPr/w:trHeight") for row in rows]
    assert heights == ["", "794", "794"]  # two lines of 7 mm
    assert sum(int(column.get(f"{{{W}}}w")) for column in find(table, "w:tblGrid/w:gridCol")) == 9354


def test_links_lead_out_and_inside() -> None:
    html = '<h2 id="a-b">א</h2><p><a href="https://example.org/x/">החוצה</a> <a href="#a-b">למעלה</a></p>'
    data = render(html)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://example.org/x/" TargetMode="External"' in relations
    names = [node.get(f"{{{W}}}name") for node in find(part(data), "//w:bookmarkStart")]
    anchors = [node.get(f"{{{W}}}anchor") for node in find(part(data), "//w:hyperlink")]
    assert (names, anchors) == (["kb_a_b"], [None, "kb_a_b"])


def test_a_footnote_is_one() -> None:
    data = made("worksheet", "guided", "en")
    assert len(find(part(data), "//w:footnoteReference")) == 1
    assert text(part(data, "footnotes")).strip() == "The paper is about people who found work."


def test_numbered_lists_begin_where_they_say() -> None:
    data = render('<ol><li>א</li></ol><p>ב</p><ol start="4"><li>ג</li></ol>')
    lists = [value(p, "w:pPr/w:numPr/w:numId") for p in find(part(data), "//w:p[w:pPr/w:numPr]")]
    starts = {
        node.get(f"{{{W}}}numId"): value(node, "w:lvlOverride/w:startOverride")
        for node in find(part(data, "numbering"), "//w:num")
    }
    assert [starts[ident] for ident in lists] == ["1", "4"]


def test_a_figure_is_a_picture_with_its_text_alternative() -> None:
    data = made("case", "trainer", "he")
    (described,) = find(part(data), "//wp:docPr")
    assert described.get("descr") == "מה קרה. 1. חיפוש; 2. עבודה"
    extent = find(part(data), "//wp:extent")[0]
    assert int(extent.get("cx")) == 300 * 72 * 127  # 0.72 points a unit
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        (picture,) = [name for name in parts.namelist() if name.startswith("word/media/")]
        assert parts.read(picture).startswith(b"\x89PNG")


def test_the_sheet_begins_a_page_of_the_longer_copies() -> None:
    breaks = find(part(made("worksheet", "trainer", "he")), "//w:p[w:pPr/w:pageBreakBefore]")
    assert [text(p) for p in breaks] == ["הדף"]


def test_options_of_a_self_check_are_boxes_to_tick() -> None:
    html = (
        '<section class="kb-quiz" id="q"><p class="kb-block-title">כמה?</p><fieldset class="kb-choice">'
        '<legend>מה נכון?</legend><label><input type="radio" name="q" value="1"><span>אחד</span></label>'
        '<label><input type="radio" name="q" value="2"><span>שניים</span></label></fieldset>'
        '<details class="kb-reveal kb-argued"><summary>מדוע?</summary><p>כי.</p></details></section>'
    )
    assert styled(render(html, copy="trainer"))[1:] == [
        ("QuizTitle", "כמה?"),
        ("Question", "מה נכון?"),
        ("Tick", "☐אחד"),
        ("Tick", "☐שניים"),
        ("RevealTitle", "מדוע?"),
        ("Reveal", "כי."),
    ]


def test_the_same_bytes_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_docx(fragment("case", "he"), meta("case", "trainer", "he"))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert render_docx(fragment("case", "he"), meta("case", "trainer", "he")) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert len(first) < 40_000


@pytest.mark.parametrize(
    ("html", "detail"),
    [
        ("<p>✓</p>", "the print font has no ✓ (U+2713, CHECK MARK), in «✓»"),
        ("<video></video>", "the element <video> cannot be printed"),
    ],
)
def test_faults_are_those_of_the_pdf(html: str, detail: str) -> None:
    with pytest.raises(HandoutError) as error:
        render(html)
    assert error.value.detail == detail


def test_a_drawing_that_cannot_be_drawn_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_PAGE", "#nothing")
    svg = '<svg viewBox="0 0 7 7"><title>ציור</title></svg>'
    with pytest.raises(HandoutError) as error:
        render(f'<figure class="kb-figure">{svg}</figure>')
    assert error.value.detail == "the figure cannot be drawn: unknown variable: nothing"


def test_the_folder_keeps_both_formats(tmp_path: Path) -> None:
    about = meta("worksheet", "blank", "en")
    both = [Job(f"worksheet.blank.en.{end}", about, "<p>text</p>") for end in ("pdf", "docx")]
    assert build(both, tmp_path) == []
    assert (tmp_path / "worksheet.blank.en.docx").read_bytes().startswith(b"PK")
    assert stale(both, tmp_path) == []
    build(both[:1], tmp_path)
    assert not (tmp_path / "worksheet.blank.en.docx").exists()


def test_every_copy_of_the_project_comes_in_both_formats() -> None:
    found = list(jobs(load(ROOT), site_config(ROOT), "story-moshe", "en"))
    assert [job.name for job in found] == [
        f"story-moshe.{copy}.en.{end}" for copy in ("blank", "guided", "trainer") for end in ("pdf", "docx")
    ]
    assert len({id(job.fragment) for job in found}) == 1, "the page is rendered once"


def test_properties_of_paragraphs_stand_in_the_order_word_wants() -> None:
    for names in ALL:
        for properties in find(part(made(*names)), "//w:pPr"):
            tags = [node.tag.rpartition("}")[2] for node in properties]
            assert tags == sorted(tags, key=PARAGRAPH_ORDER.index), names


def test_labels_of_choices_between_sentences() -> None:
    control = check_box(Field("choice", "q", "Which?", "2", "The second one"), 3, rtl=False)
    assert (value(control, "w:sdtPr/w:alias"), value(control, "w:sdtPr/w:tag")) == (
        "Which? The second one",
        "q-2",
    )
