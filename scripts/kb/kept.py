"""docs/contribute/addresses.yml: addresses that people have saved, sent and cited, and where they are now.

Addresses are written without a language, as they follow the site's root: guide/theory/.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kb import schema
from kb.datafile import Data, read_yaml
from kb.findings import Finding

FILE: Final = "docs/contribute/addresses.yml"


def read(root: Path) -> tuple[Data | None, list[Finding]]:
    """Return the list, and what is wrong with it; None if it cannot be read or there is none.

    A project without the list has not published anything yet.
    """
    if not (root / FILE).exists():
        return None, []
    data, found = read_yaml(root / FILE, FILE)
    if found:
        return None, found
    found = [
        Finding(FILE, data.line(*key), "schema", text) for key, text in schema.faults("addresses", data.value)
    ]
    return (None if found else data), found


def moved(data: Data) -> Mapping[str, str]:
    """Return old address -> new address of the pages that have moved."""
    return {str(old): str(new) for old, new in data.mapping("moved").items()}
