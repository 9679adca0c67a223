"""A drawing surface in logical sides: x counts from the side on which reading starts.

The same shapes are drawn for both directions of writing; right-to-left pages get the mirror image, with
text that reads normally. Sizes are in SVG user units; a figure is 440 wide, so that on a phone 15-unit
text is about 11 pixels. Colours stand twice: as attributes for paper, and as classes that the site's
style sheet overrides for light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

WIDTH: Final = 440.0
TEXT: Final = 15.0
SMALL: Final = 13.0
LEADING: Final = 1.3

# Class -> what it looks like on paper, in black and white too.
PAPER: Final = {
    "surface": 'fill="#ffffff" stroke="#4a4a4a"',
    "soft": 'fill="#e9edf0" stroke="#4a4a4a"',
    "accent": 'fill="#1d4b57" stroke="#1d4b57"',
    "line": 'fill="none" stroke="#4a4a4a" stroke-width="1.5"',
    "dashed": 'fill="none" stroke="#4a4a4a" stroke-width="1.5" stroke-dasharray="5 4"',
    "text": 'fill="#1a1a1a"',
    "muted": 'fill="#4a4a4a"',
    "on-accent": 'fill="#ffffff"',
}


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return a safe estimate of a text's width; the typeface's letters are narrower on average."""
    units = sum(0.27 if ch == " " else 0.32 if ch in "יון'.,:;|-il" else 0.57 for ch in text)
    return units * size * (1.06 if bold else 1.0)


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width; a word that does not fit stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Canvas:
    """Collects shapes and writes them as one SVG. `lang` decides the direction."""

    def __init__(self, lang: str, width: float = WIDTH) -> None:
        self.lang, self.width = lang, width
        self.rtl = lang == "he"
        self.parts: list[str] = []
        self.bottom = 0.0

    def _x(self, x: float) -> float:
        return self.width - x if self.rtl else x

    def _grow(self, y: float) -> None:
        self.bottom = max(self.bottom, y)

    def rect(self, x: float, y: float, w: float, h: float, look: str, round_by: float = 6) -> None:
        """Draw a box whose start edge is at x."""
        left = self.width - x - w if self.rtl else x
        self.parts.append(
            f'<rect class="kb-fig-{look}" x="{left:g}" y="{y:g}" width="{w:g}" height="{h:g}" '
            f'rx="{round_by:g}" {PAPER[look]}/>'
        )
        self._grow(y + h)

    def circle(self, x: float, y: float, r: float, look: str) -> None:
        """Draw a circle around a point."""
        self.parts.append(
            f'<circle class="kb-fig-{look}" cx="{self._x(x):g}" cy="{y:g}" r="{r:g}" {PAPER[look]}/>'
        )
        self._grow(y + r)

    def polygon(self, points: Sequence[tuple[float, float]], look: str) -> None:
        """Draw a closed shape."""
        at = " ".join(f"{self._x(x):g},{y:g}" for x, y in points)
        self.parts.append(f'<polygon class="kb-fig-{look}" points="{at}" {PAPER[look]}/>')
        self._grow(max(y for _, y in points))

    def line(self, x1: float, y1: float, x2: float, y2: float, look: str = "line") -> None:
        """Draw a straight line."""
        self.parts.append(
            f'<line class="kb-fig-{look}" x1="{self._x(x1):g}" y1="{y1:g}" x2="{self._x(x2):g}" '
            f'y2="{y2:g}" {PAPER[look]}/>'
        )
        self._grow(max(y1, y2))

    def arrow_down(self, x: float, y1: float, y2: float) -> None:
        """Draw an arrow that points down."""
        self.line(x, y1, x, y2 - 5)
        self.polygon([(x - 5, y2 - 7), (x + 5, y2 - 7), (x, y2)], "accent")

    def text(
        self, x: float, y: float, text: str, size: float = TEXT, *, bold: bool = False, look: str = "text"
    ) -> None:
        """Write one line centred on x; y is its baseline."""
        weight = ' font-weight="700"' if bold else ""
        self.parts.append(
            f'<text class="kb-fig-{look}" x="{self._x(x):g}" y="{y:g}" font-size="{size:g}"{weight} '
            f'text-anchor="middle" {PAPER[look]}>{escape(text)}</text>'
        )
        self._grow(y + size * 0.3)

    def lines(
        self, x: float, middle: float, lines: Sequence[str], size: float = TEXT, *, bold: bool = False,
        look: str = "text",
    ) -> None:  # fmt: skip
        """Write lines centred on the point (x, middle)."""
        step = size * LEADING
        first = middle - step * (len(lines) - 1) / 2 + size * 0.35
        for index, line in enumerate(lines):
            self.text(x, first + index * step, line, size, bold=bold, look=look)

    def box(
        self, x: float, y: float, w: float, h: float, text: str, look: str = "surface", *,
        size: float = TEXT, bold: bool = False,
    ) -> None:  # fmt: skip
        """Draw a box with its text wrapped and centred in it."""
        self.rect(x, y, w, h, look)
        over = "on-accent" if look == "accent" else "text"
        self.lines(x + w / 2, y + h / 2, wrap(text, w - 14, size, bold), size, bold=bold, look=over)

    def svg(self, slug: str, title: str, description: str) -> str:
        """Return the finished SVG with its text alternative."""
        height = self.bottom + 4
        direction = "rtl" if self.rtl else "ltr"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="kb-fig" '
            f'viewBox="-2 -2 {self.width + 4:g} {height:g}" role="img" '
            f'aria-labelledby="fig-{slug}-title fig-{slug}-desc" lang="{self.lang}" '
            f'direction="{direction}" font-family="Assistant, sans-serif">'
            f'<title id="fig-{slug}-title">{escape(title)}</title>'
            f'<desc id="fig-{slug}-desc">{escape(description)}</desc>{"".join(self.parts)}</svg>'
        )


def box_height(texts: Sequence[str], w: float, size: float = TEXT, bold: bool = False) -> float:
    """Return the height that boxes of one row need for the longest of their texts."""
    most = max(len(wrap(text, w - 14, size, bold)) for text in texts)
    return most * size * LEADING + 14
