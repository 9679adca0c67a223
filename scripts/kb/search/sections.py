"""A page's HTML fragment -> its sections: what a reader may look for, and the heading to land on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# One line of text each; what stands between their tags never runs together.
LINES = {"p", "li", "dt", "dd", "tr", "figcaption", "blockquote", "pre", "div", "section", "aside", "details"}
LINES |= {"ul", "ol", "dl", "table", "thead", "tbody", "summary", "label", "legend", "fieldset", "figure"}
CELLS = {"td", "th"}
# Drawings repeat the text around them; fields hold what readers write; listings are there to be copied.
SKIPPED_TAGS = {"svg", "pre", "script", "style", "textarea", "input", "select", "template", "object"}
# Not on the page for everyone (trainer), the same on every sheet (field labels, facts), or the other
# language of a glossary entry.
SKIPPED_CLASSES = {
    "kb-trainer",
    "kb-fill",
    "kb-scale-low",
    "kb-scale-high",
    "kb-scale-steps",
    "kb-block-label",
}
SKIPPED_CLASSES |= {"kb-entry-links", "kb-entry-other", "kb-cited-on", "headerlink", "footnote-backref"}
# The frame of a block, which repeats from page to page: kept only where it says something of its own.
FRAMES = {"label", "legend", "summary"}
FRAME_CLASSES = {"kb-block-title"}
BLANKS = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass
class Section:
    """A heading and the text up to the next one.

    anchor: id of the heading, "" for the text above the first; lines: paragraphs, list items and
    table rows as plain text; frame: which of them are labels, prompts or captions.
    """

    anchor: str
    title: str
    lines: list[str] = field(default_factory=list)
    frame: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class SearchPage:
    """A page as the search sees it. url: below the site's root, as MkDocs writes it."""

    url: str
    title: str
    sections: tuple[Section, ...]


def read(fragment: str, url: str, title: str, description: str = "") -> SearchPage:
    """Split a page's content. Text above the first heading belongs to the page itself."""
    opening = Section("", "", [description] if description else [])
    reader = _Reader([opening])
    if fragment.strip():
        reader.walk(html.fragment_fromstring(fragment, create_parent="div"))
        reader.end_line()
    kept = [s for s in reader.sections if s.title or s.lines]
    return SearchPage(url, title, tuple(kept))


class _Reader:
    """Walks the tree once, gathering text into lines and lines into sections."""

    def __init__(self, sections: list[Section]) -> None:
        self.sections = sections
        self.words: list[str] = []

    def walk(self, element: html.HtmlElement, frame: bool = False) -> None:
        tag = element.tag
        if not isinstance(tag, str) or _is_skipped(element):
            return
        if tag in HEADINGS and element.get("id"):
            self.open(element.get("id", ""), plain_text(element))
            return
        if tag == "dt" and element.get("id"):
            self.open(element.get("id", ""), _names(element))
            return
        breaks = tag in LINES
        frame = frame or _is_frame(element)
        if breaks:
            self.end_line()
        elif tag in CELLS and self.words:
            self.words.append(" · ")
        self.words.append(element.text or "")
        for child in element:
            self.walk(child, frame)
            self.words.append(child.tail or "")
        if tag == "br":
            self.words.append(" ")
        if breaks:
            self.end_line(frame)

    def open(self, anchor: str, title: str) -> None:
        self.end_line()
        self.sections.append(Section(anchor, title))

    def end_line(self, frame: bool = False) -> None:
        text = _tidy("".join(self.words))
        self.words.clear()
        if any(c.isalnum() for c in text):
            self.sections[-1].lines.append(text)
            if frame:
                self.sections[-1].frame.add(text)


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _is_skipped(element: html.HtmlElement) -> bool:
    return (
        element.tag in SKIPPED_TAGS
        or element.get("data-search-exclude") is not None
        or not SKIPPED_CLASSES.isdisjoint(_classes(element))
    )


def _is_frame(element: html.HtmlElement) -> bool:
    if element.tag in FRAMES or not FRAME_CLASSES.isdisjoint(_classes(element)):
        return True
    holders = (e for e in element.iterancestors() if "kb-facts" in _classes(e))
    return element.tag == "dt" and next(holders, None) is not None


def _texts(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _is_skipped(child):
            yield from _texts(child)
        yield child.tail or ""


def plain_text(element: html.HtmlElement) -> str:
    """Return an element's text without what search leaves out."""
    return _tidy("".join(_texts(element)))


def _names(entry: html.HtmlElement) -> str:
    """Return a glossary entry's name, with its name in the other language in brackets."""
    others = [e for e in entry if "kb-entry-other" in _classes(e)]
    other = _tidy("".join(text for e in others for text in e.itertext()))
    own = plain_text(entry)
    return f"{own} ({other})" if other and other != own else own


def _tidy(text: str) -> str:
    return BLANKS.sub(" ", text).strip(" ·")
