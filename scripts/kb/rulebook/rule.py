"""What a rule says: what is wrong in general and how to mend it, in both languages, side by side."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """`en` and `he` are each (what is wrong, how to mend it), without a full stop.

    The program speaks English, as its file names and keys do; contribute/checks explains every rule in
    both languages.
    """

    en: tuple[str, str]
    he: tuple[str, str]

    @property
    def what(self) -> str:
        """Return what is wrong, as the program says it."""
        return self.en[0]

    @property
    def fix(self) -> str:
        """Return how an author mends it, as the program says it."""
        return self.en[1]
