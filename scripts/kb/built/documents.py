"""Files to download -> the addresses that are links in them: PDF and Word."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Final

import pikepdf

from kb.built.records import Reference, SiteFile

RELATIONS: Final = "word/_rels/document.xml.rels"
RELATION: Final = re.compile(r"<Relationship\s[^>]*>")
TARGET: Final = re.compile(r'\sTarget="([^"]*)"')


def read_pdf(data: bytes, name: str) -> SiteFile:
    """Return the links in a PDF, each on the line that is its page's number."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            found = list(dict.fromkeys(_pdf_links(pdf)))
            return SiteFile(name, "pdf", found, sheets=len(pdf.pages))
    except pikepdf.PdfError:
        return SiteFile(name, "pdf", readable=False)


def _pdf_links(pdf: pikepdf.Pdf) -> Iterator[Reference]:
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.obj.get("/Annots", ()):
            action = note.get("/A")
            if action is not None and action.get("/S") == "/URI":
                yield Reference(number, str(action.get("/URI", "")), False)


def read_docx(data: bytes, name: str) -> SiteFile:
    """Return the links in a Word file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as whole:
            text = whole.read(RELATIONS).decode("utf-8") if RELATIONS in whole.namelist() else ""
    except (zipfile.BadZipFile, UnicodeDecodeError):
        return SiteFile(name, "docx", readable=False)
    outside = [found[0] for found in RELATION.finditer(text) if 'TargetMode="External"' in found[0]]
    urls = [unescape(found[1]) for row in outside if (found := TARGET.search(row))]
    return SiteFile(name, "docx", [Reference(0, url, False) for url in dict.fromkeys(urls)])
