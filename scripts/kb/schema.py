"""The schemas of the data files: does a value fit, and if not, where and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from kb.datafile import Key
from kb.nearest import meant

FOLDER = Path(__file__).resolve().parent / "schemas"
LONGEST = 160
KINDS: Final = {
    "string": "a text; yes, no and numbers need quotation marks",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys with values",
}


@lru_cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def fits(name: str, value: object) -> bool:
    """Tell whether a value fits the schema `schemas/NAME.json`."""
    return bool(_validator(name).is_valid(value))


def faults(name: str, value: object) -> Iterator[tuple[Key, str]]:
    """Yield (key path, "steps.0.minutes: what is wrong there") for each place where a value does not fit."""
    for error in _validator(name).iter_errors(value):
        path: Key = tuple(error.absolute_path)
        where = "".join(f"{part}." for part in path)[:-1]
        for key, text in _said(error):
            short = text if len(text) < LONGEST else f"{text[: LONGEST - 3]}..."
            yield (*path, *key), f"{where}: {short}" if where else short


def _said(error: ValidationError) -> Iterator[tuple[Key, str]]:
    """Yield (key below the place, what is wrong) in an author's words where the library has a program's."""
    schema: Any = error.schema
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = schema.get("properties", {})
        for key in error.instance.keys() - known.keys():
            yield (key,), f"{key} is not a known key{meant(str(key), known)}"
    elif error.validator == "required" and isinstance(error.instance, dict):
        # One error a missing key; the library names it in its sentence only.
        missing = [key for key in schema["required"] if error.message.startswith(f"{key!r} ")]
        yield from (((), f"the key {key} is missing") for key in missing)
    elif error.validator == "enum":
        values = [str(value) for value in schema["enum"]]
        near = meant(str(error.instance), values)
        yield (), f"{error.instance} is not one of {', '.join(values)}{near}"
    elif error.validator == "type" and error.validator_value in KINDS:
        yield (), f"{json.dumps(error.instance, ensure_ascii=False)} is not {KINDS[error.validator_value]}"
    elif "description" in schema:
        yield (), f"{json.dumps(error.instance, ensure_ascii=False)} is not {schema['description']}"
    else:
        yield (), error.message
