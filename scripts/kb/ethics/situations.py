"""Situations of the ethics desk: records, and the lists made from them.

The facts of a situation (who, stage, clauses, everyday wordings) stand once in its situation.yml; the
finder, the lists under the clauses, and each situation's own summary are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from kb.content import Page, Project
from kb.linking import link_html

FOLDER: Final = "situations/"
CODE_PAGE: Final = "ethics/code.md"
FINDER_PAGE: Final = "ethics/index.md"
CLAUSES: Final = ("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8")
# Every situation has these parts, under these ids, in this order.
PARTS: Final = ("situation", "stake", "clauses", "ask", "options", "consult", "record", "more")

# A word with the quotation marks inside it, and where a link leads.
WORD: Final = re.compile(r"[^\W\d_](?:[\w'’׳״\"]*\w)?")
TARGET: Final = re.compile(r"\]\([^)]*\)")

LABELS: Final = {
    "he": {
        "clauses": "סעיפים", "who": "מי מעורב", "stage": "באיזה שלב",
        "line": "מה הקוד אומר", "clear": "יש קו ברור", "path": "איך מחליטים", "practise": "לתרגול",
    },
    "en": {
        "clauses": "Clauses", "who": "Who is involved", "stage": "Stage",
        "line": "What the code says", "clear": "there is a clear line", "path": "How to decide",
        "practise": "To practise",
    },
}  # fmt: skip
WHO: Final = {
    "he": {
        "participant": "משתתפים", "family": "משפחה", "employer": "מעסיקים", "colleague": "עמיתים",
        "funder": "מממנים", "authorities": "רשויות", "group": "קבוצה",
    },
    "en": {
        "participant": "participant", "family": "family", "employer": "employer", "colleague": "colleague",
        "funder": "funder", "authorities": "authorities", "group": "group",
    },
}  # fmt: skip
STAGE: Final = {
    "he": {
        "recruitment": "גיוס", "assessment": "אבחון", "coaching": "אימון", "placement": "השמה",
        "after-placement": "אחרי ההשמה",
    },
    "en": {
        "recruitment": "recruitment", "assessment": "assessment", "coaching": "coaching",
        "placement": "placement", "after-placement": "after placement",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Situation:
    """A situation in one language: its page and its facts."""

    page: Page
    facts: Mapping[str, Any]

    def texts(self, key: str) -> list[str]:
        """Return the texts in a list of the facts; what is of another kind the schema reports."""
        return [item for item in _listed(self.facts.get(key)) if isinstance(item, str)]

    @property
    def slug(self) -> str:
        """Return the name of its folder."""
        return self.page.folder.removeprefix(FOLDER)

    @property
    def clauses(self) -> list[str]:
        """Return the clauses that bear on it, the main one first."""
        return [clause for clause in self.texts("clauses") if clause in CLAUSES]

    @property
    def says(self) -> list[str]:
        """Return how people say it in the page's language."""
        says = self.facts.get("says")
        found = _listed(says.get(self.page.lang)) if isinstance(says, dict) else []
        return [item for item in found if isinstance(item, str)]

    @property
    def story_words(self) -> list[str]:
        """Return the words in which its page tells what happens, each once."""
        part = self.page.body.partition("{ #situation }")[2].partition("\n## ")[0]
        return list(dict.fromkeys(WORD.findall(TARGET.sub("", part))))

    @property
    def title(self) -> str:
        """Return the situation as staff would say it."""
        return str(self.page.meta.get("title", self.page.name))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def situations(project: Project, lang: str) -> list[Situation]:
    """Return all situations of a language: by main clause, then by name; so in each language alike."""
    found = []
    for page in project.pages:
        data = project.facts.get(page.folder)
        if page.lang == lang and page.folder.startswith(FOLDER) and data and isinstance(data.value, dict):
            found.append(Situation(page, data.value))
    return sorted(found, key=lambda s: (s.clauses[:1], s.slug))


def clause_titles(project: Project, lang: str) -> dict[str, str]:
    """Return clause id -> its heading on the page of the code, up to the colon: "2. Integrity"."""
    pair = project.pairs.get(CODE_PAGE)
    page = pair.pages.get(lang) if pair else None
    headings = page.outline.headings if page else []
    return {h.id: h.text.partition(":")[0] for h in headings if h.id in CLAUSES}


def clause_link(clause: str, page: Page, project: Project) -> str:
    """Return a link from a page to a clause, by its name."""
    pair = project.pairs.get(CODE_PAGE)
    title = clause_titles(project, page.lang).get(clause, clause)
    if pair is None or page.lang not in pair.pages:
        return escape(title)
    href = "" if pair.pages[page.lang] is page else page.link_to(pair.pages[page.lang])
    return f'<a href="{href}#{clause}">{escape(title)}</a>'


def clause_list_html(clause: str, page: Page, project: Project) -> str:
    """Return the situations that test a clause, as a list for the page of the code."""
    rows = [s for s in situations(project, page.lang) if clause in s.clauses]
    items = "".join(f'<li><a href="{page.link_to(row.page)}">{escape(row.title)}</a></li>' for row in rows)
    return f'<ul class="kb-clause-situations" data-search-exclude>{items}</ul>' if items else ""


def _path_link(page: Page, project: Project) -> str:
    """Return a link to the steps of a decision on the finder's page; "" where there is none."""
    pair = project.pairs.get(FINDER_PAGE)
    finder = pair.pages.get(page.lang) if pair else None
    headings = {heading.id: heading.text for heading in finder.outline.headings} if finder else {}
    if finder is None or "path" not in headings:
        return ""
    return f'<a href="{page.link_to(finder)}#path">{escape(headings["path"])}</a>'


def summary_html(page: Page, project: Project) -> str:
    """Return a situation's own facts as a definition list; "" for other pages."""
    data = project.facts.get(page.folder)
    if not page.folder.startswith(FOLDER) or data is None or not isinstance(data.value, dict):
        return ""
    row, labels = Situation(page, data.value), LABELS[page.lang]
    who = ", ".join(WHO[page.lang].get(name, name) for name in row.texts("who"))
    stage = ", ".join(STAGE[page.lang].get(name, name) for name in row.texts("stage"))
    clauses = ", ".join(clause_link(clause, page, project) for clause in row.clauses)
    pairs = [("clauses", clauses), ("who", escape(who)), ("stage", escape(stage))]
    if row.facts.get("line") == "clear":
        pairs.append(("line", labels["clear"]))
    if path := _path_link(page, project):
        pairs.append(("path", path))
    rows = "".join(f"<div><dt>{labels[name]}</dt><dd>{value}</dd></div>" for name, value in pairs)
    return f'<dl class="kb-facts">{rows}</dl>\n\n'


def practice_html(page: Page, project: Project) -> str:
    """Return the exercises that go with a situation, as the last line of its page; "" for other pages."""
    data = project.facts.get(page.folder)
    if not page.folder.startswith(FOLDER) or data is None:
        return ""
    pairs = (project.pair_at(f"exercises/{slug}") for _, slug in data.texts("exercises"))
    pages = [pair.pages[page.lang] for pair in pairs if pair and page.lang in pair.pages]
    links = ", ".join(link_html(page, other) for other in pages)
    return f'\n<p class="kb-practise">{LABELS[page.lang]["practise"]}: {links}</p>' if links else ""
