"""The rules as a page: contribute/checks is made from the table the program speaks from."""

from __future__ import annotations

from html import escape

from kb.content import Page, Project
from kb.rulebook import RULES

MEND = {"he": "תיקון", "en": "Fix"}


def rules_html(page: Page, project: Project) -> str:
    """Return every rule in the page's language: name, what is wrong, how to mend it.

    The search knows the names alone: a hundred rules would crowd out the words of those who learn.
    """
    rows = "\n".join(_row(name, page.lang) for name in RULES)
    return f'<dl class="kb-rules">\n{rows}\n</dl>'


def _row(name: str, lang: str) -> str:
    what, fix = RULES[name].he if lang == "he" else RULES[name].en
    return (
        f'<div class="kb-entry"><dt id="{name}"><code lang="en" dir="ltr">{name}</code></dt>'
        f"<dd data-search-exclude>{escape(what)}.</dd>"
        f"<dd data-search-exclude>{MEND[lang]}: {escape(fix)}.</dd></div>"
    )
