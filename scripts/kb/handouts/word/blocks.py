"""The page's own elements -> paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kb.handouts.copies import NEW_PAGE
from kb.handouts.markup import Element, has_class
from kb.handouts.vocabulary import BLOCKS
from kb.handouts.word import boxes, fields, lists, pictures, tables
from kb.handouts.word.inline import inline, spoken
from kb.handouts.word.ooxml import keep_together, paragraphs, set_property, w
from kb.handouts.word.sheet import Place, Sheet, paragraph
from kb.handouts.word.text import runs

Make = Callable[[Sheet, Element, Place], list[Element]]


def flow(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return what an element holds: blocks, and lines of text between them, as paragraphs."""
    made: list[Element] = []
    line = runs(node.text or "", sheet.rtl)
    for child in node:
        if child.tag in BLOCKS:
            made += _line(sheet, line, place)
            place = replace(place, mark=None, lead=()) if made else place
            made += block(sheet, child, place)
            place = replace(place, mark=None, lead=()) if made else place
            line = []
        else:
            line += spoken(sheet, child)
        line += runs(child.tail or "", sheet.rtl)
    return made + _line(sheet, line, place)


def block(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return one block; a short one stays on one page (tidy.py marks it)."""
    names = (node.get("class") or "").split()
    make = next((_CLASSES[name] for name in names if name in _CLASSES), None)
    make = make or _TAGS.get(str(node.tag), flow)
    made = make(sheet, node, place)
    if "data-kb-whole" in node.attrib:
        keep_together(made)
    found = paragraphs(made[:1])
    if found and NEW_PAGE in node.attrib:
        set_property(found[0], w("pageBreakBefore"))
    if found and node.tag not in _HEADINGS:
        for offset, mark in enumerate(sheet.bookmark(node)):
            found[0].insert(1 + offset, mark)
    return made


def _line(sheet: Sheet, line: list[Element], place: Place) -> list[Element]:
    """Return a paragraph of runs, unless they are nothing but the space between blocks."""
    if not any(words.strip() for run in line for words in run.itertext()) and not place.lead:
        return []
    return [paragraph(sheet, line, place)] if line or place.lead else []


def _heading(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return a heading one level up: the title of the page is the title of the document."""
    inside = [*sheet.bookmark(node), *inline(sheet, node)]
    return [paragraph(sheet, inside, place, style=_HEADINGS[str(node.tag)])]


def _text(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    if has_class(node, "kb-block-title"):
        return boxes.title(sheet, node, place)
    style = next((style for name, style in _PARAGRAPHS.items() if has_class(node, name)), "")
    keep = "data-kb-keep" in node.attrib
    return [paragraph(sheet, inline(sheet, node), place, style=style, keep=keep)]


def _rule(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    return [paragraph(sheet, [], place, style="Rule")]


def _with_flow(make: Callable[..., list[Element]]) -> Make:
    """Return a maker of blocks that hold others, told how those are made."""
    return lambda sheet, node, place: make(sheet, node, place, flow)


_PARAGRAPHS: Final = {"kb-rests": "Source", "kb-treated": "Source", "kb-option-title": "Question"}
_HEADINGS: Final = {"h1": "Heading1", "h2": "Heading1", "h3": "Heading2", "h4": "Heading3"}
_TAGS: Final[Mapping[str, Make]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "p": _text,
    "ul": _with_flow(lists.listed),
    "ol": _with_flow(lists.listed),
    "dl": lists.definitions,
    "table": _with_flow(tables.table),
    "blockquote": _with_flow(boxes.box),
    "details": _with_flow(boxes.box),
    "aside": _with_flow(boxes.box),
    "section": _with_flow(boxes.box),
    "summary": boxes.title,
    "fieldset": _with_flow(fields.choices),
    "figure": pictures.figure,
    "img": pictures.figure,
    "hr": _rule,
}
_CLASSES: Final[Mapping[str, Make]] = {
    "kb-write": fields.write,
    "kb-fills": fields.fills,
    "kb-scale": fields.scale,
    "kb-takeaway": _with_flow(boxes.box),
    "kb-code-says": _with_flow(boxes.box),
}
