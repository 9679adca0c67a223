"""Numbers in figures and in words."""

from __future__ import annotations

import pytest

from kb.numerals import ENGLISH, HEBREW, figures, in_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,250 and 1250", ["1250", "1250"]),
        ("1,250,000.5", ["1250000.5"]),
        ("3, 4,5", ["3", "4", "5"]),
        ("2.5 but 2. And", ["2.5", "2"]),
        ("1998–2004, 6-8", ["1998", "2004", "6", "8"]),
        ("25%, ב־25 אחוז", ["25", "25"]),
        ("09:00 9:00 9 am 9 a.m.", ["9", "9", "9", "9"]),
        ("14:30, 2:30 pm, 12 pm", ["14:30", "14:30", "12"]),
        ("the 15th and the 1st", ["15", "1"]),
        ("the 1980s and 1985", ["1985"]),
        ("in the 20th century", []),
        ("במאה ה־20 ובמאות ה-19", []),
        ("Covid-19, A4, UTF-8", []),
        ("בגיל 22 וב־2010", ["22", "2010"]),
        ("no figure", []),
    ],
)
def test_figures(text: str, found: list[str]) -> None:
    assert list(figures(text)) == found


@pytest.mark.parametrize(
    ("number", "text", "named"),
    [
        ("12", "Twelve programmes", True),
        ("12", "twelfth", True),
        ("12", "שתים עשרה", True),
        ("12", "שנים־עשר", True),
        ("3", "בשלושתם", True),
        ("1", "ההרגל הראשון", True),
        ("30", "the thirtieth", True),
        ("3", "thirty", False),
        ("3", "weighty", False),
        ("12", "two", False),
        ("1250", "a thousand", False),
        ("2.5", "two and a half", False),
    ],
)
def test_in_words(number: str, text: str, named: bool) -> None:
    assert in_words(number, text) is named


def test_both_languages_know_the_same_numbers() -> None:
    assert set(ENGLISH.values()) == set(HEBREW)
