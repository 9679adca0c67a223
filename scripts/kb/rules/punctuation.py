"""Do the signs between the words follow the custom of the site?

Each row is a rule, the languages it holds for, what is wrong, and what is put in its place; the finding
shows the words around it, once as they are and once mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kb.content import Project
from kb.findings import Finding
from kb.passages import Passage

HE: Final = "\u05d0-\u05ea"
OBJECT: Final = "\ufffc"


class Custom(NamedTuple):
    """One custom. pattern: what is wrong; mended: a template for what is right; languages: "" is all."""

    rule: str
    languages: tuple[str, ...]
    pattern: re.Pattern[str]
    mended: str


CUSTOMS: Final = (
    # Gershayim stand before the last letter (צה״ל) and around quotations; geresh after a letter (ג׳).
    Custom("hebrew-quotes", ("he",), re.compile(rf'(?<=[{HE}])["“”„](?=\S)|["“”„](?=[{HE}])'), "״"),
    Custom("hebrew-quotes", ("he",), re.compile(rf'(?<=[{HE}.,!?…])["“”„]'), "״"),
    Custom("hebrew-quotes", ("he",), re.compile(rf"(?<=[{HE}])['‘’`]|['‘’](?=[{HE}])"), "׳"),
    Custom("hebrew-hyphen", ("he",), re.compile(rf"(?<=[{HE}])-(?=[{HE}A-Za-z0-9{OBJECT}״])"), "־"),
    Custom("hebrew-hyphen", ("he",), re.compile(rf"(?<=[0-9A-Za-z{OBJECT}])-(?=[{HE}])"), "־"),
    # A blank before the maqaf; one after it unless the word is taken up again (דו־ ותלת־ממדי).
    Custom("hebrew-hyphen", ("he",), re.compile(rf"\s+־(?=[{HE}A-Za-z0-9])"), "־"),
    Custom("hebrew-hyphen", ("he",), re.compile(rf"(?<=[{HE}])־\s+(?!ו\S*־|או\s)(?=\S)"), "־"),
    # A sign may be spoken of (X ?, "or ?"), so a word of two letters that is no "or" must come before.
    Custom(
        "spacing", (), re.compile(r"(?<=\w[\w״׳)\]])(?<!\bאו)(?<!\bor)\s+([,.;:?!])(?=[\s״),.;]|$)"), r"\1"
    ),
    Custom("spacing", (), re.compile(r"(?<=\S) {2,}(?=\S)"), " "),
    Custom("dots", (), re.compile(r"\.{3,}"), "…"),
    Custom(
        "dash", (), re.compile(r"(?<=\S)\s+-{1,3}\s+(?=\S)|(?<=\S)\s*(?:—|(?<!-)--(?!-))\s*(?=\S)"), " – "
    ),
)
# What any of the rows may find; most passages have none of it.
ANY: Final = re.compile(r"""["'“”„‘’`—]|[^\s]-|\s[,.;:?!־-]|־\s|\s\s|\.\.\.""")


def find(project: Project) -> Iterator[Finding]:
    """Yield every place that departs from a custom of its language."""
    for passage in project.passages:
        yield from _passage(passage)


@lru_cache(maxsize=50_000)  # texts are read again at every edit while the site is served
def _passage(passage: Passage) -> tuple[Finding, ...]:
    return tuple(_found(passage)) if ANY.search(passage.text) else ()


def _found(passage: Passage) -> Iterator[Finding]:
    for custom in CUSTOMS:
        if not custom.languages or passage.lang in custom.languages:
            for wrong in custom.pattern.finditer(passage.text):
                words = _around(passage.text, wrong)
                detail = f"{_shown(words)} instead of {_shown(_mended(words, custom.rule))}"
                yield Finding(passage.path, passage.line, custom.rule, detail)


def _around(text: str, wrong: re.Match[str]) -> str:
    """Return the whole words that a place stands in, without the signs after them."""
    before = re.search(r"\S*$", text[: wrong.start()])
    after = re.match(r"\S*", text[wrong.end() :])
    return (before[0] if before else "") + wrong[0] + (after[0].rstrip(",;:.") if after else "")


def _mended(words: str, rule: str) -> str:
    for custom in CUSTOMS:
        if custom.rule == rule:
            words = custom.pattern.sub(custom.mended, words)
    return words


def _shown(words: str) -> str:
    return words.replace(OBJECT, "`…`")
