"""HTML fragment -> element tree and drawings."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from kb.handouts.markup import Element, drop, elements, fault, with_tag, words

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SVG = "http://www.w3.org/2000/svg"
_FONT = "Assistant"
RIGHT_TO_LEFT, END = "\u202b", "\u202c"
_MIRRORED = {"start": "end", "end": "start"}


def read(fragment: str, title: str) -> tuple[Element, list[str]]:
    """Return the fragment below one root, and its drawings as SVG texts.

    Each drawing is stood in for by <img data-kb-drawing="number" alt="its text alternative">:
    names in SVG keep their capitals, which an HTML parser takes away. The root carries the title,
    for messages about what comes before the first heading.
    """
    found: list[str] = []

    def stand_in(match: re.Match[str]) -> str:
        found.append(match[0])
        return f'<img data-kb-drawing="{len(found) - 1}">'

    html = _DRAWING.sub(stand_in, fragment)
    tree = lxml.html.fragment_fromstring(html, create_parent="main")
    tree.set("title", title)
    for node in list(tree.iter(etree.Comment, etree.ProcessingInstruction)):
        drop(node)
    drawings = []
    for image in with_tag(tree, "img"):
        drawings.append(_drawing(image, found))
    return tree, drawings


def _drawing(image: Element, found: list[str]) -> str:
    number = image.get("data-kb-drawing")
    if number is None:
        raise fault(image, f"the picture {image.get('src') or ''} cannot be printed, only figures")
    try:
        svg = etree.fromstring(found[int(number)])
    except etree.XMLSyntaxError as error:
        raise fault(image, f"the drawing of the figure is not well-formed: {error.msg}") from None
    alt = _alternative(svg)
    if not alt:
        raise fault(image, "the figure has no text alternative (title, desc or aria-label)")
    image.set("alt", alt)
    image.set("data-kb-width", _width(svg))
    return _for_print(svg)


def _alternative(svg: Element) -> str:
    """Return the drawing's title and description, or its label."""
    parts = []
    for node in svg:
        if isinstance(node.tag, str) and etree.QName(node).localname in ("title", "desc"):
            parts.append(words(node))
    label = " ".join((svg.get("aria-label") or "").split())
    return ". ".join(part.rstrip(".") for part in parts if part) or label


def _width(svg: Element) -> str:
    """Return the drawing's width in its own units."""
    box = (svg.get("viewBox") or "").replace(",", " ").split()
    return box[2] if len(box) == 4 else (svg.get("width") or "640").removesuffix("px")


def _for_print(svg: Element) -> str:
    """Return the SVG as the engine's drawing library needs it.

    It does not know `direction`: so text is embedded as right-to-left by characters, and anchors
    are named from the other side.
    """
    svg.set("font-family", _FONT)
    if svg.get("dir") == "rtl" or svg.get("direction") == "rtl":
        for node in elements(svg):
            anchor = node.get("text-anchor")
            if anchor in _MIRRORED:
                node.set("text-anchor", _MIRRORED[anchor])
            if etree.QName(node).localname in ("text", "tspan") and (node.text or "").strip():
                node.text = f"{RIGHT_TO_LEFT}{node.text}{END}"
    text = etree.tostring(svg, encoding="unicode", with_tail=False)
    return text if "xmlns=" in text else text.replace("<svg", f'<svg xmlns="{_SVG}"', 1)
