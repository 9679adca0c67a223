"""The worksheet vocabulary as a pymdownx.blocks extension: one source for page, PDF and DOCX.

Each block of vocabulary.BLOCKS becomes HTML that reads, types and prints without JavaScript.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from typing import Any, Protocol

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block as PymdownxBlock

from kb.cells import CellFields
from kb.ticks import TickLabels
from kb.vocabulary import BLOCKS, LABELS, Option


class PageContext(Protocol):
    """What blocks ask of the page they stand on."""

    lang: str
    has_fields: bool

    def cite(self, key: str) -> tuple[str, str]:
        """Return (text, link target) of a cited work."""
        ...

    def figure(self, slug: str) -> str:
        """Return the figure's content as HTML: the drawing and its caption."""
        ...


class _NoPage:
    """Stands in where no page is known, so that Markdown alone can be tried."""

    lang = "he"
    has_fields = False

    def cite(self, key: str) -> tuple[str, str]:
        return key, ""

    def figure(self, slug: str) -> str:
        return ""


def _child(parent: etree.Element, tag: str, text: str = "", **attributes: str) -> etree.Element:
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    child = etree.SubElement(parent, tag, names)
    child.text = text
    return child


def _block_title(parent: etree.Element, label: str, title: str, ident: str = "") -> None:
    """Add the line that names the block: its label, then the author's own title."""
    line = _child(parent, "p", class_="kb-block-title", **({"id": ident} if ident else {}))
    if title:
        span = _child(line, "span", label, class_="kb-block-label")
        span.tail = f" {title}"
    else:
        line.text = label


class _WorksheetBlock(PymdownxBlock):  # type: ignore[misc]
    """What all blocks share: the page's language and its labels."""

    @property
    def page(self) -> PageContext:
        page: PageContext = self.config["context"] or _NoPage()
        return page

    def label(self, name: str) -> str:
        """Return a label in the page's language."""
        return LABELS[self.page.lang][name]

    def on_validate(self, parent: etree.Element) -> bool:
        """Refuse a block that lacks an option: it stays text, and the check says what is missing."""
        options = BLOCKS[self.NAME].options
        return all(self.options[name] != "" for name, option in options.items() if option.required)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Build the block's element from its title and options."""
        build: Callable[[_WorksheetBlock, etree.Element], etree.Element] = BUILDERS[self.NAME]
        return build(self, parent)

    def on_end(self, block: etree.Element) -> None:
        """Close a dated note with the line that says what it rests on."""
        if self.NAME == "since2010":
            _add_rests(self, block)


def _write(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    name, lines = block.options["id"], str(block.options["lines"])
    div = _child(parent, "div", class_="kb-write", data_kb_lines=lines)
    _child(div, "label", block.argument, for_=f"kb-{name}")
    _child(div, "textarea", class_="kb-field", id=f"kb-{name}", name=name, rows=lines, autocomplete="off")
    return div


def _fill(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    name = block.options["id"]
    div = _child(parent, "div", class_="kb-fill", data_kb_width=block.options["width"])
    _child(div, "label", block.argument, for_=f"kb-{name}")
    _child(div, "input", class_="kb-field", type="text", id=f"kb-{name}", name=name, autocomplete="off")
    return div


def _scale(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    options = block.options
    first, last = options["from"], options["to"]
    scale = _child(parent, "fieldset", class_="kb-scale", data_kb_from=str(first), data_kb_to=str(last))
    _child(scale, "legend", block.argument)
    _child(scale, "span", options["low"], class_="kb-scale-low")
    steps = _child(scale, "span", class_="kb-scale-steps")
    for value in range(first, last + 1):
        label = _child(steps, "label")
        _child(label, "input", class_="kb-field", type="radio", name=options["id"], value=str(value))
        _child(label, "span", str(value))
    _child(scale, "span", options["high"], class_="kb-scale-high")
    return scale


def _aside(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    label = block.label(block.NAME)
    # A note, not a landmark: a page may carry many.
    aside = _child(parent, "aside", class_=f"kb-{block.NAME}", role="note", aria_label=label)
    _block_title(aside, label, block.argument or "")
    return aside


def _takeaway(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    div = _child(parent, "div", class_="kb-takeaway")
    _block_title(div, block.label("takeaway"), "")
    return div


def _pause(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    ident = block.options["id"]
    section = _child(parent, "section", class_="kb-pause", id=ident, aria_labelledby=f"{ident}-title")
    _block_title(section, block.label("pause"), block.argument, f"{ident}-title")
    return section


def _reveal(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    details = _child(parent, "details", class_="kb-reveal")
    _child(details, "summary", block.argument)
    return details


def _figure(block: _WorksheetBlock, parent: etree.Element) -> etree.Element:
    slug = block.argument.strip()
    figure = _child(parent, "figure", class_="kb-figure", id=f"figure-{slug}")
    # The drawing is finished HTML: stashed, so that Markdown leaves it alone.
    figure.text = block.md.htmlStash.store(block.page.figure(slug))
    return figure


def _add_rests(block: _WorksheetBlock, parent: etree.Element) -> None:
    line = _child(parent, "p", class_="kb-rests")
    keys = block.options["rests"].replace(",", " ").split()
    if keys == ["site"]:
        line.text = block.label("site")
        return
    line.text = f"{block.label('rests')}: "
    for index, key in enumerate(keys):
        text, href = block.page.cite(key)
        link = _child(line, "a", text, class_="kb-cite", href=href)
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
        f"{name.title()}Block",
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
