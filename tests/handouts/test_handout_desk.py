"""Paper of the ethics desk: the code on one page, the pocket card, cards whose backs meet their fronts."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

import pypdf
import pytest

from handouts.printed import elements, opened, render, spoken
from kb.content import load
from kb.ethics.situations import CLAUSES
from kb.handouts import HandoutError, Job, render_pdf
from kb.handouts.desk import desk_jobs
from kb.handouts.jobs import jobs, slugs, source_page
from kb.siteconfig import site_config
from support import ROOT

A4 = (595.0, 842.0)  # points, rounded
PER_SHEET, COLUMNS = 8, 2


def card(n: int, story: str = "A story.", question: str = "A question?") -> str:
    back = f"<ul><li>{question} {n}</li></ul><p>1. Clause</p><p>example.org</p>"
    return (
        f'<div class="kb-card"><h2 id="card-{n}">Title {n}</h2>'
        f'<div class="kb-card-front"><p>{story}</p></div><div class="kb-card-back">{back}</div></div>'
    )


@cache
def cards(count: int, lang: Any) -> bytes:
    return render("\n".join(card(n) for n in range(1, count + 1)), "cards", "blank", lang)


def places(page: pypdf.PageObject) -> dict[str, tuple[int, int]]:
    """Return number of a card -> (column from the left, row from the top) it stands in on the paper."""
    found: dict[str, tuple[int, int]] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if re.fullmatch(r"\s*\d+\s*", text) and abs(size - 8) < 0.1:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            rows = PER_SHEET // COLUMNS
            found[text.strip()] = (int(x // (A4[0] / COLUMNS)), rows - 1 - int(y // (A4[1] / rows)))

    page.extract_text(visitor_text=visit)
    return found


@cache
def desk() -> dict[str, Job]:
    return {job.name: job for job in desk_jobs(load(ROOT), site_config(ROOT))}


@cache
def made(name: str) -> bytes:
    return render_pdf(desk()[name].fragment, desk()[name].meta)


@pytest.mark.parametrize(("count", "pages"), [(1, 2), (8, 2), (9, 4), (37, 10)])
def test_a_sheet_has_eight_fronts_and_eight_backs(count: int, pages: int) -> None:
    assert len(opened(cards(count, "en")).pages) == pages


@pytest.mark.parametrize("lang", ["he", "en"])
@pytest.mark.parametrize("count", [1, 8, 11])
def test_every_back_lies_behind_its_front(count: int, lang: str) -> None:
    """Flipped on the long edge a sheet of A4 changes left and right; rows stay."""
    pages = pypdf.PdfReader(io.BytesIO(cards(count, lang))).pages
    seen = []
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts, backs = places(front), places(back)
        assert backs == {n: (COLUMNS - 1 - column, row) for n, (column, row) in fronts.items()}
        seen += sorted(fronts, key=int)
    assert seen == [str(n) for n in range(1, count + 1)]


@pytest.mark.parametrize(("lang", "first"), [("he", 1), ("en", 0)])
def test_the_first_card_stands_where_reading_begins(lang: str, first: int) -> None:
    page = pypdf.PdfReader(io.BytesIO(cards(8, lang))).pages[0]
    assert [places(page)[n] for n in ("1", "2", "3")] == [(first, 0), (1 - first, 0), (first, 1)]


def test_the_block_of_cards_is_in_the_middle_of_the_paper() -> None:
    """Otherwise backs would be off by twice the difference."""
    text = (ROOT / "scripts/kb/handouts/templates/cards.typ").read_text(encoding="utf-8")
    assert "margin: (x: (210mm - columns * width) / 2, y: (297mm - rows * height) / 2)" in text


def test_a_card_says_front_and_back() -> None:
    text = spoken(opened(cards(1, "en")))
    assert text == "Title 1 1 A story. Title 1 1 • A question? 1 1. Clause example.org"


def test_a_long_card_is_set_smaller_and_a_longer_one_refused() -> None:
    longer = card(1, story="many words " * 60)
    assert len(opened(render(longer, "cards", "blank", "en")).pages) == 2
    with pytest.raises(HandoutError, match=r"the card is too long: card-1"):
        render(card(1, story="many words " * 200), "cards", "blank", "en")


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_code_is_one_page_with_every_rule(lang: str) -> None:
    pdf = opened(made(f"ethics-code.{lang}.pdf"))
    assert len(pdf.pages) == 1
    roles = [(role, text) for role, text in elements(pdf) if role in ("H2", "P")]
    headings = [index for index, (role, _) in enumerate(roles) if role == "H2"]
    assert [roles[index][1][:2] for index in headings] == [f"{n}." for n in range(1, len(CLAUSES) + 1)]
    assert all(roles[index + 1][0] == "P" for index in headings)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_what_paper_has_no_room_for_is_left_out(lang: str) -> None:
    text = spoken(opened(made(f"ethics-code.{lang}.pdf")))
    assert "(;" not in text
    assert "  " not in text
    assert not re.search(r"\s[.,]", text)


@pytest.mark.parametrize("lang", ["he", "en"])
def test_the_pocket_card_is_read_out_once(lang: str) -> None:
    pdf = opened(made(f"decision-path.{lang}.pdf"))
    found = elements(pdf)
    assert len(pdf.pages) == 1
    assert [role for role, _ in found].count("H1") == 1
    assert [role for role, _ in found].count("LI") == 8


def test_a_code_of_two_pages_is_refused() -> None:
    text = "".join(f'<h2 id="e{n}">{n}. Clause</h2><p>{"Rule. " * 120}</p>' for n in range(1, 9))
    with pytest.raises(HandoutError, match="the text takes 2 pages, and has one"):
        render(text, "code", "blank", "en")


def test_the_same_bytes_every_time() -> None:
    assert all(render_pdf(job.fragment, job.meta) == made(name) for name, job in desk().items())


def test_the_project_prints_its_desk() -> None:
    project, config = load(ROOT), site_config(ROOT)
    names = {"ethics-code", "decision-path", "situation-cards"}
    files = {f"{name}.{lang}.pdf" for name in names for lang in ("he", "en")}
    assert desk().keys() == {*files, "ethics-code.he.docx", "ethics-code.en.docx"}
    assert names <= slugs(project)
    code = [job.name for job in jobs(project, config, "ethics-code", "en")]
    assert code == ["ethics-code.en.pdf", "ethics-code.en.docx"]
    assert [job.name for job in jobs(project, config, "smart-goal", "en") if job.meta.slug in names] == []


def test_a_fault_is_found_on_the_page_its_text_stands_on() -> None:
    project = load(ROOT)
    found = {
        name: source_page(desk()[f"{name}.he.pdf"].meta, anchor, project).path
        for name, anchor in (("ethics-code", "e3"), ("decision-path", ""), ("situation-cards", "small-town"))
    }
    assert found == {
        "ethics-code": "docs/ethics/code.he.md",
        "decision-path": "docs/ethics/index.he.md",
        "situation-cards": "situations/small-town/index.he.md",
    }


def test_cards_of_danger_say_where_to_call() -> None:
    html = desk()["situation-cards.en.pdf"].fragment
    one = {piece.partition('"')[0]: piece for piece in html.split('<h2 id="')[1:]}
    assert "Immediate danger: 100 · Welfare hotline: 118" in one["abuse-at-home"]
    assert "Immediate danger" not in one["gift-from-employer"]
