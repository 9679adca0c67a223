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
from kb.course.lists import exercise_html, objectives_html, readings_html, unit_facts_html, units_html
from kb.course.progress import progress_html
from kb.ethics.finder import finder_html
from kb.ethics.situations import FOLDER, clause_list_html, practice_html, summary_html
from kb.exercises.catalogue import catalogue_html
from kb.factsheet import facts_html
from kb.figures import drawing
from kb.inline import citations, facts, terms
from kb.linking import page_at, title
from kb.offline.notice import download_html
from kb.offline.switch import switch_html
from kb.reference.glossary import glossary_html
from kb.reference.lists import references_html
from kb.reference.works import author_and_year
from kb.rulelist import rules_html
from kb.siteconfig import EXTENSION, markdown_extensions, site_address
from kb.workshops.lists import agenda_html, materials_html, plan_facts_html, prints_html, workshops_html

MARKS = ("@", "term:", "{fact:")
ID = re.compile(r'\bid="([^"]+)"')
LIST = re.compile(r"<!-- kb:([a-z]+)(?: ([a-z0-9-]+))? -->")
LISTS: dict[str, Callable[[Page, Project], str]] = {
    "glossary": glossary_html,
    "references": references_html,
    "rules": rules_html,
    "situations": finder_html,
    "exercises": catalogue_html,
    "objectives": objectives_html,
    "readings": readings_html,
    "exercise": exercise_html,
    "units": units_html,
    "progress": progress_html,
    "agenda": agenda_html,
    "materials": materials_html,
    "prints": prints_html,
    "workshops": workshops_html,
    "download": download_html,
    "offline": switch_html,
}
FACTS: tuple[Callable[[Page, Project], str], ...] = (
    facts_html,
    summary_html,
    unit_facts_html,
    plan_facts_html,
)


class Context:
    """What the blocks ask of the page they stand on (worksheet.markup.PageContext)."""

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

    def treated(self, address: str) -> tuple[str, str]:
        """Return (title, link target) of a page; the address and "" where there is none."""
        page = page_at(address, self.lang, self.project)
        if page is None:
            return address, ""
        _, hash_sign, anchor = address.partition("#")
        here = posixpath.dirname(self.page.name) or "."
        return title(page), f"{posixpath.relpath(page.name, here)}{hash_sign}{anchor}"


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
    head = "".join(made(page, project) for made in FACTS)
    made = LIST.sub(lambda mark: _made_list(mark, page, project), html)
    return head + made + practice_html(page, project)


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
