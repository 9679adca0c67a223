"""Do the two languages of a page say the same things in the same places?"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Hashable, Iterator

from kb import policy
from kb.content import Page, Pair, Project
from kb.findings import Finding
from kb.outline import BlockUse

Row = tuple[int, Hashable]


def find(project: Project) -> Iterator[Finding]:
    """Yield missing halves, and differences in headings, blocks, links, citations and terms."""
    unreadable = {fault.path for fault in project.faults if fault.rule == "encoding"}
    for pair in project.pairs.values():
        missing = [lang for lang in policy.LANGUAGES if lang not in pair.pages]
        if missing:
            page = next(iter(pair.pages.values()))
            half = page.path.removesuffix(f".{page.lang}.md") + f".{missing[0]}.md"
            if half in unreadable:
                continue  # it is there; what is wrong with it has been said
            yield Finding(page.path, 0, "pair", f"{posixpath.basename(half)} is missing")
        else:
            yield from _compare(pair)


def _compare(pair: Pair) -> Iterator[Finding]:
    source = pair.pages[policy.SOURCE_LANGUAGE]
    for lang, page in pair.pages.items():
        if lang != policy.SOURCE_LANGUAGE:
            yield from _sequence(source, page, "pair-headings", _headings)
            yield from _sequence(source, page, "pair-blocks", _blocks)
            yield from _bag(source, page, "pair-links", _links)
            yield from _bag(source, page, "pair-citations", _mentions)


def _headings(page: Page) -> list[Row]:
    return [(h.line, f"{'#' * h.level} {{ #{h.id} }}") for h in page.outline.headings]


def _blocks(page: Page) -> list[Row]:
    return [(b.line, _block(b)) for b in page.outline.blocks]


def _block(block: BlockUse) -> str:
    shared = {k: v for k, v in block.options.items() if k not in {"low", "high"}}
    title = f" | {block.title}" if block.name == "figure" else ""
    words = {k: str(v).lower() if isinstance(v, bool) else v for k, v in shared.items()}
    options = ", ".join(f"{k}: {v}" for k, v in sorted(words.items()))
    return f"{block.name}{title}" + (f" ({options})" if options else "")


def _links(page: Page) -> list[Row]:
    own = [link for link in page.outline.links if "://" not in link.target]
    return [(link.line, link.target) for link in own]


def _mentions(page: Page) -> list[Row]:
    found = page.outline
    rows: list[Row] = [(line, f"[@{key}]") for line, key in found.citations]
    rows += [(line, f"term:{ident}") for line, ident in found.terms]
    return rows + [(line, f"{{fact:{name}}}") for line, name in found.facts]


def _sequence(source: Page, page: Page, rule: str, rows: Callable[[Page], list[Row]]) -> Iterator[Finding]:
    """Report the first place where two ordered lists part."""
    ours, theirs = rows(page), rows(source)
    for (line, here), (there_line, there) in zip(ours, theirs, strict=False):
        if here != there:
            detail = f"{here} here, {there} at {source.path}:{there_line}"
            yield Finding(page.path, line, rule, detail)
            return
    if len(ours) > len(theirs):
        line, extra = ours[len(theirs)]
        yield Finding(page.path, line, rule, f"{extra} is not in {source.path}")
    elif len(theirs) > len(ours):
        line, lost = theirs[len(ours)]
        yield Finding(page.path, 0, rule, f"{lost} of {source.path}:{line} is missing")


def _bag(source: Page, page: Page, rule: str, rows: Callable[[Page], list[Row]]) -> Iterator[Finding]:
    """Report what one page mentions more often than the other; order may differ."""
    ours, theirs = rows(page), rows(source)
    here, there = Counter(r[1] for r in ours), Counter(r[1] for r in theirs)
    for extra in here - there:
        line = next(line for line, item in ours if item == extra)
        yield Finding(page.path, line, rule, f"{extra} is not as often in {source.path}")
    for lost in there - here:
        line = next(line for line, item in theirs if item == lost)
        yield Finding(page.path, 0, rule, f"{lost} of {source.path}:{line} is missing")
