"""Word copies in Hebrew run from right to left in everything that has a direction."""

from __future__ import annotations

from typing import Any

import pytest

from handouts.wordfile import find, made, part, render, text, value
from kb.handouts.word.ooxml import W
from kb.handouts.word.text import pieces

LRM, RLM = "\u200e", "\u200f"
PARTS = ("document", "header1", "header2", "footer1", "footer2")
COPIES = [(sample, copy) for sample in ("worksheet", "case") for copy in ("blank", "guided", "trainer")]


def flags(data: bytes, path: str, wanted: str) -> set[bool]:
    """Return whether the things a path finds have a property: in all parts, all of them or some."""
    return {bool(find(node, wanted)) for name in PARTS for node in find(part(data, name), path)}


@pytest.mark.parametrize(("sample", "copy"), COPIES)
@pytest.mark.parametrize(("lang", "rtl"), [("he", True), ("en", False)])
def test_paragraphs_tables_and_section(sample: str, copy: str, lang: str, rtl: bool) -> None:
    data = made(sample, copy, lang)
    assert flags(data, "//w:p", "w:pPr/w:bidi") == {rtl}
    assert flags(data, "//w:p", "w:pPr/w:rPr/w:rtl") == {rtl}, "the mark at the end, which numbers follow"
    assert flags(data, "//w:tbl", "w:tblPr/w:bidiVisual") <= {rtl}
    assert flags(data, "//w:sectPr", "w:bidi") == {rtl}
    normal = find(part(data, "styles"), "//w:style[@w:styleId='Normal']")[0]
    assert bool(find(normal, "w:pPr/w:bidi")) is rtl


def test_lists_and_notes() -> None:
    data = made("worksheet", "guided", "he")
    items = find(part(data), "//w:p[w:pPr/w:numPr]")
    assert [text(item) for item in items][-3:] == [
        "כותבים שמות.",
        "ראשי תיבות בלבד",
        "מסמנים AllJobs ו־H2O.שורה שנייה.",
    ]
    assert {bool(find(item, "w:pPr/w:bidi")) for item in items} == {True}
    notes = find(part(data, "footnotes"), "//w:p")
    assert {bool(find(note, "w:pPr/w:bidi")) for note in notes} == {True}


def test_the_binding_edge_is_on_the_right() -> None:
    margins = find(part(made("worksheet", "blank", "he")), "//w:pgMar")[0]
    left, right = (int(margins.get(f"{{{W}}}{side}")) for side in ("left", "right"))
    assert left < right


@pytest.mark.parametrize(("sample", "copy"), COPIES)
@pytest.mark.parametrize("lang", ["he", "en"])
def test_runs_of_hebrew_are_marked_and_no_others(sample: str, copy: str, lang: str) -> None:
    """Signs and digits go with the paragraph; letters say themselves which way they run."""
    for name in PARTS:
        for run in find(part(made(sample, copy, lang), name), "//w:r[w:t]"):
            words = text(run)
            hebrew = any("\u0590" <= letter <= "\u05ff" for letter in words)
            latin = any(letter.isascii() and letter.isalpha() for letter in words)
            assert not (hebrew and latin), words
            if hebrew or latin:
                assert bool(find(run, "w:rPr/w:rtl")) is hebrew, words


def test_fonts_sizes_and_languages_of_both_scripts() -> None:
    styles = part(made("worksheet", "blank", "he"), "styles")
    lang = find(styles, "//w:docDefaults//w:lang")[0]
    assert (lang.get(f"{{{W}}}val"), lang.get(f"{{{W}}}bidi")) == ("en-GB", "he-IL")
    fonts = find(styles, "//w:docDefaults//w:rFonts")[0]
    assert {fonts.get(f"{{{W}}}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Arial"}
    for letters in find(styles, "//w:rPr"):
        assert value(letters, "w:sz") == value(letters, "w:szCs")
        assert bool(find(letters, "w:b")) is bool(find(letters, "w:bCs"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("שלום לכולם.", [("שלום לכולם.", True)]),
        ("לפי SMART, ואז", [("לפי ", True), ("SMART", False), (", ואז", True)]),
        ("(Maslow, 1954).", [("(", True), ("Maslow, 1954", False), (").", True)]),
        ("לפי Locke (2002, p. 7) הם", [("לפי ", True), ("Locke (2002, p. 7)", False), (" הם", True)]),
        ("קוד C++ כאן", [("קוד ", True), ("C++", False), (" כאן", True)]),
        ("עמ׳ 12–14, וגם", [("עמ׳ ", True), (f"{LRM}12–14", False), (f"{RLM}, וגם", True)]),
        ("09:30–11:00", [(f"{LRM}09:30–11:00", False), (RLM, True)]),
        ("20%–30%", [(f"{LRM}20%–30%", False), (RLM, True)]),
        ("ב־2010 – שנה", [("ב־2010 – שנה", True)]),
        ("CC BY 4.0", [("CC BY 4.0", False)]),
        ("", []),
    ],
)
def test_pieces_of_hebrew(words: str, found: list[Any]) -> None:
    assert list(pieces(words, rtl=True)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Pages 12–14.", [("Pages 12–14.", False)]),
        ("the word שלום לכם, said", [("the word ", False), ("שלום לכם", True), (", said", False)]),
    ],
)
def test_pieces_of_english(words: str, found: list[Any]) -> None:
    assert list(pieces(words, rtl=False)) == found


def test_marks_do_not_hide_words_from_a_search() -> None:
    body = part(render("<p>עמ׳ 12–14, וגם SMART (specific) כאן</p>"))
    assert text(body).endswith("עמ׳ 12–14, וגם SMART (specific) כאן")
