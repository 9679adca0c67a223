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


def expand(text: str, page: Page, project: Project) -> str:
    """Replace marked terms; the first mark of a term carries its card, later ones are plain text."""

    def replace(match: re.Match[str]) -> str:
        words, ident = match["words"], match["id"]
        before, after = match["before"] or "", match["after"]
        term = project.termbase.get(ident)
        if term is None:
            return match[0]
        card = f"kb-term-{ident}"
        name = escape(str(term[page.lang]))
        definition = escape(str(term[f"definition_{page.lang}"]))
        link = f'<a href="{glossary_address(page)}#{ident}">{MORE[page.lang]}</a>'
        joined = ('<span class="kb-joined">', "</span>") if before or after else ("", "")
        return (
            f'{joined[0]}{before}<button type="button" class="kb-term" popovertarget="{card}">{words}</button>'
            f"{after}{joined[1]}"
            f'<span class="kb-term-card" id="{card}" popover data-search-exclude>'
            f"<strong>{name}</strong> {definition} {link}</span>"
        )

    return TERM.sub(replace, text)
