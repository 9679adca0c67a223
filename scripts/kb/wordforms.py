"""The forms in which a word may stand in a text: Hebrew with prefixes, plural and feminine; English plural.

Rough on purpose: forms that no one writes do no harm, and what is found is read by people.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

WORD: Final = {"he": re.compile(r"[א-ת][א-ת״׳־]*"), "en": re.compile(r"[A-Za-z][A-Za-z'-]*")}
FINALS: Final = str.maketrans("םןךףץ", "מנכפצ")
SHORT: Final = 3
# Prefixes in the order in which they are put together: וכשמה, ובה, שבה ...
PREFIXES: Final = tuple(
    "".join(parts)
    for parts in itertools.product(("", "ו"), ("", "ש", "כש", "לכש"), ("", "ב", "כ", "ל", "מ"), ("", "ה"))
)


@lru_cache(maxsize=50_000)  # texts are read again at every edit while the site is served
def words(text: str, lang: str) -> list[tuple[str, int, int]]:
    """Return the words of a text in small letters, each with its beginning and end."""
    return [(match[0].lower(), match.start(), match.end()) for match in WORD[lang].finditer(text)]


@lru_cache(maxsize=10_000)
def forms(word: str, lang: str) -> set[str]:
    """Return the forms of one word, as `words` gives them."""
    return _hebrew(word) if lang == "he" else _english(word.lower())


def _hebrew(word: str) -> set[str]:
    """Return a word with every prefix, in singular, plural and feminine.

    A word of three letters makes too many others with an ending or with mem before it: נכות, מנכה of נכה.
    """
    if len(word) <= SHORT:
        return {prefix + word for prefix in PREFIXES if "מ" not in prefix}
    endings = {word} if re.search("[״׳־]", word) else {word, *_endings(word.translate(FINALS))}
    return {prefix + form for prefix in PREFIXES for form in endings}


def _endings(stem: str) -> set[str]:
    """Return the plural and the feminine of a word, and the plural that goes before another word."""
    if stem.endswith(("ימ", "ות")):
        return {stem[:-1]} if stem.endswith("ימ") else set()
    bare = stem[:-1] if stem[-1] in "הת" else stem
    further = {f"{stem}ם", f"{stem}ת", f"{stem}ות"} if stem.endswith("י") else set()
    return {f"{bare}ים", f"{bare}ות", f"{stem}י", f"{bare}ה", f"{bare}ת"} | further


def _english(word: str) -> set[str]:
    """Return a word in singular and plural, and with 's."""
    found = {word, f"{word}s", f"{word}es"}
    if word.endswith("y"):
        found.add(f"{word[:-1]}ies")
    return found | {f"{form}'s" for form in found} | {f"{word}s'"}
