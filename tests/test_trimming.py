"""Trimming: only rules that can match nothing are left out."""

from __future__ import annotations

import pytest

from kb import trimming


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-tabs{a:b}.md-main{c:d}", ".md-main{c:d}"),
        (".md-main,.md-typeset .admonition>p{a:b}", ".md-main{a:b}"),
        (".md-main:not(.md-tabs .x){a:b}", ".md-main:not(.md-tabs .x){a:b}"),
        (":is(.md-tabs,.md-main) p{a:b}", ":is(.md-tabs,.md-main) p{a:b}"),
        ("@media print{.md-tabs{a:b}}p{c:d}", "p{c:d}"),
        ("@media print{.md-tabs{a:b}p{c:d}}", "@media print{p{c:d}}"),
        ("@keyframes md-tabs{0%{a:b}to{c:d}}", "@keyframes md-tabs{0%{a:b}to{c:d}}"),
        (':root{--x:url("data:;.md-tabs{}")}', ':root{--x:url("data:;.md-tabs{}")}'),
        (".note>p{a:b}.notes{c:d}", ".notes{c:d}"),
        ('p[title="a,.md-tabs"]{a:b}', 'p[title="a,.md-tabs"]{a:b}'),
    ],
)
def test_rules(css: str, kept: str) -> None:
    assert trimming.trim(css) == kept


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p class="kb-x md-tabs__list">', "md-tabs__list"),
        ('<p class="note">', "note"),
        ('<p class="notes kb-highlight" id="note">', ""),
        ("<p>class note md-tabs</p>", ""),
    ],
)
def test_a_page_that_needs_what_is_left_out(html: str, found: str) -> None:
    assert trimming.used(html) == found
