"""What stands on the terminal: Hebrew that reads as it should, lines as wide as the window."""

from __future__ import annotations

import io
import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import Final

from kb import bidi

# KB_HEBREW in the environment says who orders Hebrew: "terminal", "program", or "plain" for no care at all.
SETTING: Final = "KB_HEBREW"
NARROWEST: Final = 40


def orders_hebrew() -> str:
    """Return who puts Hebrew in order on standard output: "terminal", "program", "plain" where none should.

    What is piped or written to a file stays plain: it is read by programs and editors.
    """
    asked = os.environ.get(SETTING, "")
    if asked in ("terminal", "program", "plain"):
        return asked
    if not sys.stdout.isatty():
        return "plain"
    windows = "WT_SESSION" in os.environ and os.environ.get("TERM_PROGRAM", "") != "mintty"
    without = windows or os.environ.get("TERM_PROGRAM") == "vscode" or os.environ.get("TERM") == "linux"
    return "program" if without else "terminal"


def line(text: str) -> str:
    """Return lines that mix Latin and Hebrew as they are to be printed."""
    who = orders_hebrew()
    if who == "plain":
        return text
    return bidi.closed(text) if who == "terminal" else bidi.displayed(text)


def paragraph(text: str, before: str = "") -> Iterator[str]:
    """Yield a text as lines of the window's width, each behind `before`; plain output is not broken up."""
    who = orders_hebrew()
    if who == "plain":
        yield f"{before}{text}"
        return
    order = bidi.closed_text if who == "terminal" else bidi.displayed_text
    width = max(shutil.get_terminal_size().columns - len(before) - 1, NARROWEST)
    for part in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]:
        yield f"{before}{order(part) if bidi.has_hebrew(part) else part}"


def speak_utf8() -> None:
    """Let output be UTF-8 whatever the system's own encoding is, so that Hebrew never stops a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
