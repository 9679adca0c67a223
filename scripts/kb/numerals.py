"""The numbers of a text that are written in figures, in one form, and whether words name a number.

Both languages write the same numbers, and not always alike: 1,000 and 1000, 09:00 and 9 am, 15 and 15th,
"12" beside "twelve". Decades ("1990s") and centuries are figures in one language and words in the other,
and figures that belong to a name (Covid-19, A4) are no numbers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

NO_NUMBER: Final = re.compile(
    r"\b\d+0s\b"
    r"|\b\d+(?:st|nd|rd|th)[ -](?:century|centuries)"
    r"|מא(?:ה|ות) ה[־-]?\d+(?:[–-]\d+)?"
    r"|[A-Za-z]+-?\d+\w*"
)
FIGURE: Final = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:[ \u00a0]?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<bare>\d{1,2})[ \u00a0]?(?P<part>[ap])\.?m\b\.?"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
)

ENGLISH: Final = {
    name: value
    for value, names in {
        1: "one first once", 2: "two second twice half", 3: "three third", 4: "four fourth quarter",
        5: "five fifth", 6: "six sixth", 7: "seven seventh", 8: "eight eighth", 9: "nine ninth",
        10: "ten tenth", 11: "eleven eleventh", 12: "twelve twelfth", 13: "thirteen thirteenth",
        14: "fourteen fourteenth", 15: "fifteen fifteenth", 16: "sixteen sixteenth",
        17: "seventeen seventeenth", 18: "eighteen eighteenth", 19: "nineteen nineteenth",
        20: "twenty twentieth", 30: "thirty thirtieth", 40: "forty", 50: "fifty", 60: "sixty",
        70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred", 1000: "thousand thousands",
    }.items()
    for name in names.split()
}  # fmt: skip
# Parts of Hebrew words, since prefixes and endings change: of "בשלושתם", "שלוש".
HEBREW: Final = {
    1: "אחד|אחת|ראשו", 2: "שני|שתי|תיים|יומיים|שבועיים|חודשיים|פעמיים|חצי", 3: "שלוש|שליש",
    4: "ארבע|רביע|רבע", 5: "חמש|חמיש", 6: "שש|שיש", 7: "שבע|שביע", 8: "שמונ|שמינ", 9: "תשע|תשיע",
    10: "עשר|עשיר",
    11: "אח[דת][ ־]עשר", 12: "ש(?:ני|תי)?י?ם[ ־]עשר", 13: "שלוש[ה]?[ ־]עשר", 14: "ארבע[ה]?[ ־]עשר",
    15: "חמ(?:ש|ישה)[ ־]עשר", 16: "שי?שה?[ ־]עשר", 17: "שבע[ה]?[ ־]עשר", 18: "שמונה[ ־]עשר",
    19: "תשע[ה]?[ ־]עשר", 20: "עשרים", 30: "שלושים", 40: "ארבעים", 50: "חמישים", 60: "שי?שים", 70: "שבעים",
    80: "שמונים", 90: "תשעים", 100: "מאה|מאות|מאתיים", 1000: "אלף|אלפ",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def figures(text: str) -> tuple[str, ...]:
    """Return the numbers written in figures, in order: "1000", "2.5", a time as "9" or "14:30"."""
    if not re.search(r"\d", text):
        return ()
    return tuple(_plain(found) for found in FIGURE.finditer(NO_NUMBER.sub(" ", text)))


def _plain(found: re.Match[str]) -> str:
    if found["number"]:
        return found["number"].replace(",", "").lstrip("0") or "0"
    hour, half = int(found["hour"] or found["bare"]), found["half"] or found["part"]
    hour += 12 if half == "p" and hour < 12 else 0
    minute = found["minute"] or "00"
    return f"{hour}:{minute}" if minute != "00" else str(hour)


def in_words(number: str, text: str) -> bool:
    """Tell whether a text names a number in words of either language."""
    if not number.isdecimal():
        return False
    words = re.findall(r"[a-z]+", text.lower())
    hebrew = HEBREW.get(int(number))
    return any(ENGLISH.get(word) == int(number) for word in words) or bool(hebrew and re.search(hebrew, text))
