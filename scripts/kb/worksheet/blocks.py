"""The worksheet vocabulary as a pymdownx.blocks extension: one source for page, PDF and DOCX.

Each block of vocabulary.BLOCKS becomes HTML that reads, types and prints without JavaScript.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any, Final

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block as PymdownxBlock

from kb.worksheet import selfcheck
from kb.worksheet.cells import CellFields
from kb.worksheet.markup import NoPage, PageContext, add_title, child
from kb.worksheet.ticks import TickLabels
from kb.worksheet.vocabulary import BLOCKS, LABELS, Option


class _WorksheetBlock(PymdownxBlock):  # type: ignore[misc]
    """What all blocks share: the page's language and its labels."""

    @property
    def page(self) -> PageContext:
        page: PageContext = self.config["context"] or NoPage()
        return page

    def label(self, name: str) -> str:
        """Return a label in the page's language."""
        return LABELS[self.page.lang][name]

    def on_validate(self, parent: etree.Element) -> bool:
        """Refuse a block that lacks an option or its place: it stays text, and the check says why."""
        block = BLOCKS[self.NAME]
        wanted = [name for name, option in block.options.items() if option.required]
        in_place = not block.inside or selfcheck.is_self_check(parent)
        return in_place and all(self.options[name] != "" for name in wanted)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Build the block's element from its title and options."""
        build: Callable[[_WorksheetBlock, etree.Element], etree.Element] = BUILDERS[self.NAME]
        return build(self, parent)

    def on_end(self, block: etree.Element) -> None:
        """Give the block what can only be made when all that is in it is known."""
        if self.NAME in ENDS:
            ENDS[self.NAME](self, block)


def _write(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    name, lines = block.options["id"], str(block.options["lines"])
    div = child(parent, "div", class_="kb-write", data_kb_lines=lines)
    child(div, "label", block.argument, for_=f"kb-{name}")
    child(div, "textarea", class_="kb-field", id=f"kb-{name}", name=name, rows=lines, autocomplete="off")
    return div


def _fill(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    name = block.options["id"]
    div = child(parent, "div", class_="kb-fill", data_kb_width=block.options["width"])
    child(div, "label", block.argument, for_=f"kb-{name}")
    child(div, "input", class_="kb-field", type="text", id=f"kb-{name}", name=name, autocomplete="off")
    return div


def _scale(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    options = block.options
    first, last = options["from"], options["to"]
    scale = child(parent, "fieldset", class_="kb-scale", data_kb_from=str(first), data_kb_to=str(last))
    child(scale, "legend", block.argument)
    child(scale, "span", options["low"], class_="kb-scale-low")
    steps = child(scale, "span", class_="kb-scale-steps")
    for value in range(first, last + 1):
        label = child(steps, "label")
        child(label, "input", class_="kb-field", type="radio", name=options["id"], value=str(value))
        child(label, "span", str(value))
    child(scale, "span", options["high"], class_="kb-scale-high")
    return scale


# Kinds of a block that are called something else than the block.
OWN_LABELS: Final = ("example", "beside", "correction")


def _aside(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    kind = block.options.get("kind")
    example = kind == "example"
    label = block.label(kind if kind in OWN_LABELS else block.NAME)
    # A note, not a landmark: a page may carry many.
    aside = child(parent, "aside", class_=f"kb-{block.NAME}", role="note", aria_label=label)
    if example and block.argument:  # its title says that it is one, and whose
        child(aside, "p", block.argument, class_="kb-block-title")
    else:
        add_title(aside, label, block.argument or "")
    return aside


def _takeaway(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    div = child(parent, "div", class_="kb-takeaway")
    add_title(div, block.label("takeaway"), "")
    return div


def _pause(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    ident = block.options["id"]
    section = child(parent, "section", class_="kb-pause", id=ident, aria_labelledby=f"{ident}-title")
    add_title(section, block.label("pause"), block.argument, f"{ident}-title")
    return section


def _reveal(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    details = child(parent, "details", class_="kb-reveal")
    child(details, "summary", block.argument)
    return details


def _figure(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    slug = block.argument.strip()
    figure = child(parent, "figure", class_="kb-figure", id=f"figure-{slug}")
    # The drawing is finished HTML: stashed, so that Markdown leaves it alone.
    figure.text = block.md.htmlStash.store(block.page.figure(slug))
    return figure


def _add_rests(block: _WorksheetBlock, parent: etree.Element) -> None:
    line = child(parent, "p", class_="kb-rests")
    keys = block.options["rests"].replace(",", " ").split()
    if keys == ["site"]:
        line.text = block.label("site")
        return
    line.text = f"{block.label('rests')}: "
    for index, key in enumerate(keys):
        text, href = block.page.cite(key)
        link = child(line, "a", text, class_="kb-cite", href=href)
        link.tail = "; " if index + 1 < len(keys) else ""


BUILDERS: dict[str, Callable[[_WorksheetBlock, etree.Element], etree.Element]] = {
    "takeaway": _takeaway,
    "since2010": _aside,
    "help": _aside,
    "write": _write,
    "fill": _fill,
    "scale": _scale,
    "guide": _aside,
    "trainer": _aside,
    "pause": _pause,
    "reveal": _reveal,
    "figure": _figure,
    "judge": selfcheck.question,
    "quiz": selfcheck.question,
    "option": selfcheck.option,
    "code-says": selfcheck.code_says,
}
ENDS: dict[str, Callable[[_WorksheetBlock, etree.Element], None]] = {
    "since2010": _add_rests,
    "judge": selfcheck.finish,
    "quiz": selfcheck.finish,
}


def _validator(option: Option) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if fault := option.check(value):
            raise ValueError(fault)
        return value

    return check


def _block_class(name: str) -> type[_WorksheetBlock]:
    """Make the pymdownx class of one block from its row in the vocabulary."""
    block = BLOCKS[name]
    argument = {"required": True, "optional": None, "none": False}[block.title]
    options = {
        key: [option.default if not option.required else "", _validator(option)]
        for key, option in block.options.items()
    }
    return type(
        f"{name.title().replace('-', '')}Block",
        (_WorksheetBlock,),
        {"NAME": name, "ARGUMENT": argument, "OPTIONS": options},
    )


class WorksheetExtension(BlocksExtension):  # type: ignore[misc]
    """Registers every block of the vocabulary. Config: context, the page the text stands on."""

    def __init__(self, **kwargs: Any) -> None:
        # Not None: Python-Markdown would read the value as a truth value.
        self.config = {"context": ["", "the page the text stands on (a PageContext)"]}
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Called by pymdownx.blocks with its registry."""
        for name in BLOCKS:
            block_mgr.register(_block_class(name), self.getConfigs())
        # After raw HTML is back in place (30), which is where tick boxes come from.
        md.postprocessors.register(TickLabels(md), "kb-ticks", 5)
        context = self.getConfig("context")
        if context and context.has_fields:
            # After inline processing (20), so that a cell's words are known.
            md.treeprocessors.register(CellFields(md), "kb-cells", 15)


def makeExtension(**kwargs: Any) -> WorksheetExtension:
    """Return the extension; Python-Markdown's entry point."""
    return WorksheetExtension(**kwargs)
