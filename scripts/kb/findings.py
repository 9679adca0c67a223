"""What a check found.

A rule only finds: it says where, and the detail of this one place. What is wrong in general and how
to mend it stands once in the rulebook.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One fault at one place.

    path: file below the project root, with forward slashes; line: 1-based, 0 for the whole file;
    rule: a key of kb.rulebook.RULES; detail: what is wrong just here.
    """

    path: str
    line: int
    rule: str
    detail: str
