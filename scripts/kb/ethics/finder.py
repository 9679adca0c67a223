"""The finder: all situations as a list in order of the clauses, and what its script builds above it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Final

from kb.content import Page, Project
from kb.ethics.situations import CLAUSES, STAGE, WHO, Situation, clause_link, clause_titles, situations
from kb.search.synonyms import read as read_synonyms

BOUNDARIES_PAGE: Final = "ethics/boundaries.md"

# {n} of {all} are filled in by the script. What people type is called `say`, in the address too,
# because `q` opens the search of the site.
WORDS: Final = {
    "he": {
        "form": "חיפוש מצב", "found": "המצבים שנמצאו",
        "say": "מה קרה? כתבו במילים שלכם", "who": "מי מעורב", "clause": "סעיף",
        "stage": "שלב", "any": "הכול", "reset": "לכל המצבים", "all": "כל המצבים: {all}",
        "one": "נמצא מצב אחד", "some": "נמצאו {n} מצבים, הקרוב ביותר ראשון", "picked": "{n} מתוך {all} מצבים",
        "none": "לא נמצא מצב מתאים.", "retry": "נסו מילים אחרות או פחות סינון. אפשר גם",
        "whole": "לעבור על כל המצבים", "or": "או לקרוא את", "about": "סעיפים:",
    },
    "en": {
        "form": "Find a situation", "found": "Situations found",
        "say": "What happened? Use your own words", "who": "Who is involved",
        "clause": "Clause", "stage": "Stage", "any": "All", "reset": "All situations",
        "all": "All situations: {all}", "one": "1 situation found",
        "some": "{n} situations found, the closest first", "picked": "{n} of {all} situations",
        "none": "No situation found.", "retry": "Try other words, or fewer filters. Or",
        "whole": "go through all situations", "or": "or read", "about": "Clauses:",
    },
}  # fmt: skip


def finder_html(page: Page, project: Project) -> str:
    """Return all situations as a list in order of clauses; the finder's script filters just this list."""
    titles = clause_titles(project, page.lang)
    rows = situations(project, page.lang)
    blocks = []
    for clause in CLAUSES:
        items = "\n".join(_item(row, page, project) for row in rows if row.clauses[:1] == [clause])
        if items:
            heading = escape(titles.get(clause, clause))
            blocks.append(
                f'<section class="kb-finder-group"><h2 id="by-{clause}">{heading}</h2>\n'
                f'<ul class="kb-situations">\n{items}\n</ul></section>'
            )
    inner = _controls(page, project) + "".join(blocks)
    synonyms = escape(_synonyms(page.lang, project))
    return f'<div class="kb-finder" data-search-exclude data-kb-synonyms="{synonyms}">{inner}</div>'


def _synonyms(lang: str, project: Project) -> str:
    """Return the words of the site's search for one another, as JSON: [[people say], [site says]]."""
    groups, _ = read_synonyms(project.root)
    rows = [[group.say, group.site] for group in groups.get(lang, ())]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _item(row: Situation, page: Page, project: Project) -> str:
    data = {
        "clause": " ".join(row.clauses),
        "who": " ".join(row.texts("who")),
        "stage": " ".join(row.texts("stage")),
        "says": "|".join(row.says),
        "story": " ".join(row.story_words),
    }
    attributes = "".join(f' data-kb-{name}="{escape(value)}"' for name, value in data.items())
    links = ", ".join(clause_link(clause, page, project) for clause in row.clauses)
    about = escape(str(row.page.meta.get("description", "")))
    return (
        f'<li class="kb-situation"{attributes}><a class="kb-situation-link" href="{page.link_to(row.page)}">'
        f'{escape(row.title)}</a> <span class="kb-situation-about">{about}</span> '
        f'<span class="kb-situation-clauses">{WORDS[page.lang]["about"]} {links}</span></li>'
    )


def _controls(page: Page, project: Project) -> str:
    """Return the field, the filters and the messages as a template: without a script there are none."""
    words, titles = WORDS[page.lang], clause_titles(project, page.lang)
    choices: dict[str, Mapping[str, str]] = {
        "who": WHO[page.lang],
        "clause": {clause: titles.get(clause, clause) for clause in CLAUSES},
        "stage": STAGE[page.lang],
    }
    filters = "".join(_filter(name, options, words) for name, options in choices.items())
    messages = "".join(
        f' data-kb-{name}="{words[name]}"' for name in ("all", "one", "some", "picked", "none")
    )
    return (
        f'<template class="kb-finder-controls"><form class="kb-finder-form" role="search" '
        f'aria-label="{words["form"]}"{messages}><label class="kb-finder-say" for="kb-say">{words["say"]}'
        f'</label><input type="search" id="kb-say" name="say" dir="auto" maxlength="300" autocomplete="off" '
        f'spellcheck="false" enterkeyhint="search"><div class="kb-finder-filters">{filters}</div>'
        f'<p class="kb-finder-count" role="status"></p>'
        f'<button type="reset" class="kb-tool" hidden>{words["reset"]}</button></form>'
        f'<p class="kb-finder-none" hidden>{words["retry"]} <a href="./">{words["whole"]}</a>'
        f"{_boundaries(page, project)}.</p>"
        f'<ul class="kb-situations kb-finder-found" aria-label="{words["found"]}" hidden></ul></template>'
    )


def _filter(name: str, options: Mapping[str, str], words: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{value}">{escape(label)}</option>' for value, label in options.items())
    return (
        f'<label for="kb-by-{name}">{words[name]}</label><select id="kb-by-{name}" name="{name}">'
        f'<option value="">{words["any"]}</option>{rows}</select>'
    )


def _boundaries(page: Page, project: Project) -> str:
    pair = project.pairs.get(BOUNDARIES_PAGE)
    if pair is None or page.lang not in pair.pages:
        return ""
    other = pair.pages[page.lang]
    title = escape(str(other.meta.get("title", BOUNDARIES_PAGE)))
    return f' {WORDS[page.lang]["or"]} <a href="{page.link_to(other)}">{title}</a>'
