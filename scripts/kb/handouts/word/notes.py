"""Footnotes: their text stands in a part of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kb.handouts.markup import Element
from kb.handouts.word.ooxml import w
from kb.handouts.word.parts import add_part, root
from kb.handouts.word.sheet import Place, Sheet, paragraph
from kb.handouts.word.text import Look, run, runs

# Numbers that Word keeps for the lines above the notes.
SEPARATORS: Final[Mapping[int, str]] = {-1: "separator", 0: "continuationSeparator"}
_REFERENCE: Final = Look(style="FootnoteReference")

Inline = Callable[[Sheet, Element], list[Element]]


def note(sheet: Sheet, node: Element, inline: Inline) -> Element:
    """Write a footnote and return the sign in the text that refers to it."""
    if sheet.notes_part is None:
        sheet.notes_part, _ = add_part(sheet.body, "footnotes")
    number = len(sheet.notes) + 1
    sheet.part = sheet.notes_part
    sign = run(_REFERENCE, sheet.rtl, w("footnoteRef"))
    words = [sign, *runs(" ", sheet.rtl), *inline(sheet, node)]
    sheet.part = sheet.body
    sheet.notes.append(w("footnote", paragraph(sheet, words, Place(style="FootnoteText")), id=number))
    return run(_REFERENCE, sheet.rtl, w("footnoteReference", id=number))


def finish_notes(sheet: Sheet) -> None:
    """Set the text of the notes' part, if there are notes."""
    if sheet.notes_part is not None:
        lines = [
            w("footnote", paragraph(sheet, [w("r", w(kind))], Place()), type=kind, id=number)
            for number, kind in SEPARATORS.items()
        ]
        sheet.notes_part.text = root("footnotes", *lines, *sheet.notes)
