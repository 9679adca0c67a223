"""Page -> Markdown with its marks expanded -> the HTML fragment that page and paper share."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

import markdown

from kb import outline, policy
from kb.content import Page, Project, address_of
from kb.factsheet import facts_html
from kb.figures import drawing
from kb.finder import finder_html
from kb.glossary import glossary_html
from kb.inline import citations, facts, terms
from kb.reference_list import references_html
from kb.references import author_and_year
from kb.rulelist import rules_html
from kb.siteconfig import EXTENSION, markdown_extensions, site_address
from kb.situations import FOLDER, clause_list_html, summary_html

MARKS = ("@", "term:", "{fact:")
ID = re.compile(r'\bid="([^"]+)"')
LIST = re.compile(r"<!-- kb:([a-z]+)(?: ([a-z0-9-]+))? -->")
LISTS: dict[str, Callable[[Page, Project], str]] = {
    "glossary": glossary_html,
    "references": references_html,
    "rules": rules_html,
    "situations": finder_html,
}


class Context:
    """What the blocks ask of the page they stand on (blocks.PageContext)."""

    def __init__(self, page: Page, project: Project) -> None:
        self.page, self.project = page, project
        self.lang = page.lang
        self.has_fields = bool(page.folder) and not page.folder.startswith(FOLDER)

    def cite(self, key: str) -> tuple[str, str]:
        """Return (author and year, link target); the key itself where the work is unknown."""
        entry = self.project.works.get(key)
        words = ", ".join(author_and_year(entry, self.lang)) if entry else key
        return words, citations.target(self.page, key)

    def figure(self, slug: str) -> str:
        """Return the drawing and caption of a figure in the page's language."""
        return drawing(slug, self.lang, self.project)


def expand(page: Page, project: Project) -> str:
    """Return the page's Markdown with facts, citations and terms in place."""
    shown: set[str] = set()

    def marks(text: str) -> str:
        if not any(sign in text for sign in MARKS):
            return text
        text = facts.expand(text, page, project)
        text = citations.expand(text, page, project)
        return terms.expand(text, page, project, shown)

    return outline.outside_code(page.body, marks)


def complete(html: str, page: Page, project: Project) -> str:
    """Return a page's HTML with its facts at its head and the lists that its comments ask for.

    After Markdown, which would read the long lists letter by letter.
    """
    head = facts_html(page, project) + summary_html(page, project)
    return head + LIST.sub(lambda mark: _made_list(mark, page, project), html)


def made_ids(html: str) -> set[str]:
    """Return every id of a page's HTML."""
    return set(ID.findall(html))


def _made_list(mark: re.Match[str], page: Page, project: Project) -> str:
    """Return the list that a comment like <!-- kb:glossary --> asks for; unknown ones stay."""
    name, argument = mark[1], mark[2]
    if name == "clause" and argument:
        return clause_list_html(argument, page, project)
    return LISTS[name](page, project) if name in LISTS else mark[0]


def fragment(page: Page, project: Project, config: Mapping[str, Any]) -> str:
    """Return the page as an HTML fragment with absolute links, for handouts."""
    names, settings = markdown_extensions(config)
    settings = {**settings, EXTENSION: {"context": Context(page, project)}}
    md = markdown.Markdown(extensions=names, extension_configs=settings, output_format="xhtml")
    html = complete(md.convert(expand(page, project)), page, project)
    return _absolute(html, page, site_address(config))


def _absolute(html: str, page: Page, site_url: str) -> str:
    """Turn links between pages into addresses on the site: paper has no neighbours."""
    base = site_url.rstrip("/") + ("/" if page.lang == policy.SOURCE_LANGUAGE else f"/{page.lang}/")
    here = posixpath.dirname(page.name)

    def replace(match: re.Match[str]) -> str:
        path, hash_sign, anchor = match[1].partition("#")
        if not path.endswith(".md"):  # made by us, relative to the page's own address
            return f'href="{urljoin(base + page.address, match[1])}"'
        name = posixpath.normpath(posixpath.join(here, path))
        return f'href="{base}{address_of(name)}{hash_sign}{anchor}"'

    return re.sub(r'href="(?!\w+:|#|/)([^"]+)"', replace, html)
