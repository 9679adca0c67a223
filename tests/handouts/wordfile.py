"""Samples as Word files, and short ways to look into one."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from lxml import etree

from handouts.printed import fragment, meta
from kb.handouts import HandoutMeta, render_docx
from kb.handouts.word.ooxml import NAMESPACES, W

Node = Any


@cache
def made(sample: str, copy: str, lang: str) -> bytes:
    """Return a sample's Word file, made once."""
    return render_docx(fragment(sample, lang), meta(sample, copy, lang))


def render(html: str, kind: Any = "exercise", copy: Any = "guided", lang: Any = "he") -> bytes:
    """Return a fragment as a Word file with the least around it."""
    around = {"subtitle": "", "site_title": "Site", "address": "example.org", "source_line": "Source"}
    return render_docx(html, HandoutMeta("x", copy, lang, kind, "Title", **around))


def part(data: bytes, name: str = "document") -> Node:
    """Return the root element of one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return etree.fromstring(parts.read(f"word/{name}.xml"))


def find(node: Node, path: str) -> list[Node]:
    """Return what an XPath finds, with Word's usual prefixes."""
    return list(node.xpath(path, namespaces=NAMESPACES))


def value(node: Node, path: str) -> str:
    """Return the w:val of what a path finds, "" where there is nothing."""
    found = find(node, path)
    return str(found[0].get(f"{{{W}}}val")) if found else ""


def text(node: Node) -> str:
    """Return a node's text without direction marks."""
    return "".join(find(node, ".//w:t/text()")).translate({0x200E: None, 0x200F: None})


def styled(data: bytes) -> list[tuple[str, str]]:
    """Return (style, text) of every paragraph that has text."""
    rows = [(value(p, "w:pPr/w:pStyle"), text(p).strip()) for p in find(part(data), "//w:p")]
    return [(style, words) for style, words in rows if words]
