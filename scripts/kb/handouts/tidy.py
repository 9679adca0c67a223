"""The tree as the templates want it: notes in place, short blanks side by side, no stray spaces."""

from __future__ import annotations

import math
import re
from typing import Final

from lxml import etree

from kb.handouts.markup import (
    Element,
    drop,
    elements,
    fault,
    has_class,
    unwrap,
    with_class,
    with_tag,
    words,
)
from kb.handouts.vocabulary import BLOCKS

_OUTSIDE: Final = re.compile(r"^(?:https?|mailto|tel):")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
# A fact of up to so many letters fits into a quarter of the line.
_SHORT_FACT: Final = 34
# A box of up to so many letters is not broken over two pages.
_SHORT_BOX: Final = 700
_BOXES: Final = (
    "kb-guide",
    "kb-trainer",
    "kb-takeaway",
    "kb-since2010",
    "kb-help",
    "kb-reveal",
    "kb-argument",
    "kb-code-says",
)
# A decision point of up to so many lines of print stays on one page, unless it also tells what
# happened; a ruled line counts for more.
_SHORT_PAUSE, _LETTERS_A_LINE, _RULED = 28, 70, 1.5
# Blanks in millimetres: the line to write on, a letter of the label, one of the parts of a line.
_LINES: Final = {"short": 28, "medium": 60, "long": 200}
_LETTER, _PART, _PARTS = 2.0, 27, 6
# What a link inside the document may lead to: the templates give these a label.
_ANCHORED: Final = ("h1", "h2", "h3", "h4", "section")


def tidy(tree: Element) -> None:
    """Bring the tree into the form that the templates read."""
    for button in with_class(tree, "kb-term"):
        button.tag = "span"
    for wrapper in list(with_class(tree, "kb-joined", "kb-tick")):  # they matter on a screen only
        unwrap(wrapper)
    _place_footnotes(tree)
    _check_links(tree)
    _gather_fills(tree)
    _close_up_spaces(tree)
    _measure(tree)


def _measure(tree: Element) -> None:
    """Leave the templates marks of what is short, long, or belongs to what follows it."""
    for node in with_tag(tree, "dd"):
        if len(words(node)) > _SHORT_FACT:
            node.set("data-kb-wide", "")
    for node in with_class(tree, *_BOXES):
        if len(words(node)) <= _SHORT_BOX and not list(node.iter("table")):
            node.set("data-kb-whole", "")
    for node in with_class(tree, "kb-pause", "kb-judge", "kb-quiz"):
        ruled = sum(int(box.get("data-kb-lines") or 0) for box in with_class(node, "kb-write"))
        lines = len(words(node)) / _LETTERS_A_LINE + ruled * _RULED
        if lines <= _SHORT_PAUSE and not with_class(node, "kb-reveal"):
            node.set("data-kb-whole", "")
    for node in with_class(tree, "kb-fill"):
        line = _LINES.get(node.get("data-kb-width") or "", _LINES["long"])
        label = sum(len(words(label)) for label in node.iter("label")) * _LETTER
        node.set("data-kb-span", str(min(math.ceil((label + line) / _PART), _PARTS)))
    for node in with_class(tree, "kb-rests"):
        before = node.getprevious()
        if before is not None and before.tag == "p":
            before.set("data-kb-keep", "")
    for node in with_tag(tree, "p"):
        if words(node).endswith(":"):
            node.set("data-kb-keep", "")


def _place_footnotes(tree: Element) -> None:
    """Move each note from the end of the page to the place that refers to it."""
    notes = {item.get("id"): item for box in with_class(tree, "footnote") for item in box.iter("li")}
    for link in with_class(tree, "footnote-ref"):
        note = notes.get((link.get("href") or "").removeprefix("#"))
        if note is None:
            raise fault(link, f"the footnote {words(link)} has no text")
        holder = etree.Element("span", {"class": "kb-footnote"})
        for back in with_class(note, "footnote-backref"):
            drop(back)
        for paragraph in note.iter("p"):
            holder.extend([_as_span(paragraph)])
        sup = link.getparent()
        target = sup if sup is not None and sup.tag == "sup" else link
        parent = target.getparent()
        if parent is not None:
            parent.insert(parent.index(target), holder)
        drop(target)
    for box in with_class(tree, "footnote"):
        drop(box)


def _as_span(paragraph: Element) -> Element:
    span = etree.fromstring(etree.tostring(paragraph, with_tail=False))
    span.tag = "span"
    return span


def _check_links(tree: Element) -> None:
    """Keep links that lead somewhere from paper on a screen, and the words of all others."""
    targets = {node.get("id") for node in with_tag(tree, *_ANCHORED)}
    for link in with_tag(tree, "a"):
        href = link.get("href") or ""
        if href.startswith("#"):
            if href[1:] not in targets:
                unwrap(link)
        elif not _OUTSIDE.match(href):
            raise fault(link, f"the link {href} does not lead anywhere from paper")


def _gather_fills(tree: Element) -> None:
    """Put blanks that follow one another into one box, so that short ones share a line."""
    for first in with_class(tree, "kb-fill"):
        parent = first.getparent()
        if parent is None or has_class(parent, "kb-fills"):
            continue
        box = etree.Element("div", {"class": "kb-fills"})
        parent.insert(parent.index(first), box)
        node: Element | None = first
        while node is not None and has_class(node, "kb-fill"):
            following = node.getnext()
            if node.tail and node.tail.strip():
                following = None
            tail, node.tail = node.tail, None
            box.append(node)
            box.tail = tail
            node = following


def _close_up_spaces(tree: Element) -> None:
    """Leave one space between words and none at the edges of blocks."""
    for node in elements(tree):
        if node.text:
            before_block = len(node) > 0 and _is_block(node[0])
            alone = len(node) == 0 and _is_block(node)
            node.text = _closed(node.text, _is_block(node), before_block or alone)
        following = node.getnext()
        if node.tail:
            parent = node.getparent()
            at_end = following is None and parent is not None and _is_block(parent)
            before_block = following is not None and _is_block(following)
            after_block = _is_block(node) or node.tag == "br"
            node.tail = _closed(node.tail, after_block, at_end or before_block)


def _closed(text: str, at_start: bool, at_end: bool) -> str:
    text = _SPACES.sub(" ", text)
    text = text.lstrip(" ") if at_start else text
    return text.rstrip(" ") if at_end else text


def _is_block(node: Element) -> bool:
    return node.tag in BLOCKS
