"""Small steps through an element tree that the other modules share."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kb.handouts.meta import HandoutError

Element = etree._Element

HEADINGS = ("h1", "h2", "h3", "h4")


def elements(tree: Element) -> Iterator[Element]:
    """Yield the tree's elements in document order, a stable list that may be changed on the way."""
    yield from [node for node in tree.iter() if isinstance(node.tag, str)]


def has_class(node: Element, name: str) -> bool:
    """Tell whether the node has this class."""
    return name in (node.get("class") or "").split()


def with_class(tree: Element, *names: str) -> list[Element]:
    """Return the nodes that have one of these classes, in document order."""
    return [node for node in elements(tree) if any(has_class(node, name) for name in names)]


def with_tag(tree: Element, *tags: str) -> list[Element]:
    """Return the nodes with one of these tags, in document order."""
    return [node for node in elements(tree) if node.tag in tags]


def words(node: Element) -> str:
    """Return the node's text with single spaces."""
    return " ".join("".join(map(str, node.itertext())).split())


def _append_text(parent: Element, index: int, text: str) -> None:
    """Add text before the parent's child number `index`."""
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def drop(node: Element) -> None:
    """Remove a node with what is in it; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    tail, node.tail = node.tail, None
    index = parent.index(node)
    parent.remove(node)
    _append_text(parent, index, tail or "")


def unwrap(node: Element) -> None:
    """Remove a node's tag; what is in it stays."""
    parent = node.getparent()
    if parent is None:
        return
    index = parent.index(node)
    _append_text(parent, index, node.text or "")
    for offset, child in enumerate(list(node)):
        parent.insert(index + offset, child)
    drop(node)


def fault(node: Element, detail: str) -> HandoutError:
    """Return the error for a node, with the nearest heading before it."""
    root = node.getroottree().getroot()
    near, anchor = root.get("title") or "", ""
    for other in elements(root):
        if other.tag in HEADINGS:
            near, anchor = words(other), other.get("id") or ""
        if other is node:
            break
    return HandoutError(detail, near, anchor)
