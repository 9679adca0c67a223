"""Figures: drawings as pictures, each with its text alternative and its caption."""

from __future__ import annotations

import io
import struct
from functools import lru_cache
from typing import Final

import typst
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.package import Package
from lxml import etree

from kb.handouts.markup import Element
from kb.handouts.meta import HandoutError
from kb.handouts.typeset import fonts
from kb.handouts.word.inline import inline
from kb.handouts.word.ooxml import NAMESPACES, w
from kb.handouts.word.sheet import Place, Sheet, paragraph

# As in the PDF: one unit of a drawing in points, so that its lettering comes out like the text.
_UNIT: Final = 0.72
_POINT: Final = 12700  # in the units of drawings in Word
_TWIP: Final = 635
_DOTS: Final = 200  # per inch
# The drawing alone, on white: it is drawn in dark ink.
_PAGE: Final = """#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.drawing), format: "svg", width: float(sys.inputs.width) * 1pt)"""
# Pictures kept for the other copies of the same page.
_KEPT: Final = 16
_INLINE: Final = """<wp:inline {declared} distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}"/><wp:cNvGraphicFramePr>
<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>
<a:graphicData uri="{pic}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}"/>
<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{reference}"/><a:stretch><a:fillRect/></a:stretch>
</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
</wp:inline>"""


def figure(sheet: Sheet, node: Element, place: Place) -> list[Element]:
    """Return a drawing and, kept with it, its caption."""
    captions = list(node.iter("figcaption"))
    made = []
    for image in node.iter("img"):
        drawn = w("r", w("drawing", _drawing(sheet, image, place.width)))
        made.append(paragraph(sheet, [drawn], place, style="Figure", keep=bool(captions)))
    made += [paragraph(sheet, inline(sheet, caption), place, style="Caption") for caption in captions]
    return made


def _drawing(sheet: Sheet, image: Element, room: int) -> Element:
    """Return a drawing at its own size, or as wide as its room (twips)."""
    svg = sheet.printed.drawings[int(image.get("data-kb-drawing") or 0)]
    points = min(float(image.get("data-kb-width") or 0) * _UNIT, room * _TWIP / _POINT)
    data = picture(svg, round(points, 2), sheet.printed.meta.title)
    across, down = struct.unpack(">II", data[16:24])  # PNG says its size here
    package = sheet.body.package
    assert isinstance(package, Package)
    part = package.get_or_add_image_part(io.BytesIO(data))
    sheet.pictures += 1
    width = round(points * _POINT)
    made = etree.fromstring(
        _INLINE.replace("\n", "").format(
            declared=" ".join(f'xmlns:{key}="{NAMESPACES[key]}"' for key in ("wp", "a", "pic", "r")),
            pic=NAMESPACES["pic"],
            width=width,
            height=round(width * down / across),
            number=sheet.pictures,
            reference=sheet.part.relate_to(part, RT.IMAGE),
        )
    )
    for named in (made.find("wp:docPr", NAMESPACES), made.find(".//pic:cNvPr", NAMESPACES)):
        if named is not None:
            named.set("name", f"figure {sheet.pictures}")
            named.set("descr", image.get("alt") or "")
    return made


@lru_cache(maxsize=_KEPT)
def picture(svg: str, width: float, title: str) -> bytes:
    """Return a drawing as PNG, `width` points wide. Raises HandoutError when it cannot be drawn."""
    try:
        made = typst.compile(
            _PAGE.encode(),
            font_paths=fonts(),
            sys_inputs={"drawing": svg, "width": str(width)},
            format="png",
            ppi=_DOTS,
        )
    except typst.TypstError as error:
        raise HandoutError(f"the figure cannot be drawn: {error.message}", title) from error
    assert isinstance(made, bytes)
    return made
