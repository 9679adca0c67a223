"""Paper of the ethics desk: the code on one page, the decision path, the situations as cards.

Made from the pages: a clause's title and its paragraphs marked { .kb-rule }; the steps under #path; of
a situation its title, the first paragraph under #situation, the questions under #ask, and its clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

import lxml.html
from lxml import etree

from kb import policy
from kb.content import Page, Project
from kb.ethics.situations import CLAUSES, CODE_PAGE, Situation, clause_titles, situations
from kb.handouts.labels import WORDS
from kb.handouts.markup import Element, drop, has_class, unwrap, with_class, with_tag, words
from kb.handouts.meta import HandoutMeta, Kind, Lang
from kb.handouts.store import FORMATS, Job
from kb.pagedata import DESK_PAGES
from kb.render import fragment
from kb.siteconfig import site_address, site_name

RULE: Final = "kb-rule"
# What is left of citations that are not printed.
_CITED: Final = re.compile(r"\s*\([;\s]*\)")
DESK_PAGE: Final = DESK_PAGES[0]
TITLES: Final = {
    "he": {"ethics-code": "קוד אתי למקדמות ומקדמי תעסוקה", "situation-cards": "מצבים לדיון: קוד אתי"},
    "en": {"ethics-code": "Code of ethics for employment promoters", "situation-cards": "Ethics: situations"},
}
SOURCES: Final = {
    "he": {
        "ethics-code": "עיבוד של קוד EUSE, 2009, ושל מסמך התפקיד של תבת, 2010, כפי שהובאו בחוברת תבת, 2010, "
        "במילים שלנו. קוד מקצועי ולא חוק. רישיון CC BY 4.0",
        "decision-path": "הצעדים שלנו ולא מן החוברת. רישיון CC BY 4.0",
        "situation-cards": "המצבים והשאלות שלנו ולא מן החוברת. רישיון CC BY 4.0",
    },
    "en": {
        "ethics-code": "Adapted from the EUSE code, 2009, and TEVET's role document, 2010, as the TEVET "
        "booklet of 2010 gives them, in our own words. A professional code, not law. Licence CC BY 4.0",
        "decision-path": "The steps are ours and not the booklet's. Licence CC BY 4.0",
        "situation-cards": "The situations and questions are ours and not the booklet's. Licence CC BY 4.0",
    },
}


def desk_jobs(project: Project, config: Mapping[str, Any]) -> Iterator[Job]:
    """Yield the handouts of the ethics desk, in each language that has its pages."""
    for lang in policy.LANGUAGES:
        code, desk = (_page(project, name, lang) for name in (CODE_PAGE, DESK_PAGE))
        if code and desk:
            html = code_html(code, project, config)
            for suffix in FORMATS:
                yield _job("ethics-code", "code", code, html, "", config, suffix)
            title, steps = path_html(desk, project, config)
            yield _job("decision-path", "path", desk, steps, title, config)
        if desk and situations(project, lang):
            yield _job("situation-cards", "cards", desk, cards_html(lang, project, config), "", config)


def code_html(page: Page, project: Project, config: Mapping[str, Any]) -> str:
    """Return title and rule of every clause."""
    tree = _tree(fragment(page, project, config))
    rows = []
    for heading in with_tag(tree, "h2"):
        if heading.get("id") in CLAUSES:
            title = escape(words(heading).partition(":")[0])
            rules = "".join(_rule(node) for node in _section(heading) if has_class(node, RULE))
            rows.append(f'<h2 id="{heading.get("id")}">{title}</h2>{rules}')
    return "\n".join(rows)


def _rule(node: Element) -> str:
    """Return a paragraph of a clause; that it is "The rule." goes without saying on a page of rules."""
    first = node[0] if len(node) else None
    if first is not None and first.tag == "strong" and not node.text and words(first).endswith("."):
        drop(first)
        node.text = (node.text or "").lstrip()
    return _paragraph(node)


def path_html(page: Page, project: Project, config: Mapping[str, Any]) -> tuple[str, str]:
    """Return the heading of the decision path, and its steps as a list."""
    section = _under(_tree(fragment(page, project, config)), "path")
    heading = next((h.text for h in page.outline.headings if h.id == "path"), "")
    steps = [_plain(node) for node in section if node.tag == "ol"]
    return heading, "".join(etree.tostring(node, encoding="unicode", with_tail=False) for node in steps[:1])


def cards_html(lang: str, project: Project, config: Mapping[str, Any]) -> str:
    """Return every situation as a card: on its front what happens, on its back what to ask."""
    titles = clause_titles(project, lang)
    return "\n".join(_card(row, titles, project, config) for row in situations(project, lang))


def _card(row: Situation, titles: Mapping[str, str], project: Project, config: Mapping[str, Any]) -> str:
    tree = _tree(fragment(row.page, project, config))
    story = next((_paragraph(node) for node in _under(tree, "situation") if node.tag == "p"), "")
    lists = [node for node in _under(tree, "ask") if node.tag in ("ul", "ol")]
    questions = "".join(_paragraph(item, "li") for box in lists for item in box if item.tag == "li")
    clauses = _last_lines(row, tree, titles)
    return (
        f'<div class="kb-card"><h2 id="{row.slug}">{escape(row.title)}</h2>'
        f'<div class="kb-card-front">{story}</div>'
        f'<div class="kb-card-back"><ul>{questions}</ul>{clauses}'
        f"<p>{escape(_address(row.page, config))}</p></div></div>"
    )


def _last_lines(row: Situation, tree: Element, titles: Mapping[str, str]) -> str:
    """Return where to call, if the page says so, and the clauses."""
    clauses = escape(" · ".join(titles.get(clause, clause) for clause in row.clauses))
    help_line = f"<p>{WORDS[row.page.lang]['help']}</p>" if with_class(tree, "kb-help") else ""
    return f"{help_line}<p>{clauses}</p>"


def _page(project: Project, name: str, lang: str) -> Page | None:
    pair = project.pairs.get(name)
    return pair.pages.get(lang) if pair else None


def _tree(html: str) -> Element:
    tree: Element = lxml.html.fragment_fromstring(html, create_parent="main")
    return tree


def _section(heading: Element) -> Iterator[Element]:
    """Yield what follows a heading up to the next of its level."""
    node = heading.getnext()
    while node is not None and node.tag != heading.tag:
        yield node
        node = node.getnext()


def _under(tree: Element, ident: str) -> list[Element]:
    found = [node for node in with_tag(tree, "h2") if node.get("id") == ident]
    return list(_section(found[0])) if found else []


def _plain(node: Element) -> Element:
    """Return the node without citations, definitions and links, which paper this small has no room for."""
    for small in with_class(node, "kb-cite", "kb-term-card"):
        drop(small)
    for mark in with_tag(node, "a", "button", "span"):
        unwrap(mark)
    return node


def _paragraph(node: Element, tag: str = "p") -> str:
    """Return the node's text as an element without attributes; stress stays."""
    made = _plain(node)
    made.tag = tag
    made.attrib.clear()
    return _CITED.sub("", etree.tostring(made, encoding="unicode", with_tail=False))


def _job(
    slug: str,
    kind: Kind,
    page: Page,
    html: str,
    title: str,
    config: Mapping[str, Any],
    suffix: str = ".pdf",
) -> Job:
    lang: Lang = "he" if page.lang == policy.SOURCE_LANGUAGE else "en"
    meta = HandoutMeta(
        slug=slug,
        copy="blank",
        lang=lang,
        kind=kind,
        title=title or TITLES[lang][slug],
        subtitle="",
        site_title=site_name(config, lang),
        address=_address(page, config),
        source_line=SOURCES[lang][slug],
    )
    return Job(f"{slug}.{lang}{suffix}", meta, html)


def _address(page: Page, config: Mapping[str, Any]) -> str:
    """Return a page's address as people read it."""
    prefix = "" if page.lang == policy.SOURCE_LANGUAGE else f"{page.lang}/"
    return f"{site_address(config)}{prefix}{page.address}".partition("://")[2].rstrip("/")
