"""Good answers are remembered for a while in build/, so that a second check asks nobody twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from kb.external.answers import Answer

FILE: Final = "build/external.json"
# Failures are not remembered: they may pass, and who mends a link wants to see it now.
REMEMBERED: Final = ("ok", "moved")
LONGEST: Final = timedelta(days=7)


@dataclass(frozen=True)
class Memory:
    """An answer and when it was given."""

    answer: Answer
    when: datetime


def recall(root: Path, now: datetime) -> dict[str, Memory]:
    """Return what is remembered and not too old; a file that cannot be read is no memory."""
    try:
        rows = json.loads((root / FILE).read_text(encoding="utf-8"))
        found = {url: _memory(row) for url, row in rows.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {url: m for url, m in found.items() if timedelta() <= now - m.when < LONGEST}


def _memory(row: Mapping[str, Any]) -> Memory:
    answer = Answer(str(row["kind"]), int(row["status"]), str(row["address"]))
    when = datetime.fromisoformat(row["when"])
    if when.tzinfo is None or answer.kind not in REMEMBERED:
        raise ValueError("not a memory of ours")
    return Memory(answer, when)


def keep(root: Path, memories: Mapping[str, Memory]) -> None:
    """Write what is worth remembering, in the order of the addresses."""
    rows = {
        url: {
            "kind": m.answer.kind,
            "status": m.answer.status,
            "address": m.answer.address,
            "when": m.when.isoformat(),
        }
        for url, m in sorted(memories.items())
        if m.answer.kind in REMEMBERED
    }
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
