"""Gathering pages while a site is built, and writing the index of each language into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from kb.memory import Memory
from kb.search import index, sections, synonyms, theme

# Pages of one build, by the room they stand in: the parts that tell one from the others. What is above
# the first heading is always kept. The rest is worked through and not looked up (steps, sheets,
# self-checks), or is of one shape on every page; the finder of the ethics desk knows the situations'.
KEPT: Final[Mapping[str, frozenset[str]]] = {
    "situations": frozenset({"situation"}),
    "exercises": frozenset({"purpose"}),
    "course": frozenset({"key-points"}),
    "workshops": frozenset({"aim"}),
}


def _what_tells(page: sections.SearchPage, room: str) -> sections.SearchPage:
    """Keep of a page what tells it from the others of its room."""
    if room not in KEPT:
        return page
    wanted = KEPT[room] | {""}
    return replace(page, sections=tuple(part for part in page.sections if part.anchor in wanted))


class Collector:
    """Pages read since the last index was written, by language."""

    def __init__(self) -> None:
        self.pages: dict[str, list[sections.SearchPage]] = {}
        self._memory = Memory()  # each language asks for the synonyms of all

    def add(self, fragment: str, url: str, meta: Mapping[str, Any]) -> None:
        """Read a page's content. meta: its front matter, with our own facts under `kb`."""
        page = sections.read(fragment, url, str(meta.get("title", "")), str(meta.get("description", "")))
        page = _what_tells(page, meta["kb"].get("room", ""))
        self.pages.setdefault(meta["kb"]["lang"], []).append(page)

    def write(self, root: Path, site: Path) -> None:
        """Write the indexes of the languages gathered, and forget them.

        root: the project, for its synonyms (a faulty file has none; the check says so). Raises
        theme.Moved if the theme in `site` would start a search of its own.
        """
        file = root / synonyms.FILE
        groups = self._memory.recall(file, lambda _: synonyms.read(root)[0]) if file.exists() else {}
        for lang in sorted(self.pages):
            index.write(site, index.build(lang, self.pages.pop(lang), groups.get(lang, ())))
        for path in sorted(site.glob(f"{theme.BUNDLE}*.js")):
            theme.check_bundle(path.read_text(encoding="utf-8"), path.name)
