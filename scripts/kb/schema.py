"""The schemas of the data files: does a value fit, and if not, where and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from jsonschema import Draft202012Validator

from kb.datafile import Key

FOLDER = Path(__file__).resolve().parent / "schemas"
LONGEST = 160


@lru_cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def fits(name: str, value: object) -> bool:
    """Tell whether a value fits the schema `schemas/NAME.json`."""
    return bool(_validator(name).is_valid(value))


def faults(name: str, value: object) -> Iterator[tuple[Key, str]]:
    """Yield (key path, what is wrong there) for each place where a value does not fit."""
    for error in _validator(name).iter_errors(value):
        text = error.message if len(error.message) < LONGEST else f"{error.message[: LONGEST - 3]}..."
        yield tuple(error.absolute_path), text
