"""Finished handouts -> one PDF that stays tagged, with a bookmark and page labels for each.

Every copy begins on a new sheet, so that the whole set can be printed on both sides at once.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kb.handouts.pack.tags import Tags

_UA: Final = "http://www.aiim.org/pdfua/ns/id/"


@dataclass(frozen=True)
class Part:
    """One handout of the set.

    data: the PDF, without form fields; label: what its pages are called, before their number; group:
    the heading it stands under in the bookmarks; times: how many copies of it.
    """

    data: bytes
    title: str
    label: str
    group: str
    times: int = 1


@dataclass(frozen=True)
class _Bound:
    """What is known of a part once it is in: where its first copy begins, and which pages are whose."""

    part: Part
    first: int


def bind(parts: Sequence[Part], title: str, author: str, lang: str) -> bytes:
    """Return all copies of all parts as one PDF/UA-1, in the given order, the same bytes every time.

    Parts of one group must stand together.
    """
    pdf = pikepdf.new()
    tags = Tags(pdf)
    labels = Array()
    bound = [_add(pdf, tags, labels, part) for part in parts]
    tags.finish()
    pdf.Root.PageLabels = Dictionary(Nums=labels)
    pdf.Root.Lang = String("he-IL" if lang == "he" else "en-GB")
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    direction = Name.R2L if lang == "he" else Name.L2R
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=direction)
    pdf.Root.PageMode = Name.UseOutlines
    _bookmark(pdf, bound)
    _describe(pdf, title, author, lang)
    return _saved(pdf)


def _add(pdf: pikepdf.Pdf, tags: Tags, labels: Array, part: Part) -> _Bound:
    """Append every copy of a part; later copies share the text and fonts of the first."""
    begins = len(pdf.pages)
    length = 0
    for number in range(part.times):
        source = pikepdf.open(io.BytesIO(part.data))
        start = len(pdf.pages)
        # Links by name are made links to a place by Tags.
        for page in source.pages:
            pdf.pages.append(pikepdf.Page(pdf.copy_foreign(page.obj)))
        length = len(pdf.pages) - start
        if number:
            _share(pdf, begins, start, length)
        tags.add(source, [pdf.pages[start + index] for index in range(length)], part.group)
        labels.append(start)
        labels.append(pdf.make_indirect(Dictionary(S=Name.D, P=String(f"{part.label} "))))
        if length % 2:
            _blank(pdf)
    return _Bound(part, begins)


def _share(pdf: pikepdf.Pdf, begins: int, start: int, length: int) -> None:
    for index in range(length):
        first, copy = pdf.pages[begins + index].obj, pdf.pages[start + index].obj
        copy.Contents, copy.Resources = first.Contents, first.Resources


def _blank(pdf: pikepdf.Pdf) -> None:
    """Add the empty back of a last sheet."""
    size = pdf.pages[-1].mediabox
    pdf.add_blank_page().mediabox = size


def _bookmark(pdf: pikepdf.Pdf, bound: Sequence[_Bound]) -> None:
    with pdf.open_outline() as outline:
        groups: dict[str, pikepdf.OutlineItem] = {}
        for item in bound:
            part = item.part
            if part.group not in groups:
                groups[part.group] = pikepdf.OutlineItem(part.group, item.first)
                outline.root.append(groups[part.group])
            times = f" ×{part.times}" if part.times > 1 else ""
            groups[part.group].children.append(pikepdf.OutlineItem(part.title + times, item.first))


def _describe(pdf: pikepdf.Pdf, title: str, author: str, lang: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta.register_xml_namespace(_UA, "pdfuaid")
        meta[f"{{{_UA}}}part"] = "1"
        meta["dc:title"] = title
        meta["dc:creator"] = [author]
        meta["dc:language"] = {lang}


def _saved(pdf: pikepdf.Pdf) -> bytes:
    result = io.BytesIO()
    pdf.save(
        result,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    )
    return result.getvalue()
