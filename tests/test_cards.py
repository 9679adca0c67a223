"""Picture cards: what stands on them, their form, that they are drawn once, and what is said of a bad one."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pytest
from PIL import Image

from kb import content, report, sitefiles
from kb.budget import BUDGET
from kb.cards import store, words
from kb.cards.draw import CardError, draw
from kb.cards.words import Card
from kb.siteconfig import site_config
from support import ROOT, Edit
from verbs import drawing

CARD = Card("cards/a.he.png", "docs/a.he.md", "he", "מטרה שאפשר לעמוד בה", "תרגילים", "ליווי")


def bare(root: Path) -> tuple[list[Card], str]:
    config = site_config(root)
    return list(words.cards(content.load(root), config)), store.site_mark(root, config)


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def columns_with_ink(data: bytes, top: int, bottom: int) -> list[int]:
    """Return the columns of a band of a card that are not all ground."""
    band = picture(data).convert("RGB").crop((0, top, words.WIDTH, bottom))
    ground = Image.new("RGB", band.size, "#fcfbf8")
    return [x for x in range(words.WIDTH) if _column(band, x) != _column(ground, x)]


def _column(image: Image.Image, x: int) -> bytes:
    return image.crop((x, 0, x + 1, image.height)).tobytes()


def test_every_page_of_the_site_has_a_card_of_its_own_within_the_limit() -> None:
    cards, mark = bare(ROOT)
    assert len({card.uri for card in cards}) == len(cards) > 200
    assert all(card.title and card.site for card in cards)
    assert {card.uri for card in cards if not card.section} == {"cards/home.he.png", "cards/home.en.png"}
    for lang in ("he", "en"):  # the longest titles there are
        long = sorted((card for card in cards if card.lang == lang), key=lambda card: -len(card.title))[:3]
        for card in long:
            drawn = draw(card, mark)
            assert (picture(drawn).size, picture(drawn).mode) == ((words.WIDTH, words.HEIGHT), "P")
            assert len(drawn) <= BUDGET.card_bytes


def test_a_card_says_its_section_in_its_language() -> None:
    cards = {card.uri: card for card in bare(ROOT)[0]}
    hebrew, english = cards["cards/exercises/smart-goal.he.png"], cards["cards/exercises/smart-goal.en.png"]
    assert (hebrew.section, hebrew.site) == ("תרגילים", "ליווי ואימון בתעסוקה")
    assert (english.section, english.site) == ("Exercises", "Coaching and Support in Employment")


def test_hebrew_begins_at_the_right_and_english_at_the_left() -> None:
    hebrew = columns_with_ink(draw(CARD, ""), 150, 450)
    english = columns_with_ink(draw(dataclasses.replace(CARD, lang="en", title="A goal"), ""), 150, 450)
    assert max(hebrew) in range(1105, 1123)
    assert min(english) in range(78, 96)


def test_the_same_words_give_the_same_bytes_and_the_title_can_be_told_from_its_ground() -> None:
    drawn = draw(CARD, "")
    assert drawn == draw(CARD, "")
    colours = {colour for _, colour in picture(drawn).convert("RGB").getcolors()}
    assert {(252, 251, 248), (34, 39, 43), (13, 86, 102), (86, 91, 95)} <= colours


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("מטרה 目", "the print font has no 目 (U+76EE, CJK UNIFIED IDEOGRAPH-76EE), in «מטרה 目»"),
        ("long " * 120, "the title is too long"),
    ],
)
def test_a_title_that_cannot_be_drawn_is_refused(title: str, said: str) -> None:
    with pytest.raises(CardError) as refused:
        draw(dataclasses.replace(CARD, title=title), "")
    assert str(refused.value) == said


def test_only_what_changed_is_drawn_again(small: Path, edit: Edit) -> None:
    def drawn() -> dict[str, int]:
        assert drawing.draw_all(small, content.load(small)) == []
        return {path.name: path.stat().st_mtime_ns for path in (small / store.BUILD).iterdir()}

    before = drawn()
    assert drawn() == before
    edit("docs/guide/one.he.md", "title: ", "title: חדש ")
    after = drawn()
    assert len(after.keys() - before.keys()) == len(before.keys() - after.keys()) == 1
    assert {name: after[name] for name in after.keys() & before.keys()}.items() <= before.items()
    drawing.publish(small, content.load(small), small / "site")
    assert (small / "site/cards/guide/one.he.png").read_bytes()[:4] == b"\x89PNG"


def test_a_bad_title_is_a_finding_with_its_line(small: Path, edit: Edit) -> None:
    edit("docs/guide/one.he.md", "title: ", "title: 目 ")
    (row,) = report.as_text(drawing.draw_all(small, content.load(small))).splitlines()
    assert row.startswith("docs/guide/one.he.md:2: card: the picture card that is shown where the page is ")
    assert "the print font has no 目" in row


def test_a_page_names_its_card_with_a_whole_address(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    head = '<title>A</title><meta property="og:image" content="https://example.org/cards/a.he.png">'
    file.write_text(f"<!doctype html><html><head>{head}</head><body></body></html>", encoding="utf-8")
    assert sitefiles.read_page(file, "a.html").image == "https://example.org/cards/a.he.png"
