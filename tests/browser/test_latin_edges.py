"""What the rule says of Latin words in Hebrew lines is what Chromium shows: it orders lines by UAX 9."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from kb.rules import latinedges

LEFT_EDGES = """text => {
  const line = document.querySelector("p"), range = document.createRange();
  line.textContent = text;
  return [...text].map((_, at) => {
    range.setStart(line.firstChild, at);
    range.setEnd(line.firstChild, at + 1);
    return range.getBoundingClientRect().left;
  });
}"""
# A line, the word in it, and whether its signs keep their order.
LINES = [
    ("שפת C++", "C++", False),
    ("שפת C# טובה", "C#", False),
    ("ציון A- בכיתה", "A-", False),
    ("סביבת .NET", ".NET", False),
    ("שם @kb כאן", "@kb", False),
    ("ב־C++ וב־Windows", "C++", False),
    ("הנושא (Re)design כאן", "(Re)design", False),
    ("השם (y)=x כאן", "(y)=x", False),
    ("השם x=(y) כאן", "x=(y)", True),
    ("SMART(er) טוב", "SMART(er)", True),
    ("מודל (SMART) כאן", "SMART", True),
    ("C++ and Java כאן", "C++", True),
    ("גרסה C++ 11 כאן", "C++", True),
    ("גרסה C++, 11 כאן", "C++", True),
    ("לפי Frankl, V. (1959) כן", "Frankl, V. (1959)", True),
    ("ראו Work First (WF), כאן", "Work First (WF)", True),
]


@pytest.mark.parametrize(("line", "word", "held"), LINES)
def test_the_rule_sees_what_the_browser_shows(line: str, word: str, held: bool, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<html lang="he" dir="rtl"><body style="white-space: nowrap"><p></p>')
    edges = page.evaluate(LEFT_EDGES, line)
    page.close()
    start = line.index(word)
    shown = edges[start : start + len(word)]
    assert (shown == sorted(shown)) is held
    assert [*latinedges.flipped(line)] == ([] if held else [word])
