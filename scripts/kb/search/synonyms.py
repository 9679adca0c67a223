"""docs/reference/synonyms.yml -> what people say against what the site says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kb import policy
from kb.datafile import Data, read_yaml
from kb.findings import Finding

FILE: Final = "docs/reference/synonyms.yml"
KEYS: Final = ("say", "site")


@dataclass(frozen=True)
class Group:
    """Words and short phrases people search with (`say`), and those the site uses for it (`site`)."""

    say: tuple[str, ...]
    site: tuple[str, ...]


def read(root: Path) -> tuple[dict[str, list[Group]], list[Finding]]:
    """Return the groups by language, and findings; a missing file is no fault and has no groups."""
    if not (root / FILE).exists():
        return {}, []
    data, found = read_yaml(root / FILE, FILE)
    if found:
        return {}, found
    if not isinstance(data.value, dict):
        return {}, [
            Finding(FILE, 1, "schema", f"there must be a list for each of {', '.join(policy.LANGUAGES)}")
        ]
    groups: dict[str, list[Group]] = {}
    for lang, rows in data.value.items():
        groups[lang], faults = _language(data, lang, rows)
        found += faults
    return groups, found


def _language(data: Data, lang: str, rows: Any) -> tuple[list[Group], list[Finding]]:
    if lang not in policy.LANGUAGES or not isinstance(rows, list):
        return [], [Finding(FILE, data.line(lang), "schema", f"{lang} is no list for a language of the site")]
    groups, found = [], []
    for number, row in enumerate(rows):
        if fault := _fault(row):
            found.append(Finding(FILE, data.line(lang, number), "schema", fault))
        else:
            groups.append(Group(tuple(row["say"]), tuple(row["site"])))
    return groups, found


def _fault(row: Any) -> str:
    if not isinstance(row, Mapping) or sorted(row) != sorted(KEYS):
        return "an entry has the two keys say and site"
    for key in KEYS:
        words = row[key]
        if (
            not isinstance(words, list)
            or not words
            or not all(isinstance(w, str) and w.strip() for w in words)
        ):
            return f"{key} must be a list of words in quotation marks or plain text"
    return ""
