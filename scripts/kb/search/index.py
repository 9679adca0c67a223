"""Sections of all pages -> the index of one language: a script that hands JSON to the search.

A script and not a JSON file, because pages opened from a disk may load scripts and nothing else.
The text is kept as it reads, in UTF-8; the browser builds its own tables from it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from kb.search.sections import SearchPage, Section
from kb.search.synonyms import Group

FORMAT: Final = 1  # raised when engine.js must read the index in another way
FOLDER: Final = "search"
# Where pages answer alike, the code comes first, pages to work with come after those that explain, and
# pages about the site itself come last.
WEIGHTS: Final = {
    "ethics/code/": 1.15,
    "exercises/": 0.85,
    "course/": 0.85,
    "workshops/": 0.85,
    "contribute/": 0.7,
    "reference/about/": 0.75,
    "reference/references/": 0.75,
}


def file_name(lang: str) -> str:
    """Return where the index of a language stands below the site's root."""
    return f"{FOLDER}/index.{lang}.js"


def build(lang: str, pages: Iterable[SearchPage], synonyms: Sequence[Group] = ()) -> dict[str, Any]:
    """Return the index: pages as [url, title, weight], sections as [page, anchor, title, text].

    Text is one line per paragraph, list item or table row.
    """
    ordered = sorted(pages, key=lambda page: page.url)
    repeated = _repeated_frames(ordered)
    rows = [
        [number, section.anchor, section.title, _text(section, repeated)]
        for number, page in enumerate(ordered)
        for section in page.sections
    ]
    return {
        "format": FORMAT,
        "lang": lang,
        "pages": [[page.url, page.title, _weight(page.url)] for page in ordered],
        "sections": rows,
        "synonyms": [[list(group.say), list(group.site)] for group in synonyms],
    }


def as_script(index: dict[str, Any]) -> str:
    """Return the index as the file the browser loads; the same index gives the same bytes."""
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # JSON may hold these two as they are; older readers of scripts take them for line ends.
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"KbSearch.receive({data});\n"


def write(site: Path, index: dict[str, Any]) -> Path:
    """Write the index into a built site and return its path."""
    path = site / file_name(index["lang"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_script(index), encoding="utf-8", newline="\n")
    return path


def _weight(url: str) -> float:
    address = re.sub(r"^[a-z]{2}/|index\.html$|(?<=[a-z])\.html$", "", url)
    return next((weight for start, weight in WEIGHTS.items() if f"{address}/".startswith(start)), 1)


def _repeated_frames(pages: Iterable[SearchPage]) -> set[str]:
    """Return the labels, prompts and captions that stand more than once in a language."""
    counts = Counter(
        line for page in pages for section in page.sections for line in section.lines if line in section.frame
    )
    return {line for line, count in counts.items() if count > 1}


def _text(section: Section, repeated: set[str]) -> str:
    return "\n".join(line for line in section.lines if not (line in section.frame and line in repeated))
