"""What stands in a line: stress, links, notes, fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from kb.handouts.markup import Element, has_class
from kb.handouts.word import controls
from kb.handouts.word.notes import note
from kb.handouts.word.ooxml import R, w
from kb.handouts.word.sheet import Sheet, bookmark_name
from kb.handouts.word.text import PLAIN, Look, run, runs

_STRESS: Final[Mapping[str, str]] = {"strong": "Strong", "b": "Strong", "em": "Emphasis", "i": "Emphasis"}
_RAISED: Final[Mapping[str, str]] = {"sup": "superscript", "sub": "subscript"}


def inline(sheet: Sheet, node: Element, look: Look = PLAIN) -> list[Element]:
    """Return the runs of what an element holds."""
    made = runs(node.text or "", sheet.rtl, look)
    for child in node:
        made += spoken(sheet, child, look)
        made += runs(child.tail or "", sheet.rtl, look)
    return made


def spoken(sheet: Sheet, node: Element, look: Look = PLAIN) -> list[Element]:
    """Return the runs of one element in a line."""
    tag = str(node.tag)
    if tag in _STRESS:
        return inline(sheet, node, replace(look, stress=_STRESS[tag]))
    if tag in _RAISED:
        return inline(sheet, node, replace(look, raised=_RAISED[tag]))
    if has_class(node, "kb-footnote"):
        return [note(sheet, node, inline)]
    if has_class(node, "kb-block-label"):
        return inline(sheet, node, replace(look, style="BlockLabel"))
    return _SINGLE[tag](sheet, node, look) if tag in _SINGLE else inline(sheet, node, look)


def _link(sheet: Sheet, node: Element, look: Look) -> list[Element]:
    """Return a link: to a bookmark, or by a relationship of the part it stands in."""
    href = node.get("href") or ""
    cited = has_class(node, "kb-cite")
    inside = inline(sheet, node, look if cited else replace(look, style="Hyperlink"))
    if href.startswith("#"):
        return [w("hyperlink", *inside, anchor=bookmark_name(href[1:]), history="1")]
    link = w("hyperlink", *inside, history="1")
    link.set(f"{{{R}}}id", sheet.part.relate_to(href, RT.HYPERLINK, is_external=True))
    return [link]


def _code(sheet: Sheet, node: Element, look: Look) -> list[Element]:
    return inline(sheet, node, replace(look, style="Code"))


def _break(sheet: Sheet, node: Element, look: Look) -> list[Element]:
    return [run(look, sheet.rtl, w("br"))]


def _input(sheet: Sheet, node: Element, look: Look) -> list[Element]:
    field, number = sheet.field(node)
    make = controls.one_line if field.kind == "text" else controls.check_box
    return [make(field, number, sheet.rtl)]


def _area(sheet: Sheet, node: Element, look: Look) -> list[Element]:
    return [controls.in_cell(*sheet.field(node), sheet.rtl)]


_SINGLE: Final[Mapping[str, Callable[[Sheet, Element, Look], list[Element]]]] = {
    "a": _link,
    "code": _code,
    "br": _break,
    "input": _input,
    "textarea": _area,
}
