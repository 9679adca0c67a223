"""What the builders of blocks share: the page they ask, and small pieces of HTML."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any, Protocol


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

    def treated(self, address: str) -> tuple[str, str]:
        """Return (title, link target) of the page at an address, which may carry an anchor.

        (address, "") where there is no such page.
        """
        ...


class NoPage:
    """Stands in where no page is known, so that Markdown alone can be tried."""

    lang = "he"
    has_fields = False

    def cite(self, key: str) -> tuple[str, str]:
        """Return the key, which leads nowhere."""
        return key, ""

    def figure(self, slug: str) -> str:
        """Return no drawing."""
        return ""

    def treated(self, address: str) -> tuple[str, str]:
        """Return the address, which leads nowhere."""
        return address, ""


class OpenBlock(Protocol):
    """What the builders know of the block that they build: one use of it in a text."""

    NAME: str
    argument: str
    options: dict[str, Any]

    @property
    def page(self) -> PageContext:
        """Return the page it stands on."""
        ...

    def label(self, name: str) -> str:
        """Return a label in the page's language."""
        ...


def child(parent: etree.Element, tag: str, text: str = "", **attributes: str) -> etree.Element:
    """Add an element; underscores in attribute names stand for hyphens, one at the end for none."""
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = etree.SubElement(parent, tag, names)
    made.text = text
    return made


def add_title(parent: etree.Element, label: str, title: str, ident: str = "") -> None:
    """Add the line that names the block: its label, then the author's own title."""
    line = child(parent, "p", class_="kb-block-title", **({"id": ident} if ident else {}))
    if title:
        span = child(line, "span", label, class_="kb-block-label")
        span.tail = f" {title}"
    else:
        line.text = label
