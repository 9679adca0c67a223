"""What cannot be printed stops with a sentence that names it and says where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handouts.printed import fragment, meta, render
from kb.handouts import HandoutError, render_pdf

AFTER = '<h2 id="place">The place</h2>'
FAULTS = {
    "unknown element": ("<p>a</p><video></video>", "the element <video> cannot be printed"),
    "unknown block": ('<div class="kb-nosuch"><p>a</p></div>', "the block kb-nosuch cannot be printed"),
    "someone else's block": (
        '<div class="admonition note"><p>a</p></div>',
        'the element <div class="admonition note"> cannot be printed',
    ),
    "code block": ("<pre><code>x</code></pre>", "the element <pre> cannot be printed"),
    "picture": ('<p><img src="a.png" alt="a"></p>', "the picture a.png cannot be printed, only figures"),
    "field without a label": (
        '<div class="kb-write" data-kb-lines="2"><label for="kb-b">Q</label>'
        '<textarea id="kb-a" name="a"></textarea></div>',
        "the field a has no label",
    ),
    "field name twice": (
        '<div class="kb-fill" data-kb-width="short"><label for="x">Q</label><input id="x" name="a"></div>'
        * 2,
        "the field name a stands twice or is empty",
    ),
    "field of another kind": (
        '<p><input type="file" name="a"></p>',
        "a field of the type file cannot be printed",
    ),
    "too many cells": (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>one</td><td>2</td><td>3</td></tr></tbody></table>",
        "the table row «one» has 3 cells and the table has 2 columns",
    ),
    "link to a neighbour": (
        '<p><a href="../x/">x</a></p>',
        "the link ../x/ does not lead anywhere from paper",
    ),
    "footnote without text": (
        '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
        "the footnote 1 has no text",
    ),
    "figure without an alternative": (
        '<figure class="kb-figure"><svg viewBox="0 0 1 1"></svg></figure>',
        "the figure has no text alternative (title, desc or aria-label)",
    ),
    "glyph": (
        "<p>All done ✓ at last</p>",
        "the print font has no ✓ (U+2713, CHECK MARK), in «All done ✓ at last»",
    ),
    "glyph in a figure": (
        '<figure class="kb-figure"><svg viewBox="0 0 9 9" aria-label="a"><text>a → b</text></svg></figure>',
        "the print font has no → (U+2192, RIGHTWARDS ARROW), in «a → b»",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults(name: str) -> None:
    html, detail = FAULTS[name]
    with pytest.raises(HandoutError) as caught:
        render(f'<h2 id="before">Before</h2><p>a</p>{AFTER}{html}<h2 id="after">After</h2>')
    assert (caught.value.detail, caught.value.near, caught.value.anchor) == (detail, "The place", "place")


def test_a_drawing_that_is_not_well_formed() -> None:
    with pytest.raises(HandoutError) as caught:
        render(f'{AFTER}<figure class="kb-figure"><svg viewBox="0 0 1 1"><g></svg></figure>')
    assert caught.value.detail.startswith("the drawing of the figure is not well-formed: ")
    assert caught.value.near == "The place"


def test_before_the_first_heading_the_title_is_the_place() -> None:
    with pytest.raises(HandoutError) as caught:
        render("<p>✓</p>")
    assert (caught.value.near, caught.value.anchor) == ("Title", "")


def test_the_hebrew_place_is_named() -> None:
    html = fragment("worksheet", "he").replace("שכן, מורה לשעבר", "שכן ☎ מורה לשעבר")
    with pytest.raises(HandoutError) as caught:
        render_pdf(html, meta("worksheet", "guided", "he"))
    assert caught.value.detail == (
        "the print font has no ☎ (U+260E, BLACK TELEPHONE), in «שכן ☎ מורה לשעבר, מי שעב»"
    )
    assert caught.value.near == "חלק א: את מי אני מכירים?"


def test_what_stands_around_the_text_is_looked_at_too() -> None:
    around = replace(meta("worksheet", "blank", "en"), source_line="© → 2010")
    with pytest.raises(HandoutError) as caught:
        render_pdf(fragment("worksheet", "en"), around)
    assert caught.value.detail == "the print font has no → (U+2192, RIGHTWARDS ARROW), in «© → 2010»"


def test_a_fault_in_a_part_that_this_copy_leaves_out_does_not_stop_it() -> None:
    html = '<h2 id="sheet">Sheet</h2><p>a</p><aside class="kb-guide"><p>✓</p></aside>'
    assert render(html, copy="blank")
    with pytest.raises(HandoutError):
        render(html, copy="guided")


def test_what_cannot_be_known_beforehand_is_said_without_a_trace() -> None:
    with pytest.raises(HandoutError) as caught:
        render("<p>a</p><p>" + "<span>" * 400 + "x" + "</span>" * 400 + "</p>")
    assert caught.value.detail.startswith("typesetting stopped: ")
