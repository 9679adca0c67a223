"""The named styles of a Word copy, in one table. Sizes in half points, distances in twentieths of a point.

Headings have Word's own names, so its navigation, its contents and screen readers know them. The font is
one that Word has everywhere with Hebrew; text of a right-to-left run is set by the cs values.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kb.handouts.word.ooxml import twips
from kb.handouts.word.parts import written

FONT: Final = "Arial"
INK, SOFT, HAIR, TINT = "1D4B57", "525252", "737373", "F0F0F0"
# Room for a line of handwriting: 9 mm.
_RULED: Final = twips(9)
_INDENT: Final = twips(5)


def _edges(sides: str, kind: str = "single", size: int = 8, color: str = INK, space: int = 3) -> str:
    edge = f'w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{color}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {edge}/>' for side in sides.split())}</w:pBdr>"


def _spacing(before: int, after: int, line: str = "") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_BOLD: Final = "<w:b/><w:bCs/>"
_KEPT: Final = "<w:keepNext/><w:keepLines/>"
_SOFT: Final = f'<w:color w:val="{SOFT}"/>'
_DARK: Final = f'<w:color w:val="{INK}"/>'
_SHADE: Final = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'
_BOX_TITLE: Final = _spacing(200, 80)
_FRAME: Final = f'<w:bdr w:val="single" w:sz="6" w:space="1" w:color="{INK}"/>'
_BOXES: Final = " ".join(f'w:{script}="MS Gothic"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
_SIDES: Final = "top left bottom right"
_EXACT: Final = f' w:line="{_RULED}" w:lineRule="exact"'
_AT_LEAST: Final = f' w:line="{_RULED}" w:lineRule="atLeast"'


def _heading(level: int, before: int, size: int) -> tuple[str, str, str, str, str, str]:
    properties = f'{_KEPT}{_spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>'
    return f"Heading{level}", f"heading {level}", "Normal", "Normal", properties, _BOLD + _DARK + _size(size)


def _boxed(ident: str, title: str, look: str) -> list[tuple[str, str, str, str, str, str]]:
    """Return the styles of a box: of its text, and of the line that names it."""
    indent = f'<w:ind w:left="{_INDENT}"/>'
    return [
        (ident, title, "Normal", ident, indent, ""),
        (f"{ident}Title", f"{title} Title", "Normal", ident, _KEPT + look + _BOX_TITLE, _BOLD + _DARK),
    ]


# id, name, based on, next, of the paragraph, of its letters
PARAGRAPHS: Final = (
    (
        "Title", "Title", "Normal", "Subtitle",
        _KEPT + _edges("bottom", size=12, space=6) + _spacing(0, 120), _BOLD + _DARK + _size(42),
    ),
    ("Subtitle", "Subtitle", "Normal", "Normal", _spacing(0, 160), _SOFT + _size(23)),
    _heading(1, 220, 28), _heading(2, 180, 24), _heading(3, 160, 21),
    ("ListBullet", "List Bullet", "Normal", "ListBullet", _spacing(0, 80), ""),
    ("ListNumber", "List Number", "Normal", "ListNumber", _spacing(0, 80), ""),
    ("Tick", "Tick", "Normal", "Tick", _spacing(0, 60), ""),
    ("Facts", "Facts", "Normal", "Normal", _spacing(0, 80), ""),
    ("Question", "Question", "Normal", "Normal", _KEPT + _spacing(140, 0), _BOLD),
    # The same line in two greys: see fields.py.
    (
        "RuledLine1", "Ruled Line 1", "Normal", "RuledLine2",
        _edges("bottom between", size=4, color=HAIR, space=1) + _spacing(0, 0, _EXACT), "",
    ),
    (
        "RuledLine2", "Ruled Line 2", "RuledLine1", "RuledLine1",
        _edges("bottom between", size=4, color="747474", space=1), "",
    ),
    ("Fill", "Fill", "Normal", "Normal", _spacing(0, 0, _AT_LEAST), ""),
    ("Step", "Step", "Normal", "Step", _spacing(40, 0) + _CENTRED, ""),
    ("TableText", "Table Text", "Normal", "TableText", _spacing(40, 40), _size(20)),
    ("TableRowHead", "Table Row Head", "TableText", "TableText", "", _BOLD),
    ("TableHead", "Table Head", "TableText", "TableText", _KEPT, _BOLD + _DARK),
    ("AfterTable", "After Table", "Normal", "Normal", _spacing(0, 0, ' w:line="120" w:lineRule="exact"'), ""),
    ("Figure", "Figure", "Normal", "Caption", _spacing(160, 60) + _CENTRED, ""),
    ("Caption", "caption", "Normal", "Normal", _spacing(0, 160) + _CENTRED, _SOFT + _size(19)),
    ("Source", "Source", "Normal", "Normal", _spacing(0, 80), _SOFT + _size(18)),
    ("Rule", "Rule", "Normal", "Normal", _edges("bottom", size=4, color=HAIR), ""),
    ("FootnoteText", "footnote text", "Normal", "FootnoteText", _spacing(0, 0), _size(18)),
    ("Header", "header", "Normal", "Header", _spacing(0, 0), _SOFT + _size(17)),
    ("Footer", "footer", "Normal", "Footer", _spacing(0, 0), _SOFT + _size(17)),
    *_boxed("Hint", "Hint", _edges("top", "dashed")),
    *_boxed("TrainerNote", "Trainer Note", _edges("top", size=18) + _SHADE),
    *_boxed("Takeaway", "Takeaway", _edges("top bottom")),
    *_boxed("Since2010", "Since 2010", _edges("top", "dotted", 12)),
    *_boxed("Help", "Help", _edges(_SIDES, size=12, color="000000")),
    *_boxed("Pause", "Pause", _edges("top", "double", 6)),
    *_boxed("Reveal", "What Happened", _edges("top", size=24, color="A6A6A6")),
    *_boxed("Judge", "Judgement", _edges("top", "double", 6)),
    *_boxed("Quiz", "Quiz", _edges("top", "double", 6)),
    *_boxed("Box", "Box", _edges("top")),
    ("Quote", "Quote", "Normal", "Normal", f'<w:ind w:left="{_INDENT}"/>', _DARK),
)  # fmt: skip
# id, name, of the letters
LETTERS: Final = (
    ("Strong", "Strong", _BOLD),
    ("Emphasis", "Emphasis", _BOLD),  # Hebrew knows no italics: stress is a weight
    ("BlockLabel", "Block Label", f"{_BOLD}{_DARK}{_FRAME}"),
    ("Hyperlink", "Hyperlink", f'{_DARK}<w:u w:val="single"/>'),
    ("Code", "Code", _SHADE),
    ("PlaceholderText", "Placeholder Text", '<w:color w:val="595959"/>'),
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("CheckBox", "Check Box", f"<w:rFonts {_BOXES}/>{_size(26)}"),
)  # fmt: skip
_MARGINS: Final = "".join(
    f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
    for side, width in (("top", 0), ("left", 2), ("bottom", 0), ("right", 2))
)
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLES: Final = f"""<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="HandoutTable"><w:name w:val="Handout Table"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr>{_SHADE}</w:tcPr></w:tblStylePr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Layout"><w:name w:val="Layout"/>
<w:basedOn w:val="TableNormal"/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>"""
# Word's own styles; all others are ours and say so.
_BUILT_IN: Final = (
    "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "Caption", "Quote",
    "FootnoteText", "Header", "Footer", "Strong", "Emphasis", "Hyperlink", "PlaceholderText",
    "FootnoteReference",
)  # fmt: skip


@cache
def styles(rtl: bool, dense: bool) -> bytes:
    """Return the part of a document that holds its styles; dense: what has to stand on one page."""
    size, after, line = (21, 60, 252) if dense else (21, 110, 264)
    font = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "eastAsia", "hAnsi", "cs"))
    normal = f'{"<w:bidi/>" if rtl else ""}<w:spacing w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
    rows = [
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>{_size(size)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="he-IL"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{normal}</w:pPr></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>',
        *(_paragraph(*row) for row in PARAGRAPHS),
        *(_style("character", ident, name, "", f"<w:rPr>{look}</w:rPr>") for ident, name, look in LETTERS),
        _TABLES.replace("\n", ""),
    ]
    return written("styles", *rows)


def _paragraph(ident: str, name: str, based: str, following: str, block: str, letters: str) -> str:
    relations = f'<w:basedOn w:val="{based}"/><w:next w:val="{following}"/>'
    looks = (f"<w:pPr>{block}</w:pPr>" if block else "") + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
    return _style("paragraph", ident, name, relations, looks)


def _style(kind: str, ident: str, name: str, relations: str, looks: str) -> str:
    own = "" if ident in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{ident}"><w:name w:val="{name}"/>{relations}<w:qFormat/>'
        f"{looks}</w:style>"
    )
