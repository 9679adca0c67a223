"""What is known while a document is being written: its direction, fields, links, notes and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kb.handouts.document import Document
from kb.handouts.fields import NUMBER, Field
from kb.handouts.markup import Element, with_tag
from kb.handouts.word.ooxml import flag, twips, value, w
from kb.handouts.word.parts import Written

# Millimetres. A two-hole punch needs the wider margin: right for Hebrew, left for English, as in the PDF.
PAGE: Final = (210, 297)
BINDING, OUTER, ABOVE, BELOW = 24, 21, 20, 21
TEXT_WIDTH: Final = twips(PAGE[0] - BINDING - OUTER)
# The text of a list's item, from the edge and from its mark. The mark stands between: in right-to-left
# text some programs draw it on one side of that point, some on the other.
ITEM, HANG = twips(8), twips(5.5)
_BOOKMARK: Final = re.compile(r"\W+", re.ASCII)
_LONGEST: Final = 40  # letters of a bookmark's name


@dataclass(frozen=True)
class Place:
    """Where a block stands.

    style: id of the style of its paragraphs, "" for running text; indent and width: of its text, in
    twips from the leading edge; depth: how many lists it is in; mark: (list, depth) where its first
    paragraph begins an item; lead: what its first paragraph begins with.
    """

    style: str = ""
    indent: int = 0
    width: int = TEXT_WIDTH
    depth: int = 0
    mark: tuple[int, int] | None = None
    lead: tuple[Element, ...] = ()


class Sheet:
    """One document while it is being written."""

    def __init__(self, printed: Document, body: Written) -> None:
        self.printed = printed
        self.rtl = printed.meta.lang == "he"
        self.body = body
        self.part = body  # whose text is being written: links belong to a part
        self.notes_part: Written | None = None
        self.notes: list[Element] = []
        self.lists: list[tuple[int, int]] = []  # (first number, depth) of each numbered list
        self.pictures = 0
        linked = {link.get("href") or "" for link in with_tag(printed.tree, "a")}
        self._targets = {href[1:] for href in linked if href.startswith("#")}
        self._placed: dict[str, int] = {}

    def field(self, node: Element) -> tuple[Field, int]:
        """Return the record of a field and its number."""
        number = int(node.get(NUMBER) or 0)
        return self.printed.fields[number], number

    def bookmark(self, node: Element) -> list[Element]:
        """Return the marks that make an element a target, if a link leads to it."""
        ident = node.get("id") or ""
        if ident not in self._targets or ident in self._placed:
            return []
        number = self._placed[ident] = len(self._placed)
        return [w("bookmarkStart", id=number, name=bookmark_name(ident)), w("bookmarkEnd", id=number)]


def bookmark_name(ident: str) -> str:
    """Return an id as Word names bookmarks."""
    return f"kb_{_BOOKMARK.sub('_', ident)}"[:_LONGEST]


def paragraph(
    sheet: Sheet,
    inside: list[Element],
    place: Place,
    style: str = "",
    *,
    keep: bool = False,
    tabs: Element | None = None,
    align: str = "",
) -> Element:
    """Return a paragraph; `keep` with the one after it."""
    numbered = None
    if place.mark is not None:
        numbered = w("numPr", w("ilvl", val=place.mark[1]), w("numId", val=place.mark[0]))
    properties = w(
        "pPr",
        value("pStyle", style or place.style),
        flag("keepNext", keep),
        numbered,
        tabs,
        flag("bidi", sheet.rtl),
        _indent(place),
        value("jc", align),
        w("rPr", w("rtl")) if sheet.rtl else None,
    )
    return w("p", properties if len(properties) else None, *place.lead, *inside)


def _indent(place: Place) -> Element | None:
    if place.mark is not None or place.lead:
        return w("ind", left=place.indent, hanging=HANG)
    return w("ind", left=place.indent) if place.indent else None
