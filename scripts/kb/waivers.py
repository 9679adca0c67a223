"""docs/contribute/waivers.yml -> findings that are let pass, each in one file and with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kb import listfile
from kb.findings import Finding
from kb.nearest import meant
from kb.rulebook import RULES

FILE: Final = "docs/contribute/waivers.yml"

# What no waiver can let pass. Reading and pairing: the build and every other rule stand on them. What leaves
# the site: the page about privacy promises that nothing does. External addresses have a list of their own.
NEVER: Final = frozenset(
    {
        "encoding",
        "yaml",
        "json",
        "schema",
        "front-matter",
        "file-name",
        "pair",
        "site-missing",
        "site-foreign",
    }
)
NEVER_BEGINNINGS: Final = ("waiver-", "external-")


@dataclass(frozen=True)
class Waiver:
    """One entry. line: of the file; text: a part of the finding's detail, "" for any."""

    line: int
    rule: str
    file: str
    text: str

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is the one meant."""
        same_place = (finding.rule, finding.path) == (self.rule, self.file)
        return same_place and self.text in finding.detail


def can_be_waived(rule: str) -> bool:
    """Tell whether there can be a reason to let findings of a rule pass."""
    return rule not in NEVER and not rule.startswith(NEVER_BEGINNINGS)


def stage(rule: str) -> str:
    """Return what has to be looked at before a rule can find anything: source, site, handout or external."""
    beginning = rule.partition("-")[0]
    return beginning if beginning in ("site", "handout", "external") else "source"


def read(root: Path) -> tuple[list[Waiver], list[Finding]]:
    """Return the entries that can be read, and faults of the file; a missing file has none of either."""
    rows, faults = listfile.read(root, FILE, "waivers")
    return [Waiver(line, row["rule"], row["file"], row.get("text", "")) for line, row in rows], faults


def fault(entry: Waiver, root: Path) -> tuple[str, str] | None:
    """Return (rule, what is wrong) with an entry that can let nothing pass, None for a good one."""
    if entry.rule not in RULES:
        near = meant(entry.rule, filter(can_be_waived, RULES))
        return "waiver-rule", f"there is no rule {entry.rule}{near}"
    if not can_be_waived(entry.rule):
        return "waiver-rule", f"{entry.rule} cannot be waived"
    # A page of the built site may be there or not: when the site is checked, nothing is found on it.
    if stage(entry.rule) != "site" and not (root / entry.file).is_file():
        return "waiver-file", entry.file
    return None


def apply(found: Iterable[Finding], root: Path, looked_at: str) -> list[Finding]:
    """Return the findings that are not waived, and one for each waiver that nothing needs any more.

    looked_at: the stage whose findings these are, all of them; waivers of other stages are left alone.
    """
    waivers = [entry for entry in read(root)[0] if stage(entry.rule) == looked_at and not fault(entry, root)]
    findings = list(found)
    needed = {entry for entry in waivers if any(entry.covers(finding) for finding in findings)}
    kept = [f for f in findings if not any(entry.covers(f) for entry in needed)]
    return kept + [
        Finding(FILE, entry.line, "waiver-unused", f"{entry.rule} in {entry.file}")
        for entry in waivers
        if entry not in needed
    ]
