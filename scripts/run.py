"""Door 1: the command line. Starts with the standard library only, prepares .venv, goes on inside it.

    python3 scripts/run.py serve        (on Windows: py scripts\\run.py serve)

Everything it knows is in scripts/verbs/; this file must stay readable by any Python 3, so that an old
one can be told what is missing.
"""

import os
import subprocess
import sys

SCRIPTS = os.path.dirname(os.path.abspath(__file__))
INSIDE = "KB_INSIDE_VENV"


def main(arguments: "list[str]") -> int:
    """Run one verb inside the prepared environment and return its exit code (0, 1 or 2)."""
    if sys.version_info < (3, 11):
        version = ".".join(map(str, sys.version_info[:2]))
        print(f"This project needs Python 3.11 or newer; this is Python {version}.", file=sys.stderr)
        return 2
    sys.path.insert(0, SCRIPTS)
    if is_inside():
        from verbs import cli

        return cli.main(arguments)
    from verbs import prepare, usage

    fault = usage.fault(arguments)
    if fault is not None:
        print(fault.text, file=sys.stderr if fault.code else sys.stdout)
        return fault.code
    try:
        python = prepare.environment(os.path.dirname(SCRIPTS), usage.needs(arguments))
    except KeyboardInterrupt:
        return 130
    if python is None:
        return 2
    return again_inside(python, arguments)


def is_inside() -> bool:
    """Tell whether this Python is the prepared environment's own, started from here."""
    prefix = os.environ.get(INSIDE, "")
    return os.path.normcase(os.path.realpath(prefix)) == os.path.normcase(os.path.realpath(sys.prefix))


def again_inside(python: str, arguments: "list[str]") -> int:
    """Run this file once more with the environment's Python; Ctrl+C ends both quietly."""
    prefix = os.path.dirname(os.path.dirname(python))
    # Typst works in many threads; with two heaps for all of them glibc holds a sixth less memory.
    heaps = {"MALLOC_ARENA_MAX": os.environ.get("MALLOC_ARENA_MAX", "2")}
    environment = {**os.environ, **heaps, INSIDE: prefix, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
    process = subprocess.Popen([python, os.path.abspath(__file__), *arguments], env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the child has had it too and is ending


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
