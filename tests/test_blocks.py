"""The worksheet vocabulary: each block's HTML in both languages.

tests/html/blocks/NAME.md is the text, NAME.he.html and NAME.en.html what becomes of it.
"""

from __future__ import annotations

import os
from pathlib import Path

import markdown
import pytest

from kb.worksheet.blocks import WorksheetExtension
from kb.worksheet.vocabulary import BLOCKS, LABELS
from support import ROOT

HTML = ROOT / "tests" / "html" / "blocks"
TEXTS = sorted(HTML.glob("*.md"))


class PageDouble:
    """A page that knows every work and every figure."""

    def __init__(self, lang: str, has_fields: bool = True) -> None:
        self.lang, self.has_fields = lang, has_fields

    def cite(self, key: str) -> tuple[str, str]:
        return f"Words for {key}", f"../reference/references.md#{key}"

    def figure(self, slug: str) -> str:
        return f"<svg><title>{slug}</title></svg><figcaption>A & *B*</figcaption>"

    def treated(self, address: str) -> tuple[str, str]:
        path, sign, anchor = address.partition("#")
        return (address, "") if path == "nowhere" else (f"The page *{path}*", f"../{path}.md{sign}{anchor}")


def convert(text: str, page: PageDouble | None = None) -> str:
    """Return the HTML of a text as a page has it; without a page, as Markdown alone has it."""
    ours = WorksheetExtension(**({"context": page} if page else {}))
    return markdown.markdown(
        text,
        extensions=["attr_list", "tables", "pymdownx.tasklist", ours],
        extension_configs={"pymdownx.tasklist": {"custom_checkbox": True}},
    )


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_html(text: Path, lang: str) -> None:
    html = convert(text.read_text(encoding="utf-8"), PageDouble(lang)) + "\n"
    expected = text.with_suffix(f".{lang}.html")
    if os.environ.get("KB_ACCEPT_GOLDEN"):
        expected.write_text(html, encoding="utf-8", newline="\n")
    assert html == expected.read_text(encoding="utf-8")


def test_every_block_has_its_html_here() -> None:
    opened = {
        line.strip("/ ").split(" ")[0]
        for path in TEXTS
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("///") and line.strip("/ ")
    }
    assert opened == set(BLOCKS)


def test_both_languages_have_the_same_labels() -> None:
    assert list(LABELS["he"]) == list(LABELS["en"])


@pytest.mark.parametrize(
    "text",
    [
        "/// write | W\n    id: Bad Id\n///",
        "/// write | W\n    id: 3\n///",
        "/// write | W\n///",
        "/// write\n    id: x\n///",
        "/// write | W\n    id: x\n    colour: red\n///",
        "/// write | W\n    id: x\n    lines: many\n///",
        "/// write | W\n    id: x\n    lines: 21\n///",
        "/// write | W\n    id: [\n///",
        "/// fill | F\n    id: x\n    width: huge\n///",
        "/// scale | S\n    id: s\n    from: 5\n    low: a\n    high: b\n///",
        "/// scale | S\n    id: s\n    low: no\n    high: b\n///",
        "/// scale | S\n    id: s\n    low: a\n///",
        "/// since2010 | T\ntext\n///",
        "/// since2010\n    rests: site\ntext\n///",
        "/// pause | P\ntext\n///",
        "/// takeaway | T\ntext\n///",
        "/// figure\n///",
        "/// nosuch | W\ntext\n///",
        "/// judge | J\n    id: j\ntext\n///",
        "/// judge\n    id: j\n    page: a\ntext\n///",
        "/// judge | J\n    id: j\n    page: ../a.md\ntext\n///",
        "/// quiz | Q\n    id: q\n    page: a\n    objective: Bad Id\ntext\n///",
        "/// option | O\ntext\n///",
        "/// code-says\ntext\n///",
    ],
)
def test_a_wrong_block_stays_text(text: str) -> None:
    assert convert(text, PageDouble("en")) == f"<p>{text}</p>"


def test_an_unclosed_block_runs_to_the_end() -> None:
    html = convert("/// help\nCall 118.\n\nMore.", PageDouble("en"))
    assert html == (
        '<aside aria-label="Help" class="kb-help" role="note">\n<p class="kb-block-title">Help</p>\n'
        "<p>Call 118.</p>\n<p>More.</p>\n</aside>"
    )


def test_blocks_can_be_tried_without_a_page() -> None:
    html = convert(
        "/// since2010 | T\n    rests: maslow1954\n///\n\n/// figure | axes\n///\n\n|A|\n|---|\n||"
    )
    assert html == (
        '<aside aria-label="מאז 2010" class="kb-since2010" role="note">\n'
        '<p class="kb-block-title"><span class="kb-block-label">מאז 2010</span> T</p>\n'
        '<p class="kb-rests">מבוסס על: <a class="kb-cite" href="">maslow1954</a></p>\n'
        '</aside>\n<figure class="kb-figure" id="figure-axes"></figure>\n'
        "<table>\n<thead>\n<tr>\n<th>A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n</tr>\n</tbody>\n</table>"
    )


@pytest.mark.parametrize(
    "part", ["/// option | O\n    right: perhaps\ntext\n///", "/// code-says | T\ntext\n///"]
)
def test_a_wrong_part_of_a_self_check_stays_text(part: str) -> None:
    html = convert(f"//// quiz | Q\n    id: q\n    page: a\n\n{part}\n////", PageDouble("en"))
    assert f"<p>{part}</p>" in html


def test_a_part_inside_another_block_stays_text() -> None:
    text = (
        "///// judge | J\n    id: j\n    page: a\n\n//// reveal | R\n/// option | O\ntext\n///\n////\n/////"
    )
    assert "<p>/// option | O\ntext\n///</p>" in convert(text, PageDouble("en"))


def test_one_parser_after_the_other_keeps_its_own_page() -> None:
    hebrew, english = PageDouble("he"), PageDouble("en")
    text = "/// help\nx\n///"
    assert [convert(text, page).split('"')[1] for page in (hebrew, english, hebrew)] == [
        "עזרה",
        "Help",
        "עזרה",
    ]
