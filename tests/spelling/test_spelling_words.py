"""Which words of a page are judged, and by which dictionary."""

from __future__ import annotations

import pytest

from kb.spelling.words import of_html, of_text


def words(lang: str, html: str) -> list[str]:
    return sorted(word.text for word in of_html(html) if word.lang == lang)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שלום לכולם, שלום!", [("he", "שלום"), ("he", "לכולם"), ("he", "שלום")]),
        ("שָׁלוֹם", [("he", "שלום")]),
        ("צה״ל וג׳ורג׳", [("he", 'צה"ל'), ("he", "וג'ורג'")]),
        ("פרו־אקטיביות אל-נתן", [("he", "פרו"), ("he", "אקטיביות"), ("he", "אל"), ("he", "נתן")]),
        ("\u2067שלום\u2069 של\u200fנו", [("he", "שלום"), ("he", "שלנו")]),
        ("well-being, don’t", [("en", "well"), ("en", "being"), ("en", "don't")]),
        ("Rogers’s and Moshe's 'words'", [("en", "Rogers"), ("en", "and"), ("en", "Moshe"), ("en", "words")]),
        ("ה־Team שלנו", [("en", "Team"), ("he", "שלנו")]),
        ("Türkheim", [("en", "Türkheim")]),
    ],
)
def test_words_are_written_as_dictionaries_do(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(of_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "א׳ ב I a",
        "2017 1990s e7 UTF8 ק7",
        "https://example.org/wrods mail@wrods.org www.wrods.net",
        "index.he.md case.yml Wrods.co.il snake_wrods",
    ],
)
def test_what_is_no_word_is_left_out(text: str) -> None:
    assert list(of_text(text)) == []


def test_the_letters_say_the_language_and_not_the_page() -> None:
    html = '<p lang="he">מילה and <span lang="en">word</span></p><p lang="en">says מילים</p>'
    assert (words("he", html), words("en", html)) == (["מילה", "מילים"], ["and", "says", "word"])


def test_a_third_language_is_left_out() -> None:
    assert words("en", '<p>one <i lang="de">Wirklichkeit</i> two</p>') == ["one", "two"]


@pytest.mark.parametrize("tag", ["code", "pre", "kbd", "script", "style"])
def test_what_is_no_prose_is_left_out(tag: str) -> None:
    assert words("en", f"<p>one <{tag}>wrods</{tag}> two<!-- wrods --></p>") == ["one", "two"]


def test_citations_and_works_are_left_out_but_not_our_remarks_on_them() -> None:
    html = (
        '<p>one <a class="kb-cite" href="#x">(Wrods, 1954)</a> two</p><ul class="kb-references">'
        '<li><span lang="en">Wrods</span> Wrods <span class="kb-remark">three</span></li></ul>'
    )
    assert words("en", html) == ["one", "three", "two"]


def test_a_prefix_and_the_marked_term_after_it_are_one_word() -> None:
    html = '<p>ל<button class="kb-term">תעסוקה</button><span popover>הגדרה</span><b>ו</b>מילה</p>'
    assert words("he", html) == ["הגדרה", "ומילה", "לתעסוקה"]


def test_blocks_part_words() -> None:
    assert words("en", "<table><tr><td>one</td><td>two</td></tr></table>three<br>four") == [
        "four",
        "one",
        "three",
        "two",
    ]


def test_what_is_only_read_aloud_is_judged_too() -> None:
    html = '<p><img alt="picture" src="wrods"><textarea aria-label="answer"></textarea></p>'
    assert words("en", html) == ["answer", "picture"]


def test_a_page_of_bare_text_has_words() -> None:
    assert words("en", "one") == ["one"]
