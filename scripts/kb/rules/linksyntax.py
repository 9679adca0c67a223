"""Is every link written so that it is read as one, and does every named address have its name?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.content import Page, Project
from kb.findings import Finding
from kb.outline import DEFINITION, LINK

BROKEN = re.compile(r"\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)(\)?)")
APART = re.compile(r"\[[^\[\]]*\]\s+\(\s*((?:https?:|\.{1,2}/)[^)\s]*|[^)\s]+\.md(?:#[^)\s]*)?)\s*\)")
TURNED = re.compile(r"\(([^()]*)\)\[((?:https?:|\.{1,2}/)[^\]\s]*|[^\]\s]+\.md(?:#[^\]\s]*)?)\]")
NAMED = re.compile(r"(?<![\]\\])\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\[([^\[\]]*)\]")


def find(project: Project) -> Iterator[Finding]:
    """Yield links that stay text on the page, and names of addresses that lead nowhere or are not used."""
    for page in project.pages:
        for number, line in page.plain:
            if "](" in line or "] (" in line or ")[" in line:
                for text in _broken(line):
                    yield Finding(page.path, number, "link-malformed", text)
        yield from _names(page)


def _broken(line: str) -> Iterator[str]:
    """Yield what is wrong with every link of a line that Markdown does not read as one."""
    rest = LINK.sub("", line)
    while "](" in rest and LINK.search(rest):  # a link around a picture
        rest = LINK.sub("", rest)
    for target, closed in BROKEN.findall(rest):
        if not closed:
            yield f"({''.join(target.split()[:1])} has no closing parenthesis"
        elif " " in target.strip():
            yield f"({target.strip()}) has a space in it"
        else:
            yield f"({target.strip()})"
    for target in APART.findall(rest):
        yield f"({target}) stands apart from the square brackets"
    for text, target in TURNED.findall(rest):
        yield f"({text})[{target}]; did you mean [{text}]({target})?"


def _names(page: Page) -> Iterator[Finding]:
    """Compare the names of addresses with their uses; names do not mind capitals."""
    defined: dict[str, int] = {}
    used: dict[str, tuple[int, str]] = {}
    text = []
    for number, line in page.plain:
        if match := DEFINITION.match(line):
            defined.setdefault(match[1].casefold(), number)
        elif "[" in line:
            text.append(line.casefold())
            for shown, name in NAMED.findall(line):
                used.setdefault((name or shown).casefold(), (number, name or shown))
    for key in used.keys() - defined.keys():
        yield Finding(page.path, used[key][0], "link-name", f"[{used[key][1]}] is not given an address")
    for key in defined.keys() - used.keys():
        if not any(f"[{key}]" in line for line in text):
            yield Finding(page.path, defined[key], "link-name", f"nothing uses [{key}]")
