"""What every rule means, divided by what it looks at. The program and contribute/checks speak from here."""

from __future__ import annotations

from typing import Final

from kb.rulebook import blocks, built, external, names, pages, reading, translation, waiving, wording
from kb.rulebook.rule import Rule

RULES: Final[dict[str, Rule]] = {
    **reading.RULES,
    **translation.RULES,
    **pages.RULES,
    **blocks.RULES,
    **names.RULES,
    **wording.RULES,
    **built.RULES,
    **external.RULES,
    **waiving.RULES,
}
