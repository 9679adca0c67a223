"""Figures: shapes from one source, labels from the page's language, right in both directions.

A figure is a YAML file under figures/ (kind, caption, text alternative, labels in both languages); the
timeline of a case is made from its case.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from kb.content import Project
from kb.figures.canvas import Canvas
from kb.figures.kinds import KINDS

TIMELINE = "timeline-"
TIMELINE_CAPTION = {"he": "מה קרה, לפי סדר הדברים בחוברת", "en": "What happened, in the booklet's order"}
TIMELINE_ALT = {"he": "ציר זמן", "en": "A timeline"}


def known_figures(project: Project) -> dict[str, str]:
    """Return slug -> file of every figure: those under figures/ and the cases' timelines."""
    found = {slug: data.path for slug, data in project.figures.items()}
    for folder, data in project.facts.items():
        if folder.startswith("cases/"):
            found[f"{TIMELINE}{folder.split('/')[1]}"] = data.path
    return found


def _source(slug: str, project: Project) -> Mapping[str, Any] | None:
    """Return the figure's data, a timeline's made from its case."""
    if slug in project.figures:
        value = project.figures[slug].value
        return value if isinstance(value, dict) else None
    data = project.facts.get(f"cases/{slug.removeprefix(TIMELINE)}")
    if data is None or not isinstance(data.value, dict) or not slug.startswith(TIMELINE):
        return None
    rows = data.value.get("timeline") or []
    alt = {lang: f"{TIMELINE_ALT[lang]}: {_told(rows, lang)}" for lang in ("he", "en")}
    return {"kind": "timeline", "timeline": rows, "caption": TIMELINE_CAPTION, "alt": alt}


def _told(rows: list[Mapping[str, str]], lang: str) -> str:
    told = [" – ".join(filter(None, (row[lang], row[f"when_{lang}"]))) for row in rows]
    return "; ".join(told) + "."


def drawing(slug: str, lang: str, project: Project) -> str:
    """Return a figure's SVG and caption as HTML; nothing for a figure that is not known."""
    canvas = Canvas(lang)
    try:
        figure = _source(slug, project)
        if figure is None:
            return ""
        KINDS[figure["kind"]](canvas, figure, lang)
        caption = str(figure["caption"][lang])
        svg = canvas.svg(slug, caption, str(figure["alt"][lang]))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return ""  # the schema check names the file and line; serving goes on
    return f"{svg}<figcaption>{escape(caption)}</figcaption>"
