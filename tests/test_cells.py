"""Empty table cells become fields on worksheets only. Their HTML is in tests/html/blocks/cells.*."""

from __future__ import annotations

import re

import pytest

from test_blocks import PageDouble, convert

TABLE = "| שאלה | תשובה |\n|---|---|\n| מה? | |\n| מתי? | היום |\n| | |\n"


def fields(text: str, page: PageDouble) -> list[tuple[str, str]]:
    """Return (name, label) of each field in a cell."""
    found = re.findall(r'<td class="kb-cell">\s*<textarea ([^>]*)></textarea>', convert(text, page))
    values = [dict(re.findall(r'([\w-]+)="([^"]*)"', attributes)) for attributes in found]
    return [(value["name"], value["aria-label"]) for value in values]


def test_a_field_says_where_it_stands() -> None:
    assert fields(TABLE, PageDouble("he")) == [
        ("cell-1-1-2", "מה?: תשובה"),
        ("cell-1-3-1", "3: שאלה"),
        ("cell-1-3-2", "3: תשובה"),
    ]


def test_tables_are_counted_through_the_page() -> None:
    names = [name for name, _ in fields(f"{TABLE}\ntext\n\n{TABLE}", PageDouble("en"))]
    assert names == ["cell-1-1-2", "cell-1-3-1", "cell-1-3-2", "cell-2-1-2", "cell-2-3-1", "cell-2-3-2"]


def test_names_on_a_page_differ() -> None:
    names = [name for name, _ in fields(f"{TABLE}\n\n{TABLE}", PageDouble("en"))]
    assert len(names) == len(set(names)) > 0


def test_a_table_inside_a_block_counts_too() -> None:
    text = "//// guide\n\n| A | B |\n|---|---|\n| x | |\n\n////\n"
    assert fields(text, PageDouble("en")) == [("cell-1-1-2", "x: B")]


@pytest.mark.parametrize("cell", ["`x`", "![p](p.svg)", "&nbsp;x", "<br>", "**b**"])
def test_a_cell_with_something_in_it_is_no_field(cell: str) -> None:
    assert fields(f"| A | B |\n|---|---|\n| x | {cell} |\n", PageDouble("en")) == []


def test_a_heading_cell_is_no_field() -> None:
    assert fields("| | B |\n|---|---|\n| x | y |\n", PageDouble("en")) == []


def test_pages_without_fields_keep_their_empty_cells() -> None:
    html = convert(TABLE, PageDouble("en", has_fields=False))
    assert (html.count("<td></td>"), "textarea" in html) == (3, False)


def test_markup_in_a_heading_does_not_reach_the_label() -> None:
    text = '| A "x" & *B* | `c` |\n|---|---|\n| **q** <i>z</i> | |\n| | y |\n'
    assert fields(text, PageDouble("en")) == [
        ("cell-1-1-2", "q z: c"),
        ("cell-1-2-1", "2: A &quot;x&quot; &amp; B"),
    ]


def test_the_definition_of_a_term_does_not_reach_the_label() -> None:
    card = '<span class="kb-term-card" popover><strong>x</strong> defined <a href="#">more</a></span>'
    text = f'| A | B |\n|---|---|\n| <button class="kb-term">skill</button>{card} and will | |\n'
    assert fields(text, PageDouble("en")) == [("cell-1-1-2", "skill and will: B")]


def test_a_column_without_a_heading_is_named_by_its_number() -> None:
    assert fields("| A | |\n|---|---|\n| x | |\n", PageDouble("en")) == [("cell-1-1-2", "x: 2")]
