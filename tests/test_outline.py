"""The scanner: what stands where in a Markdown body."""

from __future__ import annotations

import pytest

from kb.outline import BlockUse, Heading, Link, outside_code, read

FACTS_IN_CODE = """\
{fact:seen}

```
{fact:fenced}
```

~~~ text
``` not the end, and {fact:tilde}
~~~
`{fact:span}` and ``{fact:double ` span}`` and {fact:after}
<!-- {fact:comment} --> {fact:last}
"""


def test_code_and_comments_are_looked_away_from() -> None:
    assert read(FACTS_IN_CODE).facts == [(1, "seen"), (10, "after"), (11, "last")]


def test_a_fence_ends_only_with_as_many_marks_of_its_kind() -> None:
    body = "````\n```\n[@in]\n````\n[@out]\n"
    assert read(body).citations == [(5, "out")]


def test_a_fence_inside_a_block_is_code_too() -> None:
    body = "/// guide\n```\n///\n## No heading\n```\n///\n"
    found = read(body)
    assert (found.headings, found.stray_ends) == ([], [])
    assert [(block.name, block.closed) for block in found.blocks] == [("guide", True)]


def test_an_unclosed_fence_runs_to_the_end() -> None:
    assert read("[@a]\n```\n[@b]\n").citations == [(1, "a")]


def test_a_comment_may_run_over_lines() -> None:
    body = "[@a] <!-- [@b]\n## No heading\n/// guide\n--> [@c]\n[@d] `<!--` [@e]\n[@f]\n"
    found = read(body)
    assert found.citations == [(1, "a"), (5, "d"), (5, "e"), (6, "f")]
    assert (found.headings, found.blocks) == ([], [])


def test_an_unclosed_comment_runs_to_the_end() -> None:
    assert read("<!-- a --> [@a] <!--\n[@b]\n").citations == [(1, "a")]


def test_a_lone_backtick_is_no_code() -> None:
    assert read("one ` tick [@a] and no more").citations == [(1, "a")]


def test_headings_carry_line_level_text_and_id() -> None:
    body = "## שאלה? { #question }\n\n### Inner {.big #inner .x}\n\n## Bare\n\n#hashtag\n"
    assert read(body).headings == [
        Heading(1, 2, "שאלה?", "question"),
        Heading(3, 3, "Inner", "inner"),
        Heading(5, 2, "Bare", None),
    ]


def test_lines_are_those_of_the_file() -> None:
    found = read("## A { #a }\n\n[b](b.md) [@c] {fact:d} [e](term:e)\n\n/// guide\n///\n///\n", first_line=6)
    assert found.headings == [Heading(6, 2, "A", "a")]
    assert found.links == [Link(8, "b.md", "b", False)]
    assert (found.citations, found.facts, found.terms) == ([(8, "c")], [(8, "d")], [(8, "e")])
    assert [block.line for block in found.blocks] == [10]
    assert found.stray_ends == [12]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[plain](a.md)", Link(1, "a.md", "plain", False)),
        ("[x](a.md#b)", Link(1, "a.md#b", "x", False)),
        ('[x](a.md "A title")', Link(1, "a.md", "x", False)),
        ("[x](a.md 'A title')", Link(1, "a.md", "x", False)),
        ("[x](<a.md>)", Link(1, "a.md", "x", False)),
        ("[x](https://a.org/b_(c)#d)", Link(1, "https://a.org/b_(c)#d", "x", False)),
        ("[a [b] c](a.md)", Link(1, "a.md", "a [b] c", False)),
        ("![תמונה](p.svg)", Link(1, "p.svg", "תמונה", True)),
        ("![](p.svg)", Link(1, "p.svg", "", True)),
        ("[x]()", Link(1, "", "x", False)),
        ("**[x](a.md)**, then", Link(1, "a.md", "x", False)),
    ],
)
def test_links(text: str, link: Link) -> None:
    assert read(text).links == [link]


def test_addresses_written_in_other_ways() -> None:
    text = (
        '<https://a.org/>, <a href="http://b.org">b</a>, [c](<https://c.org/>)\n'
        "[d]: https://d.org 'D'\n`<https://e.org>`"
    )
    assert read(text).web == [(1, "https://a.org/"), (1, "http://b.org"), (2, "https://d.org")]


