"""Samples to print, and a strict reader of what was printed.

The reader goes by the tags alone, as assistive software does: structure elements in their order,
the marked content each one names, letters by the fonts' own Unicode maps, and what is marked
/ReversedChars turned round. It sorts nothing by position and guesses nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from kb.handouts import HandoutMeta, render_pdf

SAMPLES = Path(__file__).parent / "samples"
TITLES = {
    ("worksheet", "he"): "מפת הקשרים שלי",
    ("worksheet", "en"): "My map of ties",
    ("check", "he"): "בדיקה עצמית",
    ("check", "en"): "Check yourself",
    ("case", "he"): "רות: הדרך חזרה",
    ("case", "en"): "Ruth: the way back",
}


def meta(sample: str, copy: Any, lang: Any) -> HandoutMeta:
    """Return what stands around a sample."""
    he = lang == "he"
    return HandoutMeta(
        slug=sample,
        copy=copy,
        lang=lang,
        kind="case" if sample == "case" else "exercise",
        title=TITLES[sample, lang],
        subtitle="דף אחד לעבודה בזוגות." if he else "One sheet for work in pairs.",
        site_title="אתר לדוגמה" if he else "Sample site",
        address=f"example.org/{sample}",
        source_line="מבוסס על חוברת, 2010 · CC BY 4.0" if he else "Based on a booklet, 2010 · CC BY 4.0",
    )


def fragment(sample: str, lang: str) -> str:
    """Return a sample's HTML."""
    return (SAMPLES / f"{sample}.{lang}.html").read_text(encoding="utf-8")


@cache
def printed(sample: str, copy: str, lang: str) -> bytes:
    """Return a sample's PDF, made once."""
    return render_pdf(fragment(sample, lang), meta(sample, copy, lang))


def render(html: str, kind: Any = "exercise", copy: Any = "guided", lang: Any = "en") -> bytes:
    """Print a fragment with the least around it."""
    around = {"subtitle": "", "site_title": "Site", "address": "example.org", "source_line": "Source"}
    return render_pdf(html, HandoutMeta("x", copy, lang, kind, "Title", **around))


def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF."""
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return (role, text of its own and of what is in it) of all structure elements, in order."""
    text = _marked_text(pdf)
    found: list[tuple[str, str]] = []

    def read(element: Any, page: Any) -> str:
        place = len(found)
        found.append(("", ""))
        page = element.get("/Pg", page)
        inside = element.get("/K", [])
        parts = []
        for kid in inside if isinstance(inside, Array) else [inside]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                parts.append(read(kid, page))
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                parts.append(text.get((kid.get("/Pg", page).objgen, int(kid.MCID)), ""))
            elif isinstance(kid, int):
                parts.append(text.get((page.objgen, kid), ""))
        joined = str(element.Alt) if "/Alt" in element else "".join(parts)
        found[place] = (str(element.S)[1:], " ".join(joined.split()))
        return f"\n{joined}\n" if str(element.S) not in _INLINE else joined

    inside = pdf.Root.StructTreeRoot.K
    for top in inside if isinstance(inside, Array) else [inside]:
        read(top, None)
    return found


_INLINE = {"/Span", "/Strong", "/Em", "/Link", "/Lbl", "/Code", "/Note", "/Reference"}


def spoken(pdf: pikepdf.Pdf) -> str:
    """Return everything a strict reader says, in order, with single spaces."""
    return elements(pdf)[0][1]


def _marked_text(pdf: pikepdf.Pdf) -> dict[tuple[Any, int], str]:
    """Return (page, id of marked content) -> its text."""
    found: dict[tuple[Any, int], str] = {}
    for page in pdf.pages:
        fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
        for ident, text in _pieces(page, fonts):
            key = (page.obj.objgen, ident)
            found[key] = found.get(key, "") + text
    return found


def _pieces(page: pikepdf.Page, fonts: dict[str, dict[int, str]]) -> Iterator[tuple[int, str]]:
    marks: list[Any] = []
    font: dict[int, str] = {}
    held: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            marks.append(operands[1].get("/MCID") if name == "BDC" else str(operands[0]))
        elif name == "EMC":
            ident = next((mark for mark in reversed(marks) if isinstance(mark, int)), None)
            if marks.pop() == "/ReversedChars" and ident is not None:
                yield int(ident), "".join(reversed(held))
            elif ident is not None:
                yield int(ident), "".join(held)
            held = []
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("TJ", "Tj"):
            for item in operands[0] if isinstance(operands[0], Array) else [operands[0]]:
                if isinstance(item, pikepdf.String):
                    codes = bytes(item)
                    pairs = zip(codes[::2], codes[1::2], strict=True)
                    held += [font[high << 8 | low] for high, low in pairs]


def _letters(font: Any) -> dict[int, str]:
    """Return code -> letters, from a font's Unicode map."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(letters, 16)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = chr(start + offset)
    return found
