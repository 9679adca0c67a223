"""Marked places in a typeset PDF -> form fields that can be filled in and that screen readers name.

The template leaves an empty link to https://field.invalid/NUMBER where a field is; its place, size
and position in the reading order are what the field needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kb.handouts.fields import Field
from kb.handouts.meta import HandoutError

MARK: Final = "https://field.invalid/"
# Bits of a field's /Ff: several lines; and, for a group, choices of which one stays chosen.
_MULTILINE: Final = 1 << 12
_RADIO: Final = (1 << 15) | (1 << 14)
_PRINTED: Final = 4  # annotation flag
_LOOK: Final = "/Helv 11 Tf 0 g"
# Strokes of a chosen box; x0.5 is half its width, y0.5 half its height.
_TICK: Final = "q 1.6 w 1 J x0.2 y0.52 m x0.42 y0.24 l x0.82 y0.8 l S Q"
_RING: Final = (
    "q 2.4 w x0.92 y0.5 m x0.92 y0.732 x0.732 y0.92 x0.5 y0.92 c "
    "x0.268 y0.92 x0.08 y0.732 x0.08 y0.5 c x0.08 y0.268 x0.268 y0.08 x0.5 y0.08 c "
    "x0.732 y0.08 x0.92 y0.268 x0.92 y0.5 c S Q"
)
_ROLES: Final = {"text": Name.tv, "lines": Name.tv, "tick": Name.cb, "choice": Name.rb}


def add_fields(pdf: pikepdf.Pdf, fields: Sequence[Field], rtl: bool) -> None:
    """Turn the marked links into form fields, in the order of the pages.

    Raises HandoutError when a field does not stand on the paper exactly once.
    """
    owners = _owners(pdf)
    groups: dict[str, Any] = {}
    drawings = _Drawings(pdf)
    made = Array()
    seen: list[int] = []
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            number = _number(link)
            if number is None:
                continue
            field = fields[number]
            seen.append(number)
            _make_widget(link, page)
            _make_form_element(owners[int(link.StructParent)], field)
            if field.kind == "choice":
                made.extend(_choice_group(pdf, link, field, groups))
                strokes = _TICK if field.words else _RING
                link.AP = drawings.states(link, f"/{field.value}", strokes)
            else:
                _fill_in(drawings, link, field, rtl)
                made.append(link)
    for number, field in enumerate(fields):
        if (times := seen.count(number)) != 1:
            raise HandoutError(f"the field stands on the paper {times} times, not once", field.label)
    if made:
        pdf.Root.AcroForm = pdf.make_indirect(_form(pdf, made))


def _number(link: Any) -> int | None:
    address = str(link.A.get("/URI", "")) if "/A" in link else ""
    return int(address.removeprefix(MARK)) if address.startswith(MARK) else None


def _owners(pdf: pikepdf.Pdf) -> dict[int, Any]:
    """Return the structure element of each annotation, by its /StructParent."""

    def pairs(node: Any) -> Iterator[tuple[int, Any]]:
        numbers = node.get("/Nums", [])
        for index in range(0, len(numbers), 2):
            yield int(numbers[index]), numbers[index + 1]
        for kid in node.get("/Kids", []):
            yield from pairs(kid)

    return dict(pairs(pdf.Root.StructTreeRoot.ParentTree))


def _make_widget(link: Any, page: pikepdf.Page) -> None:
    for key in ("/A", "/Border", "/QuadPoints", "/Contents", "/H", "/BS", "/C"):
        if key in link:
            del link[key]
    link.Subtype = Name.Widget
    link.F = _PRINTED
    link.P = page.obj


def _make_form_element(element: Any, field: Field) -> None:
    """Make the link's structure element a form field of its kind, with nothing else in it."""
    inside = element.K if isinstance(element.K, Array) else [element.K]
    if any(item.get("/Type") != Name.OBJR for item in inside):
        raise HandoutError("the field's mark has text in it", field.label)
    for key in ("/Alt", "/T"):
        if key in element:
            del element[key]
    element.S = Name.Form
    element.A = Dictionary(O=Name.PrintField, Role=_ROLES[field.kind])


def _fill_in(drawings: _Drawings, widget: Any, field: Field, rtl: bool) -> None:
    widget.T, widget.TU = String(field.name), String(field.label)
    if field.kind == "tick":
        widget.FT, widget.V, widget.AS = Name.Btn, Name.Off, Name.Off
        widget.AP = drawings.states(widget, "/Yes", _TICK)
        return
    widget.FT, widget.Q = Name.Tx, 2 if rtl else 0
    widget.DA = String(_LOOK)
    widget.Ff = _MULTILINE if field.kind == "lines" else 0
    widget.AP = Dictionary(N=drawings.drawing(widget, "/Tx BMC EMC"))


def _choice_group(pdf: pikepdf.Pdf, widget: Any, field: Field, groups: dict[str, Any]) -> list[Any]:
    """Add one choice to its group; return the group when this choice brings it into being."""
    new = field.name not in groups
    if new:
        group = Dictionary(FT=Name.Btn, Ff=_RADIO, T=String(field.name), TU=String(field.label), V=Name.Off)
        group.Kids = Array()
        groups[field.name] = pdf.make_indirect(group)
    group = groups[field.name]
    group.Kids.append(widget)
    widget.Parent, widget.AS = group, Name.Off
    widget.TU = String(field.choice_label)
    return [group] if new else []


class _Drawings:
    """Appearances of fields; fields of one size share theirs."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[str, float, float], pikepdf.Stream] = {}

    def states(self, widget: Any, on: str, strokes: str) -> Dictionary:
        """Return the two states of a box: with these strokes, and empty."""
        states = {on: self.drawing(widget, strokes), "/Off": self.drawing(widget, "")}
        return Dictionary(N=Dictionary(states))

    def drawing(self, widget: Any, strokes: str) -> pikepdf.Stream:
        """Return a drawing of the widget's size."""
        left, bottom, right, top = (float(value) for value in widget.Rect)
        width, height = round(right - left, 1), round(top - bottom, 1)
        key = (strokes, width, height)
        if key not in self._made:
            text = re.sub(r"([xy])(0\.\d+)", lambda m: _share(m, width, height), strokes)
            stream = self._pdf.make_stream(text.encode("ascii"))
            stream.Type, stream.Subtype = Name.XObject, Name.Form
            stream.BBox = Array([0, 0, width, height])
            stream.Resources = Dictionary()
            self._made[key] = stream
        return self._made[key]


def _share(match: re.Match[str], width: float, height: float) -> str:
    return f"{(width if match[1] == 'x' else height) * float(match[2]):.1f}"


def _form(pdf: pikepdf.Pdf, made: Array) -> Dictionary:
    helvetica = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    fonts = Dictionary(Helv=pdf.make_indirect(helvetica))
    return Dictionary(Fields=made, DR=Dictionary(Font=fonts), DA=String(_LOOK), NeedAppearances=False)
