"""The worksheet vocabulary: which blocks there are, their options, and their labels in both languages.

The Markdown extension (blocks.py) renders from this table and the source check (rules/blocks.py)
holds texts against it, so the two cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ADDRESS: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:#[a-z][a-z0-9-]*)?")


@dataclass(frozen=True)
class Option:
    """One option of a block. `check` returns what is wrong with a value, or nothing."""

    check: Callable[[object], str | None]
    default: object = None

    @property
    def required(self) -> bool:
        """Tell whether the option must be given."""
        return self.default is None


@dataclass(frozen=True)
class Block:
    """One kind of block. title: 'required', 'optional' or 'none' for the text after the bar.

    field_block: the title is the question and there is no body; inside: the blocks it is a part of,
    empty for a block that stands anywhere.
    """

    title: str
    options: Mapping[str, Option] = field(default_factory=dict)
    field_block: bool = False
    inside: tuple[str, ...] = ()


def _ascii_id(value: object) -> str | None:
    good = isinstance(value, str) and ID.fullmatch(value)
    return None if good else "must be small ASCII letters, digits and hyphens, starting with a letter"


def _whole(low: int, high: int) -> Callable[[object], str | None]:
    def check(value: object) -> str | None:
        good = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return None if good else f"must be a whole number from {low} to {high}"

    return check


def _one_of(*allowed: str) -> Callable[[object], str | None]:
    def check(value: object) -> str | None:
        return None if value in allowed else f"must be one of {', '.join(allowed)}"

    return check


def _text(value: object) -> str | None:
    good = isinstance(value, str) and value.strip()
    return None if good else "must be a text; yes, no and numbers need quotation marks"


def _truth(value: object) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _address(value: object) -> str | None:
    good = isinstance(value, str) and _ADDRESS.fullmatch(value)
    return None if good else "must be an address such as issues/vision or issues/vision#why"


_ID: Final = Option(_ascii_id)
# Questions to check oneself by, and their parts.
SELF_CHECKS: Final = ("judge", "quiz")
_SELF_CHECK: Final = {"id": _ID, "objective": Option(_ascii_id, ""), "page": Option(_address)}

BLOCKS: Final[dict[str, Block]] = {
    "takeaway": Block("none"),
    "since2010": Block(
        "required",
        {"rests": Option(_text), "kind": Option(_one_of("since", "beside", "correction"), "since")},
    ),
    "help": Block("none"),
    "write": Block("required", {"id": _ID, "lines": Option(_whole(1, 20), 3)}, field_block=True),
    "fill": Block(
        "required",
        {"id": _ID, "width": Option(_one_of("short", "medium", "long"), "medium")},
        field_block=True,
    ),
    "scale": Block(
        "required",
        {
            "id": _ID,
            "from": Option(_whole(0, 1), 1),
            "to": Option(_whole(2, 10), 10),
            "low": Option(_text),
            "high": Option(_text),
        },
        field_block=True,
    ),
    "guide": Block("optional", {"kind": Option(_one_of("hint", "example"), "hint")}),
    "trainer": Block("optional"),
    "pause": Block("required", {"id": _ID}),
    "reveal": Block("required"),
    "figure": Block("required", field_block=True),
    "judge": Block("required", _SELF_CHECK),
    "quiz": Block("required", _SELF_CHECK),
    "option": Block("required", {"right": Option(_truth, False)}, inside=SELF_CHECKS),
    "code-says": Block("none", inside=SELF_CHECKS),
}

LABELS: Final[dict[str, dict[str, str]]] = {
    "he": {
        "takeaway": "מה לוקחים מכאן",
        "since2010": "מאז 2010",
        "beside": "לצד החוברת",
        "correction": "תיקון",
        "help": "עזרה",
        "guide": "רמז",
        "example": "דוגמה",
        "trainer": "למנחים",
        "pause": "עצירה",
        "rests": "מבוסס על",
        "site": "הערת עורכי האתר",
        "judge": "שיקול דעת",
        "judge-ask": "מה הייתם עושים?",
        "judge-more": "מה אפשר לטעון, ומה אומר הקוד?",
        "quiz": "שאלה",
        "quiz-ask": "איזו תשובה נכונה?",
        "quiz-more": "מה התשובה, ולמה?",
        "right": "נכון",
        "wrong": "לא נכון",
        "code-says": "מה אומר הקוד?",
        "treated": "קראו עוד",
    },
    "en": {
        "takeaway": "What you take from here",
        "since2010": "Since 2010",
        "beside": "Beside the booklet",
        "correction": "Correction",
        "help": "Help",
        "guide": "Hint",
        "example": "Example",
        "trainer": "For trainers",
        "pause": "Pause",
        "rests": "Rests on",
        "site": "A note by the site's editors",
        "judge": "Judgement call",
        "judge-ask": "What would you do?",
        "judge-more": "What can be argued, and what does the code say?",
        "quiz": "Question",
        "quiz-ask": "Which answer is right?",
        "quiz-more": "What is the answer, and why?",
        "right": "Right",
        "wrong": "Not right",
        "code-says": "What does the code say?",
        "treated": "Read more",
    },
}
