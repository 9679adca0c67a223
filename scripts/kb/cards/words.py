"""Which card each page has: where it stands in the site, and what is written on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kb.content import Page, Project
from kb.siteconfig import site_name

FOLDER: Final = "cards"
# What those who show cards ask for; smaller ones are shown beside the text, larger ones are cut.
WIDTH: Final = 1200
HEIGHT: Final = 630


@dataclass(frozen=True)
class Card:
    """The words on one card, in one language. uri: its file below the site's root."""

    uri: str
    path: str
    lang: str
    title: str
    section: str
    site: str


def uri(page: Page) -> str:
    """Return where a page's card stands: cards/guide/theory.he.png, cards/home.he.png."""
    return f"{FOLDER}/{page.address.rstrip('/') or 'home'}.{page.lang}.png"


def cards(project: Project, config: Mapping[str, Any]) -> Iterator[Card]:
    """Yield the card of every page."""
    sections = dict(_sections(config.get("nav")))
    for page in project.pages:
        section = sections.get(page.name, "")
        yield Card(
            uri=uri(page),
            path=page.path,
            lang=page.lang,
            title=str(page.meta.get("title", "")),
            section=_translations(config, page.lang).get(section, section),
            site=site_name(config, page.lang),
        )


def _sections(nav: Any, section: str = "") -> Iterator[tuple[str, str]]:
    """Yield (name of a page, title of the section at the top of nav that it lies in, or "")."""
    for item in nav if isinstance(nav, list) else ():
        for title, below in item.items() if isinstance(item, dict) else [("", item)]:
            if isinstance(below, str):
                yield below, section
            else:
                yield from _sections(below, section or str(title))


def _translations(config: Mapping[str, Any], lang: str) -> Mapping[str, str]:
    """Return titles of sections as nav has them -> the same in a language, as the i18n plugin has it."""
    for plugin in config.get("plugins") or ():
        languages = plugin.get("i18n", {}).get("languages", ()) if isinstance(plugin, dict) else ()
        for language in languages:
            if language.get("locale") == lang:
                return language.get("nav_translations") or {}
    return {}
