"""The termbase as a page: both languages side by side, each term with an address of its own."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from kb.content import Page, Project

SEE = {"he": "ראו גם", "en": "See also"}
PAGE = {"he": "בעמוד", "en": "On the page"}
OTHER = {"he": "en", "en": "he"}
DIRECTION = {"he": "rtl", "en": "ltr"}


def _order(term: Mapping[str, Any], lang: str) -> tuple[bool, str]:
    """Sort by name; Latin names after Hebrew ones on the Hebrew page."""
    name = str(term[lang]).lower()
    return (lang == "he" and name[:1].isascii(), name)


def glossary_html(page: Page, project: Project) -> str:
    """Return the whole glossary as a definition list in the page's language."""
    terms = sorted(project.termbase.values(), key=lambda term: _order(term, page.lang))
    rows = "\n".join(_entry(term, page, project) for term in terms)
    return f'<dl class="kb-glossary">\n{rows}\n</dl>'


def _entry(term: Mapping[str, Any], page: Page, project: Project) -> str:
    lang, other = page.lang, OTHER[page.lang]
    name = escape(str(term[lang]))
    pair = escape(str(term[other]))
    links = _links(term, page, project)
    return (
        f'<div class="kb-entry"><dt id="{term["id"]}">{name} '
        f'<span class="kb-entry-other" lang="{other}" dir="{DIRECTION[other]}">{pair}</span></dt>'
        f"<dd>{escape(str(term[f'definition_{lang}']))}</dd>"
        f'<dd class="kb-entry-other" lang="{other}" dir="{DIRECTION[other]}">'
        f"{escape(str(term[f'definition_{other}']))}</dd>{links}</div>"
    )


def _links(term: Mapping[str, Any], page: Page, project: Project) -> str:
    parts = []
    related = [project.termbase[i] for i in term.get("see") or () if i in project.termbase]
    if related:
        links = ", ".join(f'<a href="#{t["id"]}">{escape(str(t[page.lang]))}</a>' for t in related)
        parts.append(f"{SEE[page.lang]}: {links}")
    if shown := _page_link(str(term.get("page") or ""), page, project):
        parts.append(f"{PAGE[page.lang]} {shown}")
    return f'<dd class="kb-entry-links">{". ".join(parts)}</dd>' if parts else ""


def _page_link(address: str, page: Page, project: Project) -> str:
    for name in (f"{address}.md", f"{address}/index.md"):
        pair = project.pairs.get(name)
        if pair and page.lang in pair.pages:
            target = pair.pages[page.lang]
            return f'<a href="{page.link_to(target)}">{escape(str(target.meta.get("title", address)))}</a>'
    return ""
