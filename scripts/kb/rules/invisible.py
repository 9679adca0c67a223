"""Has a sign been left behind that nobody sees, and that turns the order of words or hides in them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kb.content import Project
from kb.findings import Finding

NAMES: Final = {
    "\u00ad": "soft hyphen",
    "\u061c": "Arabic letter mark",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate",
    "\ufeff": "byte order mark",
}
CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
INVISIBLE: Final = re.compile(f"[{''.join(NAMES)}{CONTROL}]")


def find(project: Project) -> Iterator[Finding]:
    """Yield invisible signs in bodies, code included, with their column, and in titles and data files."""
    for page in project.pages:
        if INVISIBLE.search(page.body):
            for number, line in enumerate(page.body.split("\n"), start=page.body_line):
                for sign in INVISIBLE.finditer(line):
                    yield Finding(
                        page.path, number, "invisible", f"{_name(sign[0])}, column {sign.start() + 1}"
                    )
    starts = {page.path: page.body_line for page in project.pages}
    for passage in project.passages:
        if passage.line < starts.get(passage.path, passage.line + 1):  # what is in a body has been said
            for sign in INVISIBLE.finditer(passage.text):
                yield Finding(passage.path, passage.line, "invisible", _name(sign[0]))


def _name(sign: str) -> str:
    """Return what the sign is called, with its number."""
    return f"{NAMES.get(sign, 'control character')} (U+{ord(sign):04X})"
