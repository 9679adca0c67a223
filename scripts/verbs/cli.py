"""Inside the environment: call the verb that was asked for."""

from __future__ import annotations

import importlib
from pathlib import Path

from verbs import terminal, usage

MODULES = {
    "serve": "serve",
    "test": "testing",
    "build": "build",
    "check": "checking",
    "handouts": "printing",
    "pack": "packing",
    "fresh": "fresh",
    "new": "new",
    "bench": "bench",
}


def main(arguments: list[str]) -> int:
    """Run a verb and return its exit code: 0 good, 1 findings or failures, 2 misuse."""
    terminal.speak_utf8()
    options = usage.parser().parse_args(arguments)
    root = Path(__file__).resolve().parent.parent.parent
    module = importlib.import_module(f"verbs.{MODULES[options.verb]}")
    try:
        code: int = module.run(root, options)
    except KeyboardInterrupt:
        return 130
    return code
