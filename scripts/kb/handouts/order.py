r"""The reading order of Hebrew: words of a line in the order in which they are spoken.

Typst 0.15 writes a run of right-to-left text as one text object, and each word in it as a span:

    BT/ReversedChars BMC 0 Tr/f0 11 Tf 1 0 0 -1 0 0 Tm[(\000\001\000\002)]TJ
    EMC/ReversedChars BMC 0 Tr/f0 11 Tf 1 0 0 -1 24.04 0 Tm[(\000\003)30(\000\004)]TJ
    EMC
    ET

The letters of a span stand from left to right and a reader turns them round. The words too stand
from left to right, so a reader that goes by the file says them backwards. Joined into one span,
the whole run is turned round at once. Every glyph stays where it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import pikepdf

_RUN: Final = re.compile(rb"BT((?:/ReversedChars BMC [^\n]*\nEMC){2,})\nET")
_SPAN: Final = re.compile(
    rb"(?P<look>/ReversedChars BMC \d+ Tr/(?P<font>\w+) (?P<size>\S+) Tf \S+ \S+ \S+ \S+) "
    rb"(?P<start>\S+) (?P<height>\S+) Tm(?P<shown>\[[^\n]*\]|\([^\n]*\))T[jJ]\nEMC"
)
# Gaps below this, in thousandths of the font size, are rounding of the positions.
_SAME_PLACE: Final = 0.5


@dataclass(frozen=True)
class _Font:
    """Widths by character code, in thousandths of the font size."""

    widths: dict[int, float]
    default: float

    def advance(self, shown: list[Any]) -> float:
        """Return how far the items of a TJ array move on."""
        total = 0.0
        for item in shown:
            if isinstance(item, pikepdf.String):
                codes = bytes(item)
                for high, low in zip(codes[::2], codes[1::2], strict=True):
                    total += self.widths.get(high << 8 | low, self.default)
            else:
                total -= float(item)
        return total


def order_words(pdf: pikepdf.Pdf) -> int:
    """Join the words of every right-to-left run; return how many runs were joined."""
    joined = 0
    for page in pdf.pages:
        fonts = {name[1:]: _font(font) for name, font in page.resources.get("/Font", {}).items()}
        before = page.Contents.read_bytes()
        after, runs = _RUN.subn(partial(_joined, fonts), before)
        if after != before:
            page.Contents = pdf.make_stream(after)
        joined += runs
    return joined


def _joined(fonts: dict[str, _Font], run: re.Match[bytes]) -> bytes:
    """Return the run as one span; as it was, where its words differ in font or height."""
    spans = list(_SPAN.finditer(run[1]))
    if b"".join(span[0] for span in spans) != run[1]:
        return run[0]
    if len({(span["look"], span["height"]) for span in spans}) > 1:
        return run[0]
    first, size = spans[0], float(spans[0]["size"])
    font = fonts[first["font"].decode()]
    shown: list[Any] = []
    end = float(first["start"])
    for span in spans:
        start = float(span["start"])
        gap = round((end - start) * 1000 / size, 2)
        if abs(gap) >= _SAME_PLACE:
            shown.append(gap)
        items = list(pikepdf.Object.parse(_array(span["shown"])))
        shown += items
        end = start + font.advance(items) * size / 1000
    place = b" %s %s Tm" % (first["start"], first["height"])
    return b"BT" + first["look"] + place + pikepdf.Array(shown).unparse() + b"TJ\nEMC\nET"


def _array(shown: bytes) -> bytes:
    """Return what a Tj or TJ shows as an array."""
    return shown if shown.startswith(b"[") else b"[" + shown + b"]"


def _font(font: Any) -> _Font:
    """Read the widths of a composite font: its /W holds `first [w ...]` and `first last w`."""
    descendant = font.DescendantFonts[0]
    values = list(descendant.get("/W", []))
    widths: dict[int, float] = {}
    index = 0
    while index < len(values):
        first, second = int(values[index]), values[index + 1]
        if isinstance(second, pikepdf.Array):
            widths.update({first + n: float(width) for n, width in enumerate(second)})
            index += 2
        else:
            width = float(values[index + 2])
            widths.update(dict.fromkeys(range(first, int(second) + 1), width))
            index += 3
    return _Font(widths, float(descendant.get("/DW", 1000)))
