"""HTML of a page -> the words a reader sees in it, each with the language of its letters.

The script of a word, and not the page it stands on, says by which dictionary it is judged: an English name
in a Hebrew sentence is English. Parts in a third language are left out, and so is what is no prose: code,
addresses, citations and the works in the list of references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import html

from kb import policy

NOT_PROSE = {"code", "pre", "kbd", "samp", "var", "script", "style", "template"}
CITATION = "kb-cite"
WORKS = "kb-references"
REMARK = "kb-remark"  # our own words in the list of works
# In these a word may go on into the next: a Hebrew prefix before a marked term, a part in bold.
INLINE = {"a", "abbr", "b", "bdi", "button", "cite", "em", "i", "mark", "q", "small", "span", "strong", "u"}
SPOKEN = ("alt", "title", "aria-label", "placeholder")
ADDRESS = re.compile(
    r"\S+://\S+|\S+@\S+|\bwww\.\S+|[\w./*-]+\.(?:md|yml|json|txt|py|zip|pdf|docx|org|com|il)\b|\S*_\S*"
)
WITH_DIGIT = re.compile(r"[^\W_]*\d[^\W_]*")
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:'[A-Za-z]+)?|[\u05d0-\u05ea]+(?:['\"][\u05d0-\u05ea]+)*'?")
POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
SIGNS = str.maketrans({"\u05f3": "'", "\u2019": "'", "\u05f4": '"', "\u05be": " "})


class Word(NamedTuple):
    """A word as dictionaries write it, without points and with plain quotation signs."""

    lang: str
    text: str


def of_text(text: str) -> Iterator[Word]:
    """Yield the words of a text in order, as often as they stand in it; single letters are none."""
    text = UNSEEN.sub("", POINTS.sub("", text)).translate(SIGNS)
    text = WITH_DIGIT.sub(" ", ADDRESS.sub(" ", text))
    for match in WORD.finditer(text):
        word = match[0]
        if "\u05d0" <= word[0] <= "\u05ea":
            found = Word("he", word)
        else:
            found = Word("en", word.removesuffix("'s").removesuffix("'S"))
        if len(found.text.rstrip("'")) > 1:
            yield found


def of_html(fragment: str) -> set[Word]:
    """Return the distinct words of an HTML fragment."""
    pieces: list[str] = []
    _read(html.fragment_fromstring(fragment, create_parent="div"), pieces, ours=True)
    return set(of_text("".join(pieces)))


def _read(element: html.HtmlElement, pieces: list[str], ours: bool) -> None:
    """Add the text of an element to `pieces`, with a blank wherever the eye sees a word end."""
    names = set((element.get("class") or "").split())  # a comment has none
    if not _is_prose(element, names):
        pieces.append(" ")
        return
    ours = (ours and WORKS not in names) or REMARK in names
    end = "" if element.tag in INLINE and element.get("popover") is None else " "
    pieces.append(end)
    if ours:
        pieces += [f" {element.get(name)} " for name in SPOKEN if element.get(name)]
        pieces.append(element.text or "")
    for child in element:
        _read(child, pieces, ours)
        if ours:
            pieces.append(child.tail or "")
    pieces.append(end)


def _is_prose(element: html.HtmlElement, names: set[str]) -> bool:
    if not isinstance(element.tag, str):  # a comment
        return False
    lang = element.get("lang", "").split("-")[0]
    return element.tag not in NOT_PROSE and CITATION not in names and (not lang or lang in policy.LANGUAGES)
