"""Document -> finished PDF: typeset, put in reading order, made into a form."""

from __future__ import annotations

import io
import re
from typing import Final

import pikepdf

from kb.handouts.document import Document, document
from kb.handouts.forms import add_fields
from kb.handouts.meta import HandoutError, HandoutMeta
from kb.handouts.order import order_words
from kb.handouts.structure import mend_structure
from kb.handouts.typeset import typeset

# A last page filled less than this may be saved by setting the text closer.
_WORTH_A_TRY: Final = 0.7
# What is pinned up or carried in a pocket.
_ONE_PAGE: Final = ("code", "path")
# Where Typst puts each piece of a page, in points from below; those below _FOOTER are the footer.
_PLACE: Final = re.compile(rb"1 0 0 -1 \S+ (\S+) cm")
_FOOTER: Final = 60.0


def render_pdf(fragment: str, meta: HandoutMeta) -> bytes:
    """Return one copy of a page's HTML fragment as PDF/UA-1, the same bytes every time.

    Raises HandoutError for anything that cannot be printed.
    """
    return pdf_of(document(fragment, meta))


def pdf_of(printed: Document) -> bytes:
    """Return a document as PDF/UA-1; set closer where that saves its last page."""
    pdf = _open(typeset(printed))
    if len(pdf.pages) > 1 and _share_filled(pdf.pages[-1]) < _WORTH_A_TRY:
        closer = _open(typeset(printed, close=True))
        pdf = min(pdf, closer, key=lambda candidate: len(candidate.pages))
    if printed.meta.kind in _ONE_PAGE and len(pdf.pages) > 1:
        raise HandoutError(f"the text takes {len(pdf.pages)} pages, and has one", printed.meta.title)
    order_words(pdf)
    if printed.meta.has_form:
        add_fields(pdf, printed.fields, rtl=printed.meta.lang == "he")
        mend_structure(pdf)
    return _saved(pdf)


def _share_filled(page: pikepdf.Page) -> float:
    """Return how far down a page goes, from 0 to 1, its footer left aside."""
    height = float(page.mediabox[3])
    heights = (float(match[1]) for match in _PLACE.finditer(page.Contents.read_bytes()))
    lowest = min((place for place in heights if place > _FOOTER), default=height)
    return 1 - lowest / height


def _open(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    result = io.BytesIO()
    pdf.save(
        result,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    )
    return result.getvalue()
