"""A YAML file that is one list of entries -> its good entries with their lines, and its faults."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kb import schema
from kb.datafile import read_yaml
from kb.findings import Finding


def read(root: Path, file: str, name: str) -> tuple[list[tuple[int, Mapping[str, Any]]], list[Finding]]:
    """Return (line, entry) of each good entry, and what is wrong; a missing file has none of either.

    file: below the root; name: of its schema, and of the key under which the list stands.
    """
    if not (root / file).exists():
        return [], []
    data, found = read_yaml(root / file, file)
    if found:
        return [], found
    faults = [Finding(file, data.line(*key), "schema", text) for key, text in schema.faults(name, data.value)]
    rows = [(data.line(name, at), row) for at, row in data.rows(name) if schema.fits(name, {name: [row]})]
    return rows, faults
