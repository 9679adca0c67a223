"""The name that was probably meant. The one place that says "did you mean".

The standard library only: the command line asks too, before the environment is there.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

# How alike two names must be, 0 to 1.
ALIKE: Final = 0.65


def nearest(name: str, known: Iterable[str], alike: float = ALIKE) -> str:
    """Return the known name most like another, capitals and underscores aside; "" if none is near."""
    names = sorted(known)
    plain = {_plain(each): each for each in reversed(names)}
    near = difflib.get_close_matches(_plain(name), sorted(plain), n=1, cutoff=alike)
    return plain[near[0]] if near else ""


def meant(name: str, known: Iterable[str], sign: str = "", alike: float = ALIKE) -> str:
    """Return "; did you mean NAME?" to write behind what is wrong, "" if no name is near.

    sign: what is written before the name where it was met ("#" of an anchor, "--" of an option).
    """
    near = nearest(name, known, alike)
    return f"; did you mean {sign}{near}?" if near else ""


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-")
