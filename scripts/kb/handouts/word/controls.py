"""Content controls: places of a Word document to type into or to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from kb.handouts.fields import Field
from kb.handouts.markup import Element
from kb.handouts.word.ooxml import W14, flag, name, text, value, w

# Word takes no longer names than this.
_LONGEST: Final = 64
# What an empty control holds. On paper it is the beginning of a dotted line, or nothing in a table's cell.
DOTS, BLANK = "." * 12, "\u2002" * 5
_EMPTY, _TICKED, _SYMBOLS = "\u2610", "\u2612", "MS Gothic"


def one_line(field: Field, number: int, rtl: bool) -> Element:
    """Return a control in a line, on a dotted line."""
    return _typed(field, number, rtl, DOTS, several=False)


def in_cell(field: Field, number: int, rtl: bool) -> Element:
    """Return a control that fills a table's cell."""
    return _typed(field, number, rtl, BLANK, several=True)


def several_lines(field: Field, number: int, lines: Sequence[Element]) -> Element:
    """Return a control round whole paragraphs."""
    return w("sdt", _named(field, number), w("sdtContent", *lines))


def check_box(field: Field, number: int, rtl: bool) -> Element:
    """Return a box to tick."""
    states = {"checked": {"val": "0"}}
    for state, sign in (("checkedState", _TICKED), ("uncheckedState", _EMPTY)):
        states[state] = {"val": f"{ord(sign):04X}", "font": _SYMBOLS}
    box = etree.Element(f"{{{W14}}}checkbox", nsmap={"w14": W14})
    for state, values in states.items():
        node = etree.SubElement(box, f"{{{W14}}}{state}")
        for key, given in values.items():
            node.set(f"{{{W14}}}{key}", given)
    look = w("rPr", value("rStyle", "CheckBox"), flag("rtl", rtl))
    return w("sdt", _named(field, number, box), w("sdtContent", w("r", look, text(_EMPTY))))


def _typed(field: Field, number: int, rtl: bool, placeholder: str, several: bool) -> Element:
    kind = w("text", multiLine="1") if several else w("text")
    named = _named(field, number, kind)
    named.insert([node.tag for node in named].index(name("id")), w("showingPlcHdr"))
    look = w("rPr", value("rStyle", "PlaceholderText"), flag("rtl", rtl))
    return w("sdt", named, w("sdtContent", w("r", look, text(placeholder))))


def _named(field: Field, number: int, kind: Element | None = None) -> Element:
    """Return the control's properties: what it is called, for people and for programs."""
    label = field.choice_label if field.kind == "choice" else field.label
    tag = f"{field.name}-{field.value}" if field.kind == "choice" else field.name
    return w(
        "sdtPr",
        w("alias", val=_short(label)),
        w("id", val=number + 1),
        w("tag", val=tag[:_LONGEST]),
        kind,
    )


def _short(label: str) -> str:
    """Return a label without its last words, where Word would not take all; they stand beside the field."""
    if len(label) <= _LONGEST:
        return label
    return label[: _LONGEST - 1].rpartition(" ")[0] + "…"
