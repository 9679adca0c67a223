"""[text](term:id) -> a button that shows the term's definition, without JavaScript.

The definition stands in a native popover beside the button: it opens by touch and keyboard, screen
readers announce it, and it is kept out of the search index.
"""

from __future__ import annotations

import posixpath
import re
from html import escape

from kb import policy
from kb.content import Page, Project

# With the Hebrew prefix letters before it and the punctuation after it: a button is a piece of its own
# in a line, and would be torn from them where the line ends.
TERM = re.compile(
    r"(?P<before>(?<![\w״׳])[ובכלמשה]{1,4}|[(״\"'‘“])?"
    r"\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\(term:(?P<id>[^)\s]*)\)"
    r"(?P<after>[,.;:?!״\"'’”)]*)"
)
MORE = {"he": "עוד במילון המונחים", "en": "More in the glossary"}


def glossary_address(page: Page) -> str:
    """Return the relative address of the glossary from the page's own address."""
    glossary = policy.GLOSSARY_PAGE.removesuffix(".md") + "/"
    return f"{posixpath.relpath(glossary, page.address or '.')}/"


def expand(text: str, page: Page, project: Project, shown: set[str]) -> str:
    """Replace marked terms; the first mark of a term carries its card, later ones are plain text.

    shown: the terms that have had their card on this page; added to.
    """

    def replace(match: re.Match[str]) -> str:
        words, ident = match["words"], match["id"]
        before, after = match["before"] or "", match["after"]
        if ident not in project.termbase:
            return match[0]
        if ident in shown:
            return f"{before}{words}{after}"
        shown.add(ident)
        button = f'<button type="button" class="kb-term" popovertarget="kb-term-{ident}">{words}</button>'
        if before or after:
            button = f'<span class="kb-joined">{before}{button}{after}</span>'
        return button + _card(ident, page, project)

    return TERM.sub(replace, text)


def _card(ident: str, page: Page, project: Project) -> str:
    term = project.termbase[ident]
    name = escape(str(term[page.lang]))
    definition = escape(str(term[f"definition_{page.lang}"]))
    link = f'<a href="{glossary_address(page)}#{ident}">{MORE[page.lang]}</a>'
    return (
        f'<span class="kb-term-card" id="kb-term-{ident}" popover data-search-exclude>'
        f"<strong>{name}</strong> {definition} {link}</span>"
    )