def test_several_links_on_a_line() -> None:
    assert read("[a](a.md), [b](b.md)").links == [Link(1, "a.md", "a", False), Link(1, "b.md", "b", False)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[@maslow1954]", ["maslow1954"]),
        ("מסלאו [-@maslow1954]", ["maslow1954"]),
        ("[@popper1990, 6]", ["popper1990"]),
        ("[@popper1990, 6-8; @disability-law1998]", ["popper1990", "disability-law1998"]),
        ("[@a; -@b; @c, 4]", ["a", "b", "c"]),
        ("name@example.org", []),
        ("[name@example.org]", []),
        ("[@a](b.md)", []),
        ("`[@a]`", []),
    ],
)
def test_citations(text: str, keys: list[str]) -> None:
    assert [key for _, key in read(text).citations] == keys


def test_terms_are_no_links() -> None:
    found = read("[מסוגלות](term:self-efficacy) ו[עוד](term:)")
    assert found.terms == [(1, "self-efficacy"), (1, "")]
    assert found.links == []


def test_a_block_with_its_title_and_options() -> None:
    body = "/// scale | כמה?\n    id: sure\n    from: 0\n    low: לא\n\ntext\n///\n"
    assert read(body).blocks == [
        BlockUse(
            line=1,
            slashes=3,
            name="scale",
            title="כמה?",
            options={"id": "sure", "from": 0, "low": "לא"},
            option_lines={"id": 2, "from": 3, "low": 4},
            closed=True,
            end=7,
        )
    ]


def test_blocks_nest_with_more_slashes_outside() -> None:
    inner = "/// write | W\n    id: w\n///\n\n/// reveal | R\nText.\n///\n"
    body = f"//// pause | P\n    id: p\nText.\n\n{inner}////\n"
    blocks = read(body).blocks
    outer = blocks[0]
    assert [(b.name, b.closed, b.parent) for b in blocks] == [
        ("pause", True, None),
        ("write", True, outer),
        ("reveal", True, outer),
    ]


def test_an_unclosed_block_is_known_by_its_opening() -> None:
    found = read("/// guide\n\ntext\n")
    assert [(b.line, b.name, b.closed) for b in found.blocks] == [(1, "guide", False)]


def test_a_block_left_open_inside_a_closed_one() -> None:
    found = read("//// pause | P\n/// guide\n////\n")
    assert [(b.name, b.closed) for b in found.blocks] == [("pause", True), ("guide", False)]
    assert found.stray_ends == []


def test_slashes_that_close_nothing() -> None:
    found = read("/// guide\n////\n///\n///\n")
    assert [b.closed for b in found.blocks] == [True]
    assert found.stray_ends == [2, 4]


def test_slashes_in_running_text_are_no_block() -> None:
    found = read("a /// guide\n//// \n// guide\n")
    assert (found.blocks, found.stray_ends) == ([], [2])


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ("    id: [\n", "expected the node content, but found '<stream end>'"),
        ("    just words\n", "options are written as name: value"),
        ("    - a\n    - b\n", "options are written as name: value"),
        ("    id: 2026-13-45\n", "month must be in 1..12"),
    ],
)
def test_options_that_cannot_be_read(options: str, fault: str) -> None:
    block = read(f"/// write | W\n{options}///\n").blocks[0]
    assert (block.options, block.option_fault) == ({}, fault)


def test_options_at_the_end_of_the_text_are_read() -> None:
    assert read("/// write | W\n    id: w").blocks[0].options == {"id": "w"}


def test_indented_text_after_a_blank_line_is_no_option() -> None:
    block = read("/// guide\n\n    id: code\n///\n").blocks[0]
    assert (block.options, block.closed) == ({}, True)


def test_what_a_dated_note_rests_on() -> None:
    body = (
        "/// since2010 | A\n    rests: one, two\n[@three]\n///\n\n"
        "/// since2010 | B\n    rests: site\n///\n\n"
        "/// guide\n    rests: four\n///\n"
    )
    found = read(body)
    assert found.rests == [(2, "one"), (2, "two")]
    assert found.cited_keys == {"one", "two", "three"}


def test_outside_code_changes_only_what_is_no_code() -> None:
    text = "a `a` a\n```\na\n```\n<!-- a --> a\n"
    assert outside_code(text, lambda part: part.replace("a", "b")) == ("b `a` b\n```\na\n```\n<!-- a --> b\n")


def test_outside_code_keeps_every_line() -> None:
    assert outside_code(FACTS_IN_CODE, lambda part: part) == FACTS_IN_CODE


def test_an_empty_body_has_nothing() -> None:
    assert read("") == read("plain words\n\nmore\n")
