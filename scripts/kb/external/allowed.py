"""docs/contribute/allowed-links.yml -> external addresses that may fail, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kb import listfile
from kb.external.answers import Answer, said
from kb.findings import Finding

FILE: Final = "docs/contribute/allowed-links.yml"


@dataclass(frozen=True)
class Entry:
    """An address, or the beginning of several with * at its end, and the answer (its name) it may give.

    line: of the file; site: the link stands on the built site alone, so only a check of that can miss it.
    """

    line: int
    address: str
    answer: str
    site: bool

    def covers(self, url: str) -> bool:
        """Tell whether the entry is about an address."""
        if self.address.endswith("*"):
            return url.startswith(self.address[:-1])
        return url == self.address


def read(root: Path) -> tuple[list[Entry], list[Finding]]:
    """Return the entries, and what is wrong in the file; a missing file has none of either."""
    rows, faults = listfile.read(root, FILE, "allowed")
    return [
        Entry(line, row["address"], str(row["answer"]), row.get("site", False)) for line, row in rows
    ], faults


def allows(entries: Iterable[Entry], url: str, answer: Answer) -> bool:
    """Tell whether an address may give the answer it gave."""
    return any(entry.covers(url) and entry.answer == answer.name for entry in entries)


def no_longer(
    entries: Iterable[Entry], linked: Iterable[str], answers: Mapping[str, Answer], with_site: bool
) -> list[Finding]:
    """Return a finding for every entry that nothing needs any more.

    linked: every address that is linked; answers: of those that were asked for.
    """
    found, addresses = [], set(linked)
    for entry in entries:
        covered = sorted(url for url in addresses if entry.covers(url))
        text = ""
        if not covered:
            text = "" if entry.site and not with_site else f"nothing links to {entry.address}"
        elif all(url in answers and answers[url].name != entry.answer for url in covered):
            text = f"{covered[0]} {said(answers[covered[0]])} now"
        if text:
            found.append(Finding(FILE, entry.line, "external-allowed", text))
    return found
