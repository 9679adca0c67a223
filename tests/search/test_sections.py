"""What a page's fragment becomes: sections, lines, and what is left out."""

from __future__ import annotations

from kb.search.sections import Section, read


def sections(fragment: str) -> list[Section]:
    return list(read(fragment, "guide/x/", "Title").sections)


def test_headings_with_ids_start_sections_at_any_depth() -> None:
    found = sections(
        '<p>Opening.</p><h2 id="a">First <em>part</em></h2><p>One.</p>'
        '<section><h3 id="b">Inside</h3><ul><li>Two</li><li>Three</li></ul></section>'
        "<h2>No id</h2><p>Four.</p>"
    )
    assert [(s.anchor, s.title, s.lines) for s in found] == [
        ("", "", ["Opening."]),
        ("a", "First part", ["One."]),
        ("b", "Inside", ["Two", "Three", "No id", "Four."]),
    ]


def test_description_is_the_first_line_and_an_empty_page_has_no_sections() -> None:
    page = read("<p>Text.</p>", "x/", "T", "What it is about.")
    assert page.sections[0].lines == ["What it is about.", "Text."]
    assert read("", "x/", "T").sections == ()
    assert read('<h2 id="a"></h2>', "x/", "T").sections == ()


def test_terms_cards_trainer_notes_drawings_and_fields_are_left_out() -> None:
    found = sections(
        '<p>A <button class="kb-term">term</button><span class="kb-term-card" data-search-exclude>card '
        "<b>bold</b></span>, and on.</p>"
        '<aside class="kb-trainer"><p>Notes</p></aside><figure><svg><text>drawn</text></svg>'
        "<figcaption>Caption</figcaption></figure>"
        '<div class="kb-fill"><label>Date</label><input></div><textarea>typed</textarea>'
        '<fieldset class="kb-scale"><legend>How sure?</legend>'
        '<span class="kb-scale-low">low</span>'
        '<span class="kb-scale-steps"><label>1</label></span>'
        '<span class="kb-scale-high">high</span></fieldset>'
    )
    assert found[0].lines == ["A term, and on.", "Caption", "How sure?"]


def test_frames_are_known_as_such() -> None:
    found = sections(
        '<dl class="kb-facts"><div><dt>Time</dt><dd>30 minutes</dd></div></dl>'
        '<div class="kb-write"><label for="x">What would you do?</label></div>'
        "<details><summary>What happened</summary><p>He left.</p></details>"
        '<p class="kb-block-title"><span class="kb-block-label">Hint</span> Three reasons</p>'
        "<dl><dt>Word</dt></dl>"
    )
    assert found[0].lines == [
        "Time", "30 minutes", "What would you do?", "What happened", "He left.", "Three reasons", "Word",
    ]  # fmt: skip
    assert found[0].frame == {"Time", "What would you do?", "What happened", "Three reasons"}


def test_table_rows_are_lines_and_cells_stay_apart() -> None:
    found = sections("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td><td>2</td></tr></table>")
    assert found[0].lines == ["a · b", "1 · · 2"]


def test_blanks_breaks_and_marks_of_direction_become_single_blanks() -> None:
    assert sections("<p>a<br>b\n  c\u200f d</p>")[0].lines == ["a b c d"]


def test_glossary_entries_are_sections_with_both_names_and_one_definition() -> None:
    found = sections(
        '<dl class="kb-glossary"><div class="kb-entry"><dt id="trust">אמון '
        '<span class="kb-entry-other" lang="en">trust</span></dt><dd>הסבר.</dd>'
        '<dd class="kb-entry-other" lang="en">Definition.</dd>'
        '<dd class="kb-entry-links">ראו גם: ...</dd></div>'
        '<div class="kb-entry"><dt id="smart">SMART <span class="kb-entry-other">SMART</span></dt></div></dl>'
    )
    assert [(s.anchor, s.title, s.lines) for s in found] == [
        ("trust", "אמון (trust)", ["הסבר."]),
        ("smart", "SMART", []),
    ]
