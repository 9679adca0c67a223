"""What stands where in a Markdown body: headings, links, blocks, citations, terms and facts, with lines.

A line scanner and not a Markdown parser: it needs only what the checks ask about, it knows the lines of
the source file, and it looks away from code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kb import blockoptions

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
HEADING_ID = re.compile(r"\s*\{[^}]*?#([^\s}]+)[^}]*\}\s*$")
LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?((?:[^\s()>]|\([^\s()>]*\))*)>?(?:\s+[\"'][^)]*[\"'])?\s*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]]+)\]:\s*<?([^\s>]+)>?")
# Addresses written in other ways: <address>, href="address", [name]: address.
WEB = re.compile(
    r'(?<!\()<(https?://[^\s<>]+)>|\bhref="(https?://[^"]+)"|^ {0,3}\[[^\]]+\]:\s*<?(https?://[^\s>]+)'
)
CITATION = re.compile(r"\[(-?@[^\[\]]+)\](?!\()")
CITATION_KEY = re.compile(r"-?@([A-Za-z0-9][\w-]*)")
FACT = re.compile(r"\{fact:([^}\s]*)\}")
BLOCK = re.compile(r"^(/{3,})\s*([A-Za-z][\w-]*)\s*(?:\|\s*(.*?))?\s*$")
RESTS = re.compile(r"^    rests:\s*(.+?)\s*(?:#.*)?$")
BLOCK_END = re.compile(r"^(/{3,})\s*$")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
# A code span, or a comment that may go on below: whichever begins first hides the other.
LOOK_AWAY = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|<!--.*?(?:-->|$)")

OBJECT = "\ufffc"  # stands for a code span or a comment in what plain_lines gives


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is None when it carries none."""

    line: int
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Link:
    """A link or picture. `target` is as written."""

    line: int
    target: str
    text: str
    picture: bool


@dataclass
class BlockUse:
    """A block: line of its opening, name, title after the bar, options with their lines.

    end: line that closes it, 0 while it is open.
    """

    line: int
    slashes: int
    name: str
    title: str
    options: dict[str, object] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    option_fault: str = ""
    closed: bool = False
    end: int = 0
    parent: BlockUse | None = None


@dataclass
class Outline:
    """Everything the checks ask of one body. Each mention is (line, name)."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    web: list[tuple[int, str]] = field(default_factory=list)
    blocks: list[BlockUse] = field(default_factory=list)
    stray_ends: list[int] = field(default_factory=list)
    citations: list[tuple[int, str]] = field(default_factory=list)
    terms: list[tuple[int, str]] = field(default_factory=list)
    facts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def rests(self) -> list[tuple[int, str]]:
        """Return the works that dated notes say they rest on."""
        found: list[tuple[int, str]] = []
        for block in self.blocks:
            keys = block.options.get("rests")
            if block.name == "since2010" and isinstance(keys, str) and keys != "site":
                line = block.option_lines.get("rests", block.line)
                found += [(line, key) for key in keys.replace(",", " ").split()]
        return found

    @property
    def cited_keys(self) -> set[str]:
        """Return every work the text cites or rests on."""
        return {key for _, key in [*self.citations, *self.rests]}


def cited_keys(body: str) -> set[str]:
    """Return the works a body cites or rests on, without reading the rest of it."""
    found: set[str] = set()
    for line in (text for text, code in _lines(body) if not code):
        if "@" in line:
            for cite in CITATION.finditer(_blank_code(line)):
                found |= set(CITATION_KEY.findall(cite[1]))
        elif rests := RESTS.match(line):
            found |= set(rests[1].replace(",", " ").split()) - {"site"}
    return found


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Apply `change` to each stretch of text outside fenced code, code spans and comments."""
    out: list[str] = []
    for line, code in _lines(text):
        out.append(line if code else _outside_spans(line, change))
    return "\n".join(out)


