"""Hebrew in a line that a terminal shows: kept apart from its surroundings, or put in order by us.

A line of ours begins with a path, so terminals that reorder Hebrew take it for a left-to-right line:
digits and marks beside the Hebrew then change sides unless the Hebrew is closed off. Terminals that do
not reorder (that of Windows, that of VS Code) show every word back to front; there we do it.
Only the oldest marks are used, which every terminal that reorders knows: isolates show as boxes in some,
and a mark at the beginning of a line is lost in others.
"""

from __future__ import annotations

import re
from typing import Final

HEBREW: Final = "\u0590-\u05ff\ufb1d-\ufb4f"
POINTS: Final = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
# Hebrew with what stands between its words, and a number that ends it: "צעד 2".
RUN: Final = re.compile(rf"[{HEBREW}](?:[^A-Za-z;|\n]*[{HEBREW}])?(?:[ \u05be-]?\d+(?:[.,:/]\d+)*%?)?")
LRM: Final = "\u200e"
RLE: Final = "\u202b"
PDF: Final = "\u202c"
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")
# What stays from left to right inside Hebrew: Latin words with what joins them, numbers; else one letter
# with its points at a time.
_PIECE: Final = re.compile(
    rf"[A-Za-z](?:[^{HEBREW}()\[\]{{}}\n]*[A-Za-z0-9_/`%])?|[$€₪#]?\d+(?:[.,:/+-]\d+)*[%°₪$€]?|.[{POINTS}]*",
    re.DOTALL,
)


def has_hebrew(text: str) -> bool:
    """Tell whether there is a Hebrew letter in a text."""
    return re.search(f"[{HEBREW}]", text) is not None


def closed(line: str) -> str:
    """Return a left-to-right line whose Hebrew cannot draw to itself what stands beside it."""
    return RUN.sub(lambda run: f"{run[0]}{LRM}", line)


def closed_text(text: str) -> str:
    """Return a wholly Hebrew text so that a left-to-right line shows it as a paragraph from the right."""
    return f"{RLE}{text}{PDF}{LRM}"


def displayed(line: str) -> str:
    """Return a left-to-right line with its Hebrew in the order in which it is seen, from left to right."""
    out, at = [], 0
    for run in RUN.finditer(line):
        if run.start() < at:
            continue
        end = _bracket_end(line, run)
        out += [line[at : run.start()], displayed_text(line[run.start() : end])]
        at = end
    return "".join([*out, line[at:]])


def _bracket_end(line: str, run: re.Match[str]) -> int:
    """Return where a run ends, the bracket counted in that closes one opened in it."""
    after = line[run.end() : run.end() + 1]
    opening = {")": "(", "]": "["}.get(after)
    return run.end() + bool(opening and run[0].count(opening) > run[0].count(after))


def displayed_text(text: str) -> str:
    """Return a wholly Hebrew text in the order in which it is seen, from left to right."""
    pieces = _PIECE.findall(text)
    return "".join(piece.translate(_MIRRORED) if len(piece) == 1 else piece for piece in reversed(pieces))
