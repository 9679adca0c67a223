"""What readers see of the sources, passage by passage: words without code, addresses, markup and keys.

A passage is a line of a page's text, a cell of a table, a title, or a text of a data file. What stands
for something else (code, an address, a citation, a fact) is one OBJECT character, so that words and
signs on both sides of it keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kb import policy
from kb.outline import BLOCK, BLOCK_END, CITATION, DEFINITION, FACT, LINK, OBJECT

if TYPE_CHECKING:
    from kb.content import Page
    from kb.datafile import Data, Key

FOREIGN_WORDS: Final = re.compile(r"<(\w+)\b[^>]*\s(?:lang|dir)=[^>]*>.*?</\1>")
TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
OPEN_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*$")
ADDRESS: Final = re.compile(r"<[a-z]+:[^\s<>]+>")
BARE: Final = re.compile(r"\b(?:https?://|mailto:|www\.)[^\s<>]*[^\s<>.,;:!?)״]")
ATTRIBUTES: Final = re.compile(r"\s*\{:?\s*[#.][^{}]*\}")
REFERENCE: Final = re.compile(r"!?\[([^\[\]]*)\]\[[^\[\]]*\]|\[\^[^\]]+\]")
MARKER: Final = re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s)?|\d+[.)]\s+)?")
EMPHASIS: Final = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))")
RULER: Final = re.compile(r"[\s|:-]*")
SHOWN_OPTIONS: Final = ("low", "high")
SHOWN_KEYS: Final = ("title", "description", "doors")
NOT_SHOWN: Final = ("href",)


@dataclass(frozen=True)
class Passage:
    """A text of one language as readers see it; line: where it stands in its file."""

    path: str
    line: int
    lang: str
    text: str


def of_page(page: Page) -> Iterator[Passage]:
    """Yield the passages of a page: its title and description, and its body in order."""
    for key, text in _texts(page.meta):
        if key[0] in SHOWN_KEYS and key[-1] not in NOT_SHOWN:
            yield Passage(page.path, page.front.line(*key), page.lang, text)
    options = {line: (b, name) for b in page.outline.blocks for name, line in b.option_lines.items()}
    for number, line in _outside_tags(page.plain):
        if number in options:
            block, name = options[number]
            if name in SHOWN_OPTIONS:
                yield Passage(page.path, number, page.lang, str(block.options.get(name)))
        else:
            for text in _visible(line):
                yield Passage(page.path, number, page.lang, text)


def of_data(data: Data) -> Iterator[Passage]:
    """Yield the texts of a data file that say their language: keys such as `he`, `en`, `definition_he`."""
    for key, text in _texts(data.value):
        names = [part.rpartition("_")[2] for part in key if isinstance(part, str)]
        lang = next((name for name in reversed(names) if name in policy.LANGUAGES), "")
        if lang:
            yield Passage(data.path, data.line(*key), lang, text)


def _texts(value: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Yield (key path, text) of every text inside a value."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*key, str(name)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*key, index))


def _outside_tags(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the lines without the part of a tag that goes on below, and without its further lines."""
    inside = False
    for number, line in lines:
        if inside:
            _, end, line = line.partition(">")
            inside = not end
        if not inside:
            if opened := OPEN_TAG.search(line):
                inside, line = True, line[: opened.start()]
            yield number, line


def _visible(line: str) -> Iterator[str]:
    """Yield what is seen of a line: the title of a block, the cells of a table, the words of the rest."""
    if block := BLOCK.match(line):
        line = block[3] or ""
    elif BLOCK_END.match(line) or DEFINITION.match(line) or RULER.fullmatch(line):
        return
    cells = (
        line.strip().strip("|").split("|")
        if line.lstrip().startswith("|")
        else [MARKER.sub("", line, count=1)]
    )
    for cell in cells:
        if text := _words(cell).strip():
            yield text


def _words(text: str) -> str:
    """Return a text without its markup."""
    if "<" in text:
        text = TAG.sub("", FOREIGN_WORDS.sub(OBJECT, ADDRESS.sub(OBJECT, text)))
    while "](" in text and LINK.search(text):
        text = LINK.sub(r"\2", text)
    if "[" in text:
        text = REFERENCE.sub(r"\1", CITATION.sub(f"({OBJECT})", text))
    if "{" in text:
        text = ATTRIBUTES.sub("", FACT.sub(OBJECT, text))
    if "://" in text or "www." in text or "mailto:" in text:
        text = BARE.sub(OBJECT, text)
    if "*" in text or "_" in text:
        text = EMPHASIS.sub("", text)
    return re.sub(f"{OBJECT}+", OBJECT, text)
