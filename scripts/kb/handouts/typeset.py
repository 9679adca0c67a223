"""Document -> PDF by Typst: tagged, PDF/UA-1, the same bytes every time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import typst

from kb.handouts.document import Document
from kb.handouts.glyphs import FONTS
from kb.handouts.labels import PAGES, WORDS, copy_label, document_title
from kb.handouts.meta import HandoutError

TEMPLATES: Final = FONTS.parent / "templates"
# Kinds of document with a layout of their own; all others are running text.
_LAYOUTS: Final = {"path": "path.typ", "cards": "cards.typ"}
# A date in the file would make every rebuild differ; the text says when it was written.
_DATE: Final = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def fonts() -> typst.Fonts:
    """Return the print fonts, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def typeset(document: Document, close: bool = False) -> bytes:
    """Return the PDF as Typst writes it: fields are still links to their numbers.

    close: with less space between things. Raises HandoutError when Typst cannot set the text.
    """
    try:
        return typst.compile(
            str(TEMPLATES / _LAYOUTS.get(document.meta.kind, "handout.typ")),
            root=str(TEMPLATES),
            font_paths=fonts(),
            sys_inputs={"text": document.xml(), "data": json.dumps(_data(document, close))},
            pdf_standards=["ua-1"],
            timestamp=_DATE,
        )
    except typst.TypstError as error:
        # What can be known beforehand has been checked; this is the rest, without a place.
        raise HandoutError(f"typesetting stopped: {error.message}", document.meta.title) from error


def _data(document: Document, close: bool) -> dict[str, Any]:
    meta = document.meta
    return {
        "lang": meta.lang,
        "kind": meta.kind,
        "copy": meta.copy,
        "title": meta.title,
        "subtitle": meta.subtitle,
        "site": meta.site_title,
        "address": meta.address,
        "source": meta.source_line,
        "label": copy_label(meta),
        "document-title": document_title(meta),
        "pages": PAGES[meta.lang],
        "words": WORDS[meta.lang],
        "form": meta.has_form,
        "drawings": document.drawings,
        "close": close,
    }
