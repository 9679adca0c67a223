"""The analyser word by word: what is the same word, what is not, and what is cut into words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

MODULES = Path(__file__).resolve().parent.parent.parent / "overrides" / "assets" / "search"


@pytest.fixture(scope="module")
def words(browser: Browser) -> Iterator[Page]:
    """An empty page with the modules that know words."""
    page = browser.new_page()
    for name in ("text", "hebrew", "english", "slips", "vocabulary"):
        page.add_script_tag(path=str(MODULES / f"{name}.js"))
    yield page
    page.close()


@pytest.mark.parametrize(
    ("raw", "compared"),
    [
        ("אֶתִיקָה", "אתיקה"),
        ("צה״ל", "צהל"),
        ('צה"ל', "צהל"),
        ("צה\u200f״\u200fל", "צהל"),
        ("ג׳וינט", "גוינט"),
        ("ג'וינט", "גוינט"),
        ("מקדמים", "מקדמימ"),
        ("שׁ\ufb2a", "שש"),
        ("Rogers's", "rogers"),
        ("Rogers\u2019s", "rogers"),
        ("CAFÉ", "cafe"),
        ("résumé", "resume"),
    ],
)
def test_one_form_for_every_way_of_writing(words: Page, raw: str, compared: str) -> None:
    assert words.evaluate("(raw) => KbSearch.normalize(raw)", raw) == compared


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("בין־אישית", ["בינ", "אישית", "בינאישית"]),
        ("self-efficacy, again", ["self", "efficacy", "selfefficacy", "again"]),
        ("תב״ת (2010)", ["תבת", "2010"]),
        ("״סודיות״ – 'gift'", ["סודיות", "gift"]),
        ("\u0000\u0007\"'״", []),
    ],
)
def test_texts_are_cut_into_words(words: Page, text: str, tokens: list[str]) -> None:
    assert words.evaluate("(text) => KbSearch.tokenize(text).map((token) => token.word)", text) == tokens


def test_places_of_words_are_places_in_the_text_as_given(words: Page) -> None:
    text = "אֶתִיקָה, צה״ל"
    found = words.evaluate(
        "(t) => KbSearch.tokenize(t).map(({ at, length }) => t.slice(at, at + length))", text
    )
    assert found == ["אֶתִיקָה", "צה״ל"]


def answers(page: Page, typed: str, site: list[str], unfinished: bool = False) -> list[str]:
    """Return which of the site's words answer a typed one, best first."""
    return page.evaluate(
        """([typed, site, unfinished]) => {
          const vocabulary = new KbSearch.Vocabulary(site.map(KbSearch.normalize));
          const raw = new Map(site.map((word) => [KbSearch.normalize(word), word]));
          const found = [...vocabulary.expand(KbSearch.normalize(typed), unfinished)];
          return found.sort((a, b) => b[1] - a[1]).map(([word]) => raw.get(word));
        }""",
        [typed, site, unfinished],
    )


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("סודיות", "והסודיות"),  # prefixes on the site's side
        ("כשהמעסיק", "מעסיק"),  # and on the typed one
        ("מהמעסיקים", "מעסיק"),
        ("שמרטפית", "שמרטפיות"),  # number and gender
        ("גננת", "גננות"),
        ("חניכה", "חניכת"),  # construct form
        ("תוכנית", "תכנית"),  # full and defective spelling
        ("יוזמה", "יזמה"),
        ("פראנקל", "פרנקל"),  # foreign names
        ("אתיכה", "אתיקה"),  # slips
        ("מאסלו", "מסלאו"),
        ("דמונה", "דימונה"),
        ("מסולגות", "מסוגלות"),
        ("empowering", "empowerment"),
        ("prioritize", "prioritise"),
        ("volunteer", "volunteers"),
        ("confidentialty", "confidentiality"),
    ],
)
def test_the_same_word_in_another_shape_is_found(words: Page, typed: str, site: str) -> None:
    assert answers(words, typed, [site, "אחרת", "other"]) == [site]


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("תמנון", "תכנון"),
        ("צוללת", "כוללת"),
        ("ארמון", "אמון"),
        ("לימון", "מימון"),
        ("palace", "place"),
        ("snake", "sake"),
        ("prince", "price"),
    ],
)
def test_another_word_that_looks_alike_is_not_found(words: Page, typed: str, site: str) -> None:
    assert answers(words, typed, [site]) == []


def test_the_exact_word_comes_first_and_a_lost_prefix_far_behind(words: Page) -> None:
    assert answers(words, "משוב", ["שוב", "המשוב", "משוב"]) == ["משוב", "המשוב"]
    assert answers(words, "לקבוצות", ["קבוצות", "לקבוצות"]) == ["לקבוצות", "קבוצות"]


def test_the_beginning_of_a_word_is_enough_while_it_is_typed(words: Page) -> None:
    site = ["לוגותרפיה", "הלוגותרפיה", "לוגיקה"]
    assert answers(words, "לוגות", site, unfinished=True) == ["לוגותרפיה", "הלוגותרפיה"]
    assert answers(words, "לוגות", site) == []
