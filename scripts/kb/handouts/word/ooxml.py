"""Small steps in WordprocessingML, the XML that a Word document is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from kb.handouts.markup import Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {
    "w": W,
    "w14": W14,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ONLY_W: Final = {"w": W}

# Word rejects the properties of a paragraph in any other order.
# fmt: off
PARAGRAPH_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing",
    "ind", "jc", "outlineLvl", "rPr",
)
# fmt: on

_MILLIMETRE: Final = 1440 / 25.4


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _MILLIMETRE)


def name(tag: str) -> str:
    """Return the full name of a tag of WordprocessingML."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element | None, **values: object) -> Element:
    """Return an element; children that are None are left out, attributes are named without a prefix."""
    node = etree.Element(name(tag), nsmap=_ONLY_W)
    for key, value in values.items():
        node.set(name(key), str(value))
    for child in children:
        if child is not None:
            node.append(child)
    return node


def flag(tag: str, wanted: bool) -> Element | None:
    """Return an element that says yes by being there."""
    return w(tag) if wanted else None


def value(tag: str, given: object) -> Element | None:
    """Return an element with a value, None where the value is empty."""
    return w(tag, val=given) if given else None


def text(words: str, tag: str = "t") -> Element:
    """Return a text whose spaces count."""
    node = w(tag)
    node.text = words
    node.set(_SPACE, "preserve")
    return node


def set_property(paragraph: Element, given: Element) -> None:
    """Give a paragraph one more property, in its place among the others, unless it has it."""
    properties = paragraph.find(name("pPr"))
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    if properties.find(given.tag) is not None:
        return
    before = PARAGRAPH_ORDER[: PARAGRAPH_ORDER.index(etree.QName(given).localname)]
    place = sum(1 for node in properties if etree.QName(node).localname in before)
    properties.insert(place, given)


def paragraphs(blocks: Iterable[Element]) -> list[Element]:
    """Return every paragraph of some blocks, those in tables and controls too, in order."""
    return [node for block in blocks for node in block.iter(name("p"))]


def keep_together(blocks: Sequence[Element]) -> None:
    """Keep all these blocks on one page, if they fit there."""
    for paragraph in paragraphs(blocks)[:-1]:
        set_property(paragraph, w("keepNext"))
