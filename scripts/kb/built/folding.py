"""Findings of one cause on many pages -> one finding that says on how many: a link of the navigation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from kb.findings import Finding

# Up to so many pages are each named: their authors may have written the same thing by hand.
NAMED: Final = 3


class Seen(NamedTuple):
    """A finding and its cause: findings of one rule and one cause are the same fault seen again.

    cause: where a link leads and not how it is written, which differs from folder to folder;
    hint: what follows the detail, such as "; did you mean guide/?".
    """

    finding: Finding
    cause: str
    hint: str = ""


def fold(found: Iterable[Finding | Seen]) -> list[Finding]:
    """Return the findings sorted, each once; those on more than NAMED pages once for all."""
    groups: dict[tuple[str, str], list[Seen]] = {}
    for one in found:
        seen = one if isinstance(one, Seen) else Seen(one, one.detail or one.path)
        groups.setdefault((seen.finding.rule, seen.cause), []).append(seen)
    return sorted({finding for group in groups.values() for finding in _said(group)})


def _said(group: list[Seen]) -> Iterable[Finding]:
    paths = {seen.finding.path for seen in group}
    if len(paths) <= NAMED:
        return [_with(seen, "") for seen in group]
    others = "pages" if all(path.endswith((".html", ".htm")) for path in paths) else "files"
    return [_with(min(group, key=_place), f"and on {len(paths) - 1} more {others}")]


def _place(seen: Seen) -> tuple[bool, int, Finding]:
    """Order by how much a page is one to look at: pages at the top first, the page of errors last."""
    path = seen.finding.path
    return path.rpartition("/")[2] == "404.html", path.count("/"), seen.finding


def _with(seen: Seen, more: str) -> Finding:
    finding = seen.finding
    detail = ", ".join(part for part in (finding.detail, more) if part)
    return Finding(finding.path, finding.line, finding.rule, f"{detail}{seen.hint}")
