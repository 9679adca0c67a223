"""Has every self-check its parts, each in its place, and do the page and the objective it names exist?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kb.anchors import anchors
from kb.content import Page, Project
from kb.findings import Finding
from kb.linking import addresses
from kb.nearest import meant
from kb.outline import BlockUse
from kb.worksheet.vocabulary import BLOCKS, SELF_CHECKS

# Self-check -> the fewest and the most options, and how that is said.
OPTIONS: Final = {"judge": (2, 4, "2 to 4"), "quiz": (3, 4, "3 or 4")}
UNITS: Final = "course/"


def find(project: Project) -> Iterator[Finding]:
    """Yield wrong parts of self-checks, and pages and objectives that are named but do not exist."""
    for page in project.pages:
        for block in page.outline.blocks:
            if block.name in SELF_CHECKS:
                yield from _parts(block, page)
                yield from _page(block, page, project)
                yield from _objective(block, page, project)
            elif block.name in BLOCKS and BLOCKS[block.name].inside:
                yield from _part(block, page)


def _part(block: BlockUse, page: Page) -> Iterator[Finding]:
    """Check one option or code-says: where it stands, and that it says something."""
    holder = block.parent.name if block.parent else ""
    if block.parent and not block.parent.closed:
        return  # where it stands can only be said once that block is closed
    if holder not in BLOCKS[block.name].inside:
        places = " and ".join(BLOCKS[block.name].inside)
        yield _parts_finding(page, block.line, f"{block.name} stands outside {places}")
    elif holder == "judge" and "right" in block.options:
        line = block.option_lines.get("right", block.line)
        yield _parts_finding(page, line, "an option of judge takes no right")
    if block.closed and not _text(block, page):
        named = f"{block.name} «{block.title}»" if block.title else block.name
        yield _parts_finding(page, block.line, f"{named} says nothing")


def _parts(block: BlockUse, page: Page) -> Iterator[Finding]:
    """Check what stands in one self-check."""
    parts = [part for part in page.outline.blocks if part.parent is block]
    if not all(part.closed for part in [block, *parts]):
        return  # which parts it has can only be said once all are closed
    options = [part for part in parts if part.name == "option"]
    least, most, said = OPTIONS[block.name]
    if not least <= len(options) <= most:
        detail = f"{block.name} has {_count(len(options), 'option')}, not {said}"
        yield _parts_finding(page, block.line, detail)
    if block.name == "judge" and not any(part.name == "code-says" for part in parts):
        yield _parts_finding(page, block.line, "judge has no code-says")
    if block.name == "quiz":
        yield from _right(block, options, page)
    for heading in page.outline.headings:
        if block.line < heading.line < block.end:
            detail = f"the heading «{heading.text}» stands inside {block.name}"
            yield _parts_finding(page, heading.line, detail)


def _right(block: BlockUse, options: list[BlockUse], page: Page) -> Iterator[Finding]:
    """Check that one option of a quiz is right; a value that is not true or false has been said."""
    values = [part.options.get("right", False) for part in options if not part.option_fault]
    if len(values) == len(options) and all(isinstance(value, bool) for value in values):
        right = values.count(True)
        if right != 1:
            detail = f"quiz has {_count(right, 'right option')}, not one"
            yield _parts_finding(page, block.line, detail)


def _page(block: BlockUse, page: Page, project: Project) -> Iterator[Finding]:
    """Check that the page which treats the question exists, with the anchor that is named."""
    address = block.options.get("page")
    if not isinstance(address, str) or BLOCKS[block.name].options["page"].check(address):
        return  # it is missing or malformed, which has been said
    path, _, anchor = address.partition("#")
    pair = project.pair_at(path)
    if pair is None:
        yield _unknown(page, block, "page", address, meant(path, addresses(project)))
    elif anchor and page.lang in pair.pages:
        ids = anchors(pair.pages[page.lang], project)
        if anchor not in ids:
            yield _unknown(page, block, "page", address, meant(anchor, ids, "#"))


def _objective(block: BlockUse, page: Page, project: Project) -> Iterator[Finding]:
    """Check that an item of a unit names one of the unit's objectives; elsewhere there are none."""
    data = project.facts.get(page.folder)
    if not page.folder.startswith(UNITS) or data is None or not isinstance(data.value, dict):
        return
    objective = block.options.get("objective")
    known = [row["id"] for _, row in data.rows("objectives") if isinstance(row.get("id"), str)]
    if objective is None:
        detail = f"{block.name} needs the option objective in a unit"
        yield Finding(page.path, block.line, "block-option", detail)
    elif known and isinstance(objective, str) and objective not in known:
        yield _unknown(page, block, "objective", objective, meant(objective, known))


def _text(block: BlockUse, page: Page) -> str:
    """Return what stands in a closed block below its options."""
    first = max([block.line, *block.option_lines.values()])
    return "".join(page.body.split("\n")[first + 1 - page.body_line : block.end - page.body_line]).strip()


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _parts_finding(page: Page, line: int, detail: str) -> Finding:
    return Finding(page.path, line, "block-parts", detail)


def _unknown(page: Page, block: BlockUse, option: str, value: str, guess: str) -> Finding:
    line = block.option_lines.get(option, block.line)
    return Finding(page.path, line, "reference-unknown", f"{block.name}: {option}: {value}{guess}")
