"""The facts of an exercise as readers see them: time, who, materials, the pages it practises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from kb.content import Page, Project
from kb.datafile import Data
from kb.exercises.purposes import PURPOSES

LABELS = {
    "he": {
        "purpose": "לשם מה", "time": "זמן", "who": "איך עובדים", "group": "כמה", "materials": "מה צריך",
        "pages": "מה מתרגלים",
    },
    "en": {
        "purpose": "Purpose", "time": "Time", "who": "Setting", "group": "Group", "materials": "Materials",
        "pages": "Practises",
    },
}  # fmt: skip
WORDS = {
    "he": {
        "minutes": "{} דקות", "people": "{} עד {} משתתפים ומשתתפות", "up_to": "עד {} משתתפים ומשתתפות",
        "alone": "לבד", "pairs": "בזוגות", "group": "בקבוצה",
        "sheet": "דף העבודה", "pen": "עט", "board": "לוח", "cards": "כרטיסים", "phone": "טלפון",
    },
    "en": {
        "minutes": "{} minutes", "people": "{} to {} people", "up_to": "up to {} people",
        "alone": "alone", "pairs": "in pairs", "group": "in a group",
        "sheet": "the sheet", "pen": "a pen", "board": "a board", "cards": "cards", "phone": "a phone",
    },
}  # fmt: skip


def facts_html(page: Page, project: Project) -> str:
    """Return the exercise's facts as a definition list; "" for other pages and unreadable facts."""
    data = project.facts.get(page.folder)
    if not page.folder.startswith("exercises/") or data is None or not isinstance(data.value, dict):
        return ""
    return sheet_html((LABELS[page.lang][name], value) for name, value in _rows(data, page, project) if value)


def sheet_html(rows: Iterable[tuple[str, str]]) -> str:
    """Return rows of (label, value as HTML) as the definition list that stands at a page's head."""
    made = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in rows)
    return f'<dl class="kb-facts">{made}</dl>\n\n'


def _rows(data: Data, page: Page, project: Project) -> Iterator[tuple[str, str]]:
    words = WORDS[page.lang]
    yield "purpose", _listed(data.texts("purpose"), PURPOSES[page.lang])
    yield "time", words["minutes"].format(data.value.get("minutes", ""))
    yield "who", _listed(data.texts("setting"), words)
    group = data.mapping("group")
    low, high = group.get("min", 1), group.get("max", "")
    yield "group", words["up_to"].format(high) if low == 1 else words["people"].format(low, high)
    yield "materials", _listed(data.texts("materials"), words)
    yield "pages", ", ".join(_links(data, page, project))


def _listed(ids: Iterable[tuple[int, str]], words: Mapping[str, str]) -> str:
    return ", ".join(words.get(ident, ident) for _, ident in ids)


def _links(data: Data, page: Page, project: Project) -> Iterator[str]:
    for _, address in data.texts("practises"):
        for name in (f"{address}.md", f"{address}/index.md"):
            pair = project.pairs.get(name)
            if pair and page.lang in pair.pages:
                other = pair.pages[page.lang]
                title = escape(str(other.meta.get("title", address)))
                yield f'<a href="{page.link_to(other)}">{title}</a>'