def _outside_spans(line: str, change: Callable[[str], str]) -> str:
    if "`" not in line and "<!--" not in line:
        return change(line)
    parts, at = [], 0
    for span in LOOK_AWAY.finditer(line):
        parts += [change(line[at : span.start()]), span[0]]
        at = span.end()
    return "".join([*parts, change(line[at:])])


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield (line, is it fenced code or inside a comment that began on a line above)."""
    fence, comment = "", False
    for line in text.split("\n"):
        mark = FENCE.match(line)
        if comment:
            yield line, True
            comment = "-->" not in line
        elif fence:
            yield line, True
            if mark and mark[1].startswith(fence) and not line.strip().strip(mark[1][0]):
                fence = ""
        elif mark:
            fence = mark[1]
            yield line, True
        else:
            yield line, False
            spans = [span[0] for span in LOOK_AWAY.finditer(line)]
            comment = bool(spans) and spans[-1].startswith("<!--") and not spans[-1].endswith("-->")


def plain_lines(body: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Return (number, line) of all that is no fenced code and no comment; code spans are OBJECTs."""
    rows = enumerate(_lines(body), start=first_line)
    return ((n, _blank_code(line, OBJECT)) for n, (line, code) in rows if not code)


def read(body: str, first_line: int = 1) -> Outline:
    """Read a Markdown body whose first line is line `first_line` of its file."""
    outline = Outline()
    open_blocks: list[BlockUse] = []
    options_of: BlockUse | None = None
    option_text: list[str] = []
    for number, (line, code) in enumerate(_lines(body), start=first_line):
        if options_of is not None:
            if line.startswith("    ") and line.strip() and not code:
                option_text.append(line)
                continue
            _set_options(options_of, option_text)
            options_of, option_text = None, []
        if code:
            continue
        plain = _blank_code(line)
        opening = BLOCK.match(plain)
        if opening:
            options_of = _open(outline, open_blocks, number, opening)
        elif end := BLOCK_END.match(plain):
            _close(outline, open_blocks, number, len(end[1]))
            continue
        _read_line(outline, number, plain)
    if options_of is not None:
        _set_options(options_of, option_text)
    return outline


def _blank_code(line: str, mark: str = " ") -> str:
    return LOOK_AWAY.sub(lambda span: mark * len(span[0]), line)


def _open(outline: Outline, stack: list[BlockUse], number: int, match: re.Match[str]) -> BlockUse:
    block = BlockUse(number, len(match[1]), match[2], match[3] or "", parent=stack[-1] if stack else None)
    outline.blocks.append(block)
    stack.append(block)
    return block


def _close(outline: Outline, stack: list[BlockUse], number: int, slashes: int) -> None:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].slashes == slashes:
            stack[depth].closed, stack[depth].end = True, number
            del stack[depth:]
            return
    outline.stray_ends.append(number)


def _set_options(block: BlockUse, lines: list[str]) -> None:
    """Parse a block's indented options; what is wrong with them goes to `option_fault`."""
    if not lines:
        return
    block.options, block.option_fault = blockoptions.parse("\n".join(line[4:] for line in lines))
    if not block.option_fault:
        for offset, line in enumerate(lines, start=1):
            block.option_lines[line.strip().split(":")[0]] = block.line + offset


def _read_line(outline: Outline, number: int, line: str) -> None:
    if heading := HEADING.match(line):
        ident, level = HEADING_ID.search(heading[2]), len(heading[1])
        text = HEADING_ID.sub("", heading[2])
        outline.headings.append(Heading(number, level, text, ident[1] if ident else None))
    _read_links(outline, number, line)
    outline.web += [(number, "".join(found.groups(""))) for found in WEB.finditer(line)]
    for cite in CITATION.finditer(line):
        outline.citations += [(number, key) for key in CITATION_KEY.findall(cite[1])]
    outline.facts += [(number, name) for name in FACT.findall(line)]


def _read_links(outline: Outline, number: int, line: str) -> None:
    """Add the links of a line, with the pictures that stand inside links, and a definition's address."""
    for link in LINK.finditer(line):
        if link[3].startswith("term:"):
            outline.terms.append((number, link[3][5:]))
        else:
            outline.links.append(Link(number, link[3], link[2], bool(link[1])))
        if "](" in link[2]:
            _read_links(outline, number, link[2])
    if defined := DEFINITION.match(line):
        outline.links.append(Link(number, defined[2], defined[1], False))
