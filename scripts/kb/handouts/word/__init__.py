"""A document as a Word file: text that can be edited, fields that can be typed into or written on.

text (runs of one direction) -> inline -> blocks (boxes, lists, tables, fields, pictures) -> frame -> parts.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final

from docx.package import Package

from kb.handouts.document import Document, document
from kb.handouts.labels import document_title
from kb.handouts.markup import Element
from kb.handouts.meta import HandoutMeta
from kb.handouts.word.blocks import flow
from kb.handouts.word.frame import numbering, section, settings
from kb.handouts.word.notes import finish_notes
from kb.handouts.word.ooxml import w
from kb.handouts.word.parts import add_part, main_part, root
from kb.handouts.word.sheet import Place, Sheet, paragraph
from kb.handouts.word.styles import styles
from kb.handouts.word.text import runs

# A date in the file would make every rebuild differ; the text says when it was written.
_DATE: Final = datetime(2026, 1, 1)
_ZIP_DATE: Final = (2026, 1, 1, 0, 0, 0)
LANGUAGES: Final = {"he": "he-IL", "en": "en-GB"}


def render_docx(fragment: str, meta: HandoutMeta) -> bytes:
    """Return one copy of a page's HTML fragment as a Word file, the same bytes every time.

    Raises HandoutError for anything that cannot be printed.
    """
    return docx_of(document(fragment, meta))


def docx_of(printed: Document) -> bytes:
    """Return a document as a Word file."""
    package = Package()
    sheet = Sheet(printed, main_part(package))
    lines = [*_top(sheet), *flow(sheet, printed.tree, Place())]
    sheet.body.text = root("document", w("body", *lines, section(sheet)))
    finish_notes(sheet)
    add_part(sheet.body, "styles", styles(sheet.rtl, printed.meta.kind == "code"))
    add_part(sheet.body, "numbering", numbering(sheet.lists))
    add_part(sheet.body, "settings", settings(bool(sheet.notes)))
    _describe(package, printed.meta)
    return _zipped(package)


def _top(sheet: Sheet) -> list[Element]:
    meta = sheet.printed.meta
    made = [paragraph(sheet, runs(meta.title, sheet.rtl), Place(), style="Title")]
    if meta.subtitle:
        made.append(paragraph(sheet, runs(meta.subtitle, sheet.rtl), Place(), style="Subtitle"))
    return made


def _describe(package: Package, meta: HandoutMeta) -> None:
    """Set what programs and screen readers say of the file."""
    about = package.core_properties
    about.title, about.subject, about.author = document_title(meta), meta.address, meta.site_title
    about.language, about.comments = LANGUAGES[meta.lang], meta.source_line
    about.last_modified_by, about.revision = meta.site_title, 1
    about.created = about.modified = _DATE


def _zipped(package: Package) -> bytes:
    """Return the package as a file: python-docx would write the time of writing into it."""
    dated, fixed = io.BytesIO(), io.BytesIO()
    package.save(dated)
    with zipfile.ZipFile(dated) as parts, zipfile.ZipFile(fixed, "w") as made:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on Windows
            made.writestr(entry, parts.read(name))
    return fixed.getvalue()
