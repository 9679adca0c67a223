"""Is every block known, closed, and given the options it needs?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.content import Page, Project
from kb.findings import Finding
from kb.nearest import meant
from kb.outline import BlockUse
from kb.worksheet.vocabulary import BLOCKS


def find(project: Project) -> Iterator[Finding]:
    """Yield unknown and unclosed blocks, stray ends, and wrong titles or options."""
    for page in project.pages:
        for line in page.outline.stray_ends:
            yield Finding(page.path, line, "block-close", "")
        for block in page.outline.blocks:
            if not block.closed:
                yield Finding(page.path, block.line, "block-open", block.name)
            if block.name not in BLOCKS:
                yield Finding(
                    page.path, block.line, "block-unknown", f"{block.name}{meant(block.name, BLOCKS)}"
                )
            else:
                yield from _options(block, page)


def _options(block: BlockUse, page: Page) -> Iterator[Finding]:
    spec = BLOCKS[block.name]
    if spec.title == "required" and not block.title:
        yield Finding(page.path, block.line, "block-title", block.name)
    if spec.title == "none" and block.title:
        yield Finding(page.path, block.line, "block-option", f"{block.name} takes no text after the bar")
    if block.option_fault:
        detail = f"{block.name}: {block.option_fault}"
        yield Finding(page.path, block.line, "block-option", detail)
        return
    for name, value in block.options.items():
        line = block.option_lines.get(name, block.line)
        if name not in spec.options:
            detail = f"{block.name} has no option {name}{meant(name, spec.options)}"
            yield Finding(page.path, line, "block-option", detail)
        elif fault := spec.options[name].check(value):
            yield Finding(page.path, line, "block-option", f"{block.name}: {name} {fault}")
    for name, option in spec.options.items():
        if option.required and name not in block.options:
            yield Finding(page.path, block.line, "block-option", f"{block.name} needs the option {name}")
