"""Hebrew in the file's own order: what readers that do not sort by position make of it."""

from __future__ import annotations

import importlib.metadata
import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdf
import pytest

from handouts.printed import fragment, meta, opened, printed, spoken
from kb.handouts.document import document
from kb.handouts.order import _font, order_words
from kb.handouts.typeset import typeset

SENTENCE = "אל מי אפנה קודם (שם, תפקיד, מקום), ומה אגיד?"


def test_the_engine_is_the_one_whose_operators_the_pass_knows() -> None:
    assert importlib.metadata.version("typst") == "0.15.2"


def test_typst_alone_says_the_words_backwards() -> None:
    """If this fails, Typst has mended the order and order.py can go."""
    raw = opened(typeset(document(fragment("worksheet", "he"), meta("worksheet", "blank", "he"))))
    assert SENTENCE not in spoken(raw)
    assert order_words(raw) > 0
    assert SENTENCE in spoken(raw)


def test_every_run_of_words_is_joined() -> None:
    pdf = opened(printed("worksheet", "trainer", "he"))
    for page in pdf.pages:
        content = page.Contents.read_bytes()
        assert b"/ReversedChars" in content
        assert not re.search(rb"EMC\s*/ReversedChars", content)


@pytest.mark.parametrize("apart", [0.0, 1.5, -0.8])
def test_nothing_moves_on_the_page(apart: float) -> None:
    """Words that Typst sets wider or closer (`apart`, in points) stay where they are, too."""
    raw = opened(typeset(document(fragment("worksheet", "he"), meta("worksheet", "trainer", "he"))))
    for page in raw.pages:
        content = page.Contents.read_bytes()
        content = re.sub(rb"(?<=-1 )([1-9]\S*)(?= 0 Tm)", lambda m: b"%.4f" % (float(m[1]) + apart), content)
        page.Contents = raw.make_stream(content)
    before = [_glyph_places(page) for page in raw.pages]
    assert order_words(raw) > 0
    after = [_glyph_places(page) for page in raw.pages]
    for old, new in zip(before, after, strict=True):
        assert [code for _, code in old] == [code for _, code in new]
        assert max(abs(a - b) for (a, _), (b, _) in zip(old, new, strict=True)) < 0.01  # points


def _glyph_places(page: pikepdf.Page) -> list[tuple[float, int]]:
    """Return (distance from its text object's start, code) of every glyph, from left to right."""
    fonts = {str(name): _font(font) for name, font in page.resources["/Font"].items()}
    places: list[tuple[float, int]] = []
    run: list[tuple[float, int]] = []
    name, size, x = "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                name, size = str(operands[0]), float(operands[1])
            case "Tm":
                x = float(operands[4])
            case "TJ" | "Tj":
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                for item in shown:
                    if not isinstance(item, pikepdf.String):
                        x -= float(item) * size / 1000
                        continue
                    codes = bytes(item)
                    for high, low in zip(codes[::2], codes[1::2], strict=True):
                        code = high << 8 | low
                        run.append((x, code))
                        x += fonts[name].widths.get(code, fonts[name].default) * size / 1000
            case "ET":
                places += sorted(run)
                run = []
    return places


@pytest.mark.parametrize(
    "words",
    [
        "מפת הקשרים שלי",
        "את מי אני מכירים",
        "אל מי אפנה קודם",
        "יש שלושה אנשים ברשימה",
        "כותבים ראשי תיבות בלבד",
    ],
)
def test_pypdf_reads_hebrew_in_order(words: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed("worksheet", "blank", "he")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert words in text


def test_pdftotext_finds_every_hebrew_word(tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    assert program, "install poppler-utils: pdftotext looks for words as viewers on Linux do"
    file = tmp_path / "sheet.pdf"
    file.write_bytes(printed("worksheet", "trainer", "he"))
    text = subprocess.run([program, str(file), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    tree = document(fragment("worksheet", "he"), meta("worksheet", "trainer", "he")).tree
    words = set(re.findall(r"[א-ת]{2,}", " ".join(tree.itertext())))
    assert len(words) > 60
    assert sorted(word for word in words if word not in text) == []
