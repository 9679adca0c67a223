"""Hebrew in lines that a terminal shows."""

from __future__ import annotations

import pytest

from kb import bidi
from kb.bidi import LRM, PDF, RLE


@pytest.mark.parametrize(
    ("logical", "seen"),
    [
        ("a:7: no id: שלום. Fix: x", "a:7: no id: םולש. Fix: x"),
        ("a:7: no id: שלב 2. Fix: x", "a:7: no id: 2 בלש. Fix: x"),
        ("a: כותרת: 5 here", "a: תרתוכ: 5 here"),
        ("a: כותרת (ראשונה): 5 here", "a: (הנושאר) תרתוכ: 5 here"),
        ("x: צה״ל [א] y", "x: [א] ל״הצ y"),
        ("שלום; did you mean עולם?", "םולש; did you mean םלוע?"),
        ("ב־12:30 עד 14.5, 1–3 ו־50% y", "50%־ו 3–1 ,14.5 דע 12:30־ב y"),
        ("no Hebrew (at all) 12", "no Hebrew (at all) 12"),
        ("", ""),
    ],
)
def test_the_program_puts_hebrew_in_order(logical: str, seen: str) -> None:
    assert bidi.displayed(logical) == seen


@pytest.mark.parametrize(
    ("logical", "seen"),
    [
        (
            "פתחו: ---, אחריה title ו־description, (שוב) 12.",
            ".12 (בוש) ,description־ו title הירחא ,--- :וחתפ",
        ),
        ("בקידוד UTF-8, 50% מהם", "םהמ UTF-8, 50% דודיקב"),
        ("[קישור](../a/b.md#c) [@euse2009]", "[euse2009@] (a/b.md#c/..)[רושיק]"),
        ("שָׁלוֹם", "םוֹלשָׁ"),
    ],
)
def test_a_hebrew_text_is_ordered_as_a_paragraph_from_the_right(logical: str, seen: str) -> None:
    assert bidi.displayed_text(logical) == seen


def test_where_the_terminal_orders_hebrew_it_is_closed_off() -> None:
    assert bidi.closed("a: כותרת: 5; and שלום b") == f"a: כותרת{LRM}: 5; and שלום{LRM} b"
    assert bidi.closed("a: שלב 2: b") == f"a: שלב 2{LRM}: b"
    assert bidi.closed("no Hebrew 5") == "no Hebrew 5"
    assert bidi.closed_text("שלום title") == f"{RLE}שלום title{PDF}{LRM}"
