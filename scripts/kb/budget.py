"""The budget: what a page may cost, read once from budget.yml beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

FILE: Final = Path(__file__).with_name("budget.yml")


@dataclass(frozen=True)
class Budget:
    """Bounds that a page keeps to: bytes and requests at most; Lighthouse's scores (0 to 100) at least."""

    bytes: int
    requests: int
    card_bytes: int
    scores: Mapping[str, int]


def read(text: str) -> Budget:
    """Return the budget that a YAML text sets. Raises ValueError for a bound that is missing or no number."""
    data = yaml.safe_load(text)
    scores = data.get("scores") if isinstance(data, dict) else None
    names = scores if isinstance(scores, dict) else {}
    return Budget(
        bytes=_bound(data, "first-visit", "bytes"),
        requests=_bound(data, "first-visit", "requests"),
        card_bytes=_bound(data, "card", "bytes"),
        scores={str(name): _bound(data, "scores", name) for name in names},
    )


def _bound(data: object, *keys: str) -> int:
    value = data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{FILE.name}: {' > '.join(keys)} is not a whole number above 0")
    return value


BUDGET: Final = read(FILE.read_text(encoding="utf-8"))
