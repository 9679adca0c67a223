"""Word copies as LibreOffice sets them: what stands on which side of the paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest

from handouts.wordfile import made, render
from kb.content import load
from kb.handouts import render_docx
from kb.handouts.jobs import jobs
from kb.siteconfig import site_config
from support import ROOT

INSTALL = (
    "apt-get install --no-install-recommends libreoffice-writer-nogui, or LibreOffice from libreoffice.org"
)
NAMES = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PROSE = {
    "he": "<p>לפי SMART (specific), עמ׳ 12–14, סוף.</p><ul><li>נקודה</li></ul><ol><li>ראשון</li></ol>",
    "en": "<p>After SMART, pp. 12–14, end.</p><ul><li>point</li></ul><ol><li>first</li></ol>",
}


@dataclass(frozen=True)
class Word:
    """A word on paper: its page from 0, and its edges in points from the left and from above."""

    page: int
    words: str
    left: float
    right: float
    top: float


def office() -> str:
    """Return LibreOffice; where it cannot be, the reason is said, and in CI that is a failure."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    found = found or next((place for place in PLACES if Path(place).exists()), None)
    if found:
        return found
    reason = f"Word copies are tried in LibreOffice, which is not here: {INSTALL}"
    # run.py test has tried to install it; where it may not, the tests of the XML must do.
    pytest.skip(reason)


def words(pdf: Path) -> Iterator[Word]:
    """Yield the words of a PDF with their places."""
    program = shutil.which("pdftotext")
    assert program, "install poppler-utils: pdftotext says where words stand"
    done = subprocess.run([program, "-bbox", str(pdf), "-"], capture_output=True, check=True)
    for number, page in enumerate(lxml.html.fromstring(done.stdout.decode("utf-8")).iter("page")):
        for word in page.iter("word"):
            left, right, top = (float(word.get(side) or 0) for side in ("xmin", "xmax", "ymin"))
            text = re.sub(r"[\u200e\u200f\u202a-\u202e]", "", word.text or "")
            # Letters come as they stand on paper, from left to right.
            yield Word(number, text[::-1] if re.search("[א-ת]", text) else text, left, right, top)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Word]]:
    """Return name of a file -> its words, set by LibreOffice in one run."""
    folder = tmp_path_factory.mktemp("office")
    files = {
        f"{sample}.{lang}": made(sample, "trainer", lang)
        for sample in ("worksheet", "case")
        for lang in PROSE
    }
    files |= {f"sheet.{lang}": made("worksheet", "blank", lang) for lang in PROSE}
    files |= {f"prose.{lang}": render(html, lang=lang) for lang, html in PROSE.items()}
    for job in jobs(load(ROOT), site_config(ROOT), "ethics-code"):
        if job.name.endswith(".docx"):
            files[job.name.removesuffix(".docx")] = render_docx(job.fragment, job.meta)
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command += [str(folder / f"{name}.docx") for name in files]
    done = subprocess.run(command, capture_output=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return {name: list(words(folder / f"{name}.pdf")) for name in files}


def place(found: list[Word], wanted: str) -> Word:
    """Return the first word of a text."""
    return next(word for word in found if word.words == wanted)


A4 = 595.0
MIDDLE = A4 / 2
# Words that begin a line: of the title, a heading, the text, a table's head.
FIRST = {"he": ("מפת", "חלק", "בחלק"), "en": ("My", "Part", "In")}


@pytest.mark.parametrize("lang", ["he", "en"])
def test_lines_begin_at_the_leading_edge(paper: dict[str, list[Word]], lang: str) -> None:
    edge = {"he": A4 - 24 / 25.4 * 72, "en": 24 / 25.4 * 72}[lang]
    for wanted in FIRST[lang]:
        word = place(paper[f"sheet.{lang}"], wanted)
        assert abs((word.right if lang == "he" else word.left) - edge) < 2, word


@pytest.mark.parametrize(("lang", "head"), [("he", ("מס׳", "מי", "מאיפה")), ("en", ("No.", "Who", "From"))])
def test_the_first_column_stands_at_the_leading_edge(
    paper: dict[str, list[Word]], lang: str, head: tuple[str, ...]
) -> None:
    row = place(paper[f"sheet.{lang}"], head[-1]).top
    found = [word for word in paper[f"sheet.{lang}"] if abs(word.top - row) < 3]
    lefts = [place(found, name).left for name in head]
    assert lefts == sorted(lefts, reverse=lang == "he")


@pytest.mark.parametrize("lang", ["he", "en"])
def test_a_scale_runs_from_low_to_high(paper: dict[str, list[Word]], lang: str) -> None:
    found = paper[f"sheet.{lang}"]
    low, high = {"he": ("בכלל", "מאוד"), "en": ("not", "very")}[lang]
    row = [word for word in found if abs(word.top - place(found, "5").top) < 3]
    lefts = [place(row, str(number)).left for number in range(1, 6)]
    ends = [place(found, low).left, *lefts, place(found, high).left]
    assert ends == sorted(ends, reverse=lang == "he")


@pytest.mark.parametrize("lang", ["he", "en"])
def test_head_and_foot(paper: dict[str, list[Word]], lang: str) -> None:
    found = paper[f"sheet.{lang}"]
    site, label, page = {"he": ("אתר", "למילוי", "עמוד"), "en": ("Sample", "Sheet", "Page")}[lang]
    leading = [place(found, site).left > MIDDLE, place(found, "example.org/worksheet").left > MIDDLE]
    trailing = [place(found, label).left > MIDDLE, place(found, page).left > MIDDLE]
    assert (leading, trailing) == (([True] * 2, [False] * 2) if lang == "he" else ([False] * 2, [True] * 2))
    foot = [word.words for word in found if abs(word.top - place(found, page).top) < 3]
    assert sorted(word for word in foot if word.isdigit()) == ["1", "1"]


@pytest.mark.parametrize(("lang", "item", "first"), [("he", "נקודה", "ראשון"), ("en", "point", "first")])
def test_marks_of_lists_stand_before_their_items(
    paper: dict[str, list[Word]], lang: str, item: str, first: str
) -> None:
    found = paper[f"prose.{lang}"]
    for mark, wanted in (("•", item), ("1", first)):
        word = place(found, wanted)
        line = [other for other in found if abs(other.top - word.top) < 4 and mark in other.words]
        assert len(line) == 1, line
        assert (line[0].left > word.right - 1) if lang == "he" else (line[0].right < word.left + 1)


def test_numbers_with_a_dash_run_from_left_to_right_in_hebrew(paper: dict[str, list[Word]]) -> None:
    found = paper["prose.he"]
    numbers = next(word.words for word in found if "–" in word.words)
    assert numbers.strip(",") == "12–14"
    smart, bracket = place(found, "SMART"), next(word for word in found if "specific" in word.words)
    assert smart.right < bracket.left, "English terms keep their order"
    assert place(found, "לפי").left > bracket.right


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_code_of_ethics_is_one_page(paper: dict[str, list[Word]], lang: str) -> None:
    assert {word.page for word in paper[f"ethics-code.{lang}"]} == {0}


@pytest.mark.parametrize(("lang", "heading"), [("he", "הדף"), ("en", "The")])
def test_the_sheet_begins_a_page_of_the_longer_copies(
    paper: dict[str, list[Word]], lang: str, heading: str
) -> None:
    found = [word for word in paper[f"worksheet.{lang}"] if word.page == 1]
    below_head = min((word for word in found if word.top > 50), key=lambda word: word.top)
    assert below_head.words == heading
