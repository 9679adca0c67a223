"""Gathering pages while a site is built, and writing the index of each language into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kb.search import index, sections, synonyms, theme
from kb.situations import PARTS


def _what_happened(page: sections.SearchPage) -> sections.SearchPage:
    """Keep of a situation what tells it from the others; its other parts are of one shape on every page.

    The finder of the ethics desk knows the rest: the everyday wordings, the clauses, who and when.
    """
    shared = set(PARTS) - {"situation"}
    kept = tuple(section for section in page.sections if section.anchor not in shared)
    return replace(page, sections=kept)


class Collector:
    """Pages read since the last index was written, by language."""

    def __init__(self) -> None:
        self.pages: dict[str, list[sections.SearchPage]] = {}

    def add(self, fragment: str, url: str, meta: Mapping[str, Any]) -> None:
        """Read a page's content. meta: its front matter, with our own facts under `kb`."""
        page = sections.read(fragment, url, str(meta.get("title", "")), str(meta.get("description", "")))
        if meta["kb"].get("situation"):
            page = _what_happened(page)
        self.pages.setdefault(meta["kb"]["lang"], []).append(page)

    def write(self, root: Path, site: Path) -> None:
        """Write the indexes of the languages gathered, and forget them.

        root: the project, for its synonyms (a faulty file has none; the check says so). Raises
        theme.Moved if the theme in `site` would start a search of its own.
        """
        groups, _ = synonyms.read(root)
        for lang in sorted(self.pages):
            index.write(site, index.build(lang, self.pages.pop(lang), groups.get(lang, ())))
        for path in sorted(site.glob(f"{theme.BUNDLE}*.js")):
            theme.check_bundle(path.read_text(encoding="utf-8"), path.name)
