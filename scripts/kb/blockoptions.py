"""The indented options of a block -> a mapping, or what is wrong with them."""

from __future__ import annotations

from typing import Any, Final

import yaml

_FAST: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str) -> tuple[dict[str, Any], str]:
    """Return (options by name, fault or ""): YAML, read in C, again in Python if faulty, for the reason."""
    try:
        value = yaml.load(text, _FAST)
    except (yaml.YAMLError, ValueError):
        try:
            value = yaml.safe_load(text)
        except (yaml.YAMLError, ValueError) as error:
            return {}, str(getattr(error, "problem", None) or error)
    if not isinstance(value, dict):
        return {}, "options are written as name: value"
    return {str(name): option for name, option in value.items()}, ""
