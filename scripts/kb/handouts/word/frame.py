"""What stands round the text: page, header, footer, numbering and settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from kb.handouts.labels import PAGES, copy_label
from kb.handouts.markup import Element
from kb.handouts.word.notes import SEPARATORS
from kb.handouts.word.ooxml import R, flag, text, twips, w
from kb.handouts.word.parts import add_part, root, written
from kb.handouts.word.sheet import (
    ABOVE,
    BELOW,
    BINDING,
    HANG,
    ITEM,
    OUTER,
    PAGE,
    TEXT_WIDTH,
    Place,
    Sheet,
    paragraph,
)
from kb.handouts.word.text import PLAIN, Look, run, runs

_HEAD, _FOOT = 10, 9  # millimetres from the edge of the paper
_STRONG: Final = Look(stress="Strong")
_FIELDS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_DEEPEST: Final = 9  # levels of a list that Word knows
_BULLETS: Final = ("•", "–")


def section(sheet: Sheet) -> Element:
    """Add headers and footers, and return the properties of the document's one section."""
    binding, outer = ("right", "left") if sheet.rtl else ("left", "right")
    references = []
    parts = (("header", "first", _first_head), ("header", "default", _head))
    for number, (what, kind, make) in enumerate(parts, start=1):
        references.append(_reference(sheet, what, kind, make(sheet), number))
    for number, kind in enumerate(("first", "default"), start=1):
        references.append(_reference(sheet, "footer", kind, _foot(sheet), number))
    margins = {binding: twips(BINDING), outer: twips(OUTER), "top": twips(ABOVE), "bottom": twips(BELOW)}
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(PAGE[0]), h=twips(PAGE[1])),
        w("pgMar", **margins, header=twips(_HEAD), footer=twips(_FOOT), gutter=0),
        w("titlePg"),
        flag("bidi", sheet.rtl),
    )


def _reference(sheet: Sheet, what: str, kind: str, lines: list[Element], number: int) -> Element:
    tag = {"header": "hdr", "footer": "ftr"}[what]
    _, ident = add_part(sheet.body, what, root(tag, *lines), number)
    made = w(f"{what}Reference", type=kind)
    made.set(f"{{{R}}}id", ident)
    return made


def _first_head(sheet: Sheet) -> list[Element]:
    """Return the site and, in a frame, which copy this is."""
    meta = sheet.printed.meta
    label = runs(copy_label(meta), sheet.rtl, Look(style="BlockLabel")) if copy_label(meta) else []
    return [_ends(sheet, runs(meta.site_title, sheet.rtl, _STRONG), label, "Header")]


def _head(sheet: Sheet) -> list[Element]:
    meta = sheet.printed.meta
    return [_ends(sheet, runs(meta.title, sheet.rtl), runs(copy_label(meta), sheet.rtl), "Header")]


def _foot(sheet: Sheet) -> list[Element]:
    meta = sheet.printed.meta
    address = [run(PLAIN, False, text(meta.address))]
    source = paragraph(sheet, runs(meta.source_line, sheet.rtl), Place(), style="Footer")
    return [source, _ends(sheet, address, _page_of(sheet), "Footer")]


def _ends(sheet: Sheet, first: list[Element], last: list[Element], style: str) -> Element:
    """Return a line with a text at either end."""
    end = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    return paragraph(sheet, [*first, run(PLAIN, sheet.rtl, w("tab")), *last], Place(), style=style, tabs=end)


def _page_of(sheet: Sheet) -> list[Element]:
    """Return "page x of y" with fields that Word counts."""
    made: list[Element] = []
    rest = PAGES[sheet.printed.meta.lang]
    for mark, command in _FIELDS.items():
        before, _, rest = rest.partition(mark)
        made += runs(before, sheet.rtl, _STRONG)
        for kind in ("begin", "", "separate", "1", "end"):
            made.append(run(_STRONG, sheet.rtl, _field_piece(kind, command)))
    return made + runs(rest, sheet.rtl, _STRONG)


def _field_piece(kind: str, command: str) -> Element:
    if kind == "":
        return text(f" {command} ", "instrText")
    return text(kind) if kind == "1" else w("fldChar", fldCharType=kind)


def numbering(lists: Sequence[tuple[int, int]]) -> bytes:
    """Return the part that says how items are marked: bullets, and each numbered list from its start."""
    made = [_levels(0, "bullet"), _levels(1, "decimal"), w("num", w("abstractNumId", val=0), numId=1)]
    for number, (start, depth) in enumerate(lists, start=2):
        again = w("lvlOverride", w("startOverride", val=start), ilvl=depth)
        made.append(w("num", w("abstractNumId", val=1), again, numId=number))
    return root("numbering", *made)


def _levels(number: int, kind: str) -> Element:
    made = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), abstractNumId=number)
    for level in range(_DEEPEST):
        sign = _BULLETS[level % 2] if kind == "bullet" else f"%{level + 1}."
        indent = w("ind", left=ITEM * (level + 1), hanging=HANG)
        made.append(
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=kind),
                w("lvlText", val=sign),
                w("lvlJc", val="left"),
                w("pPr", indent),
                ilvl=level,
            )
        )
    return made


@cache
def settings(has_notes: bool) -> bytes:
    """Return the part with the document's settings: those of today's Word, not of an old one."""
    notes = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS) if has_notes else ""
    rows = [
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>',
        f"<w:footnotePr>{notes}</w:footnotePr>" if notes else "",
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
        '<w:themeFontLang w:val="en-GB" w:bidi="he-IL"/>',
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    ]
    return written("settings", *rows)
