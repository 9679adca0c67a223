"""Times of day and lengths of time, as plans write them and as people say them."""

from __future__ import annotations

import math
import re
from typing import Final

DAY: Final = 24 * 60
LONGEST_IN_MINUTES: Final = 119

_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_HOURS: Final = {
    "he": {2: "שעתיים", 0: "{} שעות"},
    "en": {0: "{} hours"},
}
_MORE: Final = {
    "he": {0: "", 15: " ורבע", 30: " וחצי", -1: " ו־{} דקות"},
    "en": {0: "", -1: " {} minutes"},
}


def read(value: object) -> int | None:
    """Return the minutes since midnight of a time written as "09:30"; None if it is not one."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def written(minutes: int) -> str:
    """Return a time of day as "09:30"; after midnight the next day begins."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}"


def minutes_said(minutes: int, lang: str) -> str:
    """Return a number of minutes in words: "10 דקות"."""
    if lang == "he":
        return "דקה אחת" if minutes == 1 else f"{minutes} דקות"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def said(minutes: int, lang: str) -> str:
    """Return a length of time as people say it: "90 דקות", "שעתיים ורבע", "4 hours 20 minutes"."""
    if minutes <= LONGEST_IN_MINUTES:
        return minutes_said(minutes, lang)
    hours, left = divmod(minutes, 60)
    more = _MORE[lang].get(left, _MORE[lang][-1])
    return _HOURS[lang].get(hours, _HOURS[lang][0]).format(hours) + more.format(left)


def about(minutes: int, lang: str) -> str:
    """Return an estimated length of time, rounded up: "כ־40 דקות", "כשעתיים וחצי", "about 40 minutes"."""
    step = 5 if minutes <= LONGEST_IN_MINUTES else 15
    text = said(math.ceil(minutes / step) * step, lang)
    if lang == "he":
        return f"כ־{text}" if text[0].isdigit() else f"כ{text}"
    return f"about {text}"
