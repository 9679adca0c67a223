"""One function a kind of figure: a row of YAML and a language in, shapes on a canvas out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kb.figures.canvas import LEADING, SMALL, WIDTH, Canvas, box_height, wrap

Figure = Mapping[str, Any]


def grid(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Cells in reading order on a common base. Keys: columns, cells, base."""
    columns, gap = int(figure["columns"]), 8.0
    w = (WIDTH - gap * (columns - 1)) / columns
    texts = [f"{n}. {cell[lang]}" for n, cell in enumerate(figure["cells"], start=1)]
    h = box_height(texts, w)
    for index, text in enumerate(texts):
        x, y = (index % columns) * (w + gap), (index // columns) * (h + gap)
        canvas.box(x, y, w, h, text, "soft")
    canvas.box(0, canvas.bottom + gap, WIDTH, 40, figure["base"][lang], "accent", bold=True)


def path(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Steps one below the other, a band beside them all. Keys: steps ({he, en, mark}), band."""
    band, gap, w = 70.0, 18.0, WIDTH - 70 - 16
    y = 0.0
    for index, step in enumerate(figure["steps"]):
        h = box_height([step[lang]], w)
        marked = bool(step.get("mark"))
        canvas.box(band + 16, y, w, h, step[lang], "accent" if marked else "surface", bold=marked)
        if index < len(figure["steps"]) - 1:
            canvas.arrow_down(band + 16 + w / 2, y + h, y + h + gap)
        y += h + gap
    bottom = y - gap
    canvas.rect(0, 0, band, bottom, "soft")
    canvas.lines(band / 2, bottom / 2, wrap(figure["band"][lang], band - 10, 15, True), bold=True)


def pyramid(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Levels from the top down, bracketed in groups. Keys: levels ({he, en, group}), groups."""
    levels, groups = figure["levels"], figure["groups"]
    h, gap, width = 52.0, 4.0, 300.0
    for index, level in enumerate(levels):
        top, low = _half(index, len(levels), width), _half(index + 1, len(levels), width)
        y, centre = index * (h + gap), width / 2
        look = groups[level["group"]]["look"]
        points = [(centre - top, y), (centre + top, y), (centre + low, y + h), (centre - low, y + h)]
        canvas.polygon(points, look)
        over = "on-accent" if look == "accent" else "text"
        lines = wrap(level[lang], top + low - 8, SMALL, True)
        canvas.lines(centre, y + h / 2, lines, SMALL, bold=True, look=over)
    for name, group in groups.items():
        rows = [i for i, level in enumerate(levels) if level["group"] == name]
        y1, y2 = rows[0] * (h + gap) + 3, rows[-1] * (h + gap) + h - 3
        canvas.line(width + 14, y1, width + 14, y2)
        canvas.line(width + 8, y1, width + 14, y1)
        canvas.line(width + 8, y2, width + 14, y2)
        space = WIDTH - width - 24
        canvas.lines(width + 24 + space / 2, (y1 + y2) / 2, wrap(group[lang], space, SMALL), SMALL)


def _half(edge: int, levels: int, width: float) -> float:
    """Return half the pyramid's width at an edge; the tip is wide enough for its words."""
    tip = 52.0
    return tip + (width / 2 - tip) * edge / levels


def compare(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Two columns, dimension by dimension. Keys: columns (two), rows ({name, first, second})."""
    w, gap = (WIDTH - 8) / 2, 8.0
    for index, column in enumerate(figure["columns"]):
        canvas.box(index * (w + gap), 0, w, 36, column[lang], "accent", bold=True)
    y = 46.0
    for row in figure["rows"]:
        canvas.text(WIDTH / 2, y + 14, row["name"][lang], SMALL, bold=True, look="muted")
        texts = [row["first"][lang], row["second"][lang]]
        h = box_height(texts, w)
        for index, text in enumerate(texts):
            canvas.box(index * (w + gap), y + 22, w, h, text, "soft" if index == 0 else "surface")
        y += 22 + h + 10


def shift(canvas: Canvas, figure: Figure, lang: str) -> None:
    """A band in which one share gives way to another over stages. Keys: falling, rising, stages."""
    h, start, end = 150.0, 0.82, 0.12
    y1, y2 = h * start, h * end
    canvas.polygon([(0, 0), (WIDTH, 0), (WIDTH, y2), (0, y1)], "soft")
    canvas.polygon([(0, y1), (WIDTH, y2), (WIDTH, h), (0, h)], "accent")
    canvas.lines(WIDTH * 0.26, h * 0.3, wrap(figure["falling"][lang], 190, 15, True), bold=True)
    canvas.lines(
        WIDTH * 0.74, h * 0.72, wrap(figure["rising"][lang], 190, 15, True), bold=True, look="on-accent"
    )
    stages = figure["stages"]
    w = WIDTH / len(stages)
    most = max(len(wrap(stage[lang], w - 10, SMALL)) for stage in stages)
    for index, stage in enumerate(stages):
        if index:
            canvas.line(index * w, 0, index * w, h + 8, "dashed")
        lines = wrap(stage[lang], w - 10, SMALL)
        middle = h + 12 + most * SMALL * LEADING / 2
        canvas.lines(index * w + w / 2, middle, lines, SMALL)


def networks(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Ties among equals above, ties between levels below. Keys: horizontal, vertical, you, others."""
    _title(canvas, 0, figure["horizontal"][lang])
    y = canvas.bottom + 40
    places = [60 + index * 80 for index in range(5)]
    canvas.line(places[0], y, places[-1], y)
    for index, x in enumerate(places):
        canvas.circle(x, y, 17, "accent" if index == 2 else "soft")
    canvas.text(places[2], y + 38, figure["you"][lang], SMALL, bold=True)
    canvas.bottom += 12
    _title(canvas, canvas.bottom, figure["vertical"][lang])
    top = canvas.bottom + 64
    points = [(58, top + 46), (166, top), (274, top + 46), (382, top)]
    you = (220, top + 150)
    for x, y2 in points:
        canvas.line(you[0], you[1], x, y2, "dashed")
    for (x, y2), name in zip(points, figure["others"], strict=True):
        canvas.circle(x, y2, 17, "soft")
        lines = wrap(name[lang], 106, SMALL)
        canvas.lines(x, y2 - 24 - len(lines) * SMALL * LEADING / 2, lines, SMALL)
    canvas.circle(you[0], you[1], 17, "accent")
    canvas.text(you[0], you[1] + 38, figure["you"][lang], SMALL, bold=True)


def _title(canvas: Canvas, y: float, text: str) -> None:
    lines = wrap(text, WIDTH - 20, 15, True)
    canvas.lines(WIDTH / 2, y + 10 + len(lines) * 10, lines, bold=True)


def timeline(canvas: Canvas, figure: Figure, lang: str) -> None:
    """Events in order along a line. Keys: timeline ({he, en, when_he, when_en})."""
    when, rail = 118.0, 140.0
    x, w = rail + 20, WIDTH - rail - 20
    y, dots = 0.0, []
    for event in figure["timeline"]:
        h = box_height([event[lang]], w)
        canvas.box(x, y, w, h, event[lang])
        lines = wrap(str(event[f"when_{lang}"]), when - 6, SMALL)
        canvas.lines(when / 2, y + h / 2, lines, SMALL, look="muted")
        dots.append(y + h / 2)
        y += h + 12
    canvas.line(rail, dots[0], rail, dots[-1])
    for dot in dots:
        canvas.circle(rail, dot, 6, "accent")


KINDS: dict[str, Callable[[Canvas, Figure, str], None]] = {
    "grid": grid,
    "path": path,
    "pyramid": pyramid,
    "compare": compare,
    "shift": shift,
    "networks": networks,
    "timeline": timeline,
}
