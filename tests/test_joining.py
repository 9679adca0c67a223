"""Joining: few files in place of many, in order, and what cannot stand in one file is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.joining import Joiner, Unjoinable

HEAD = """\
<link rel="stylesheet" href="../assets/stylesheets/main.0.min.css">
<link rel="preload" as="font" href="../assets/fonts/a.woff2">
<link rel="stylesheet" href="../assets/styles/blocks.css">
<link rel="stylesheet" href="../assets/styles/fields.css">
<link rel="stylesheet" href="../assets/styles/lists.css">
<link rel="stylesheet" media="print" href="../assets/styles/print.css">
<script defer src="../assets/behaviour/a.js" data-kb-one="1"></script>
<script type="kb/later" src="../assets/search/c.js"></script>
<script defer src="../assets/behaviour/b.js" data-kb-two="2" ></script>
"""
SOURCES = {
    "stylesheets/main.0.min.css": '@charset "UTF-8";.md-tabs{a:b}.x{c:d}\n/*# sourceMappingURL=m.map */',
    "styles/blocks.css": '/* Said once. */\n@font-face { src: url("../fonts/a.woff2"); }\n',
    "styles/fields.css": ".kb-field { color: red; }\n",
    "styles/lists.css": ".kb-list { mask: url(dot.svg); }\n",
    "behaviour/a.js": "// First.\n(() => {\n  one();\n})()",
    "behaviour/b.js": "two();\n",
    "search/c.js": "three();\n",
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        path = tmp_path / "theme" / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "theme"


def joined(theme: Path, html: str = HEAD) -> tuple[list[str], dict[str, str]]:
    joiner = Joiner([theme])
    return joiner.page(html, "page/index.html").splitlines(), joiner.files


def test_the_sources_stand_in_few_files_in_their_order(theme: Path) -> None:
    lines, files = joined(theme)
    shared, page, script, later = files
    assert lines == [
        f'<link rel="stylesheet" href="../{shared}">',
        '<link rel="preload" as="font" href="../assets/fonts/a.woff2">',
        f'<link rel="stylesheet" href="../{page}">',
        '<link rel="stylesheet" media="print" href="../assets/styles/print.css">',
        f'<script defer src="../{script}" data-kb-one="1" data-kb-two="2"></script>',
        f'<script type="kb/later" src="../{later}"></script>',
    ]
    assert files[shared] == '.x{c:d}\n@font-face{src:url("../fonts/a.woff2")}\n'
    assert files[page] == '.kb-field{color:red}\n.kb-list{mask:url("../styles/dot.svg")}\n'
    assert files[script] == "(()=>{one();})()\n;\ntwo();\n;\n"
    assert files[later] == "three();\n;\n"


def test_a_file_is_named_after_what_is_in_it(theme: Path) -> None:
    before, _ = joined(theme)
    assert joined(theme)[0] == before
    (theme / "assets/styles/fields.css").write_text(".kb-field { color: blue; }\n", encoding="utf-8")
    after, _ = joined(theme)
    assert [line for line in after if line not in before] == [after[2]]


def test_writing_puts_them_into_the_site_and_makes_those_by_themselves_small(
    theme: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    (site / "assets/search").mkdir(parents=True)
    (site / "assets/search/box.js").write_text("// Why.\nbox();\n", encoding="utf-8")
    joiner = Joiner([theme])
    joiner.page(HEAD, "page/index.html")
    made = dict(joiner.files)
    joiner.write(site)
    assert {name: (site / name).read_text(encoding="utf-8") for name in made} == made
    assert (site / "assets/search/box.js").read_text(encoding="utf-8") == "box();"
    assert joiner.files == {}


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (
            '<script defer src="assets/behaviour/a.js" data-kb-a="1"></script>'
            '<script defer src="assets/behaviour/b.js" data-kb-a="2"></script>',
            "page/index.html: two scripts say data-kb-a differently, and are joined to one.",
        ),
        (
            '<link rel="stylesheet" href="assets/styles/gone.css">',
            "assets/styles/gone.css: a template names it, and no folder of the theme has it.",
        ),
        (
            '<nav class="x md-tabs--wide">',
            "page/index.html: the class md-tabs--wide has no styles; see scripts/kb/trimming.py.",
        ),
    ],
)
def test_what_cannot_stand_in_one_file_stops_the_build(theme: Path, html: str, said: str) -> None:
    with pytest.raises(Unjoinable) as fault:
        joined(theme, f'<link rel="stylesheet" href="assets/styles/blocks.css">{html}')
    assert str(fault.value) == said


def test_a_page_without_our_styles_stays_as_it_is(theme: Path) -> None:
    html = '<link rel="stylesheet" href="assets/stylesheets/main.0.min.css"><p class="md-tabs">x</p>'
    assert joined(theme, html) == ([html], {})


def test_an_import_inside_would_not_be_read(theme: Path) -> None:
    (theme / "assets/styles/lists.css").write_text("@import 'b.css';", encoding="utf-8")
    with pytest.raises(Unjoinable) as fault:
        joined(theme)
    assert str(fault.value) == "assets/styles/lists.css: @import is not read in the middle of a file."
