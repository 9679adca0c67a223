"""Lists that the site makes for the screen (agenda, materials, print set) -> plain lists and tables."""

from __future__ import annotations

from typing import Final

from lxml import etree

from kb.handouts.markup import Element, drop, unwrap, with_class, with_tag, words

_PLAIN: Final = ("kb-agenda", "kb-prints", "kb-materials", "kb-made-name", "kb-agenda-end")


def settle(tree: Element) -> None:
    """Leave of what was made for the screen what means something on paper."""
    for time in with_tag(tree, "time"):
        unwrap(time)
    for table in with_class(tree, "kb-prints"):
        _drop_files(table)
    for table in with_class(tree, "kb-agenda"):
        _settle_agenda(table)
    for name in with_class(tree, "kb-made-name"):
        name.set("data-kb-keep", "")
    for node in with_class(tree, *_PLAIN):
        del node.attrib["class"]


def _drop_files(table: Element) -> None:
    """The last column leads to files to print."""
    for row in table.iter("tr"):
        drop(row[-1])


def _settle_agenda(table: Element) -> None:
    """Put the table's name before it, and what a step works with after the step."""
    for caption in with_tag(table, "caption"):
        name = etree.Element("p", {"data-kb-keep": ""})
        strong = etree.SubElement(name, "strong")
        strong.text = words(caption)
        table.addprevious(name)
        drop(caption)
    for part in with_class(table, "kb-agenda-with"):
        part.text = f"– {part.text or ''}"
        unwrap(part)
    for row in table.iter("tr"):
        row.set("class", "")
