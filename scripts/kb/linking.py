"""Addresses as data files write them ("guide/introduction#start"): what they lead to, and links there."""

from __future__ import annotations

from html import escape

from kb.anchors import anchors
from kb.content import Page, Project


def fault(address: str, project: Project) -> str:
    """Return what is wrong with an address with or without an anchor: nothing, "page" or "anchor"."""
    path, _, anchor = address.partition("#")
    pair = project.pair_at(path)
    if pair is None:
        return "page"
    ids = {ident for page in pair.pages.values() for ident in anchors(page, project)}
    return "anchor" if anchor and anchor not in ids else ""


def page_at(address: str, lang: str, project: Project) -> Page | None:
    """Return the page of a language at an address, its anchor left aside."""
    pair = project.pair_at(address.partition("#")[0])
    return pair.pages.get(lang) if pair else None


def title(page: Page) -> str:
    """Return the page's name as plain text."""
    return str(page.meta.get("title", page.name))


def link_html(page: Page, other: Page, anchor: str = "", text: str = "") -> str:
    """Return a link from a page to another one, by its name unless another text is given."""
    href = (page.link_to(other) if other is not page else "") + (f"#{anchor}" if anchor else "")
    return f'<a href="{escape(href or "./")}">{escape(text or title(other))}</a>'


def part_link_html(page: Page, other: Page, anchor: str, part: str) -> str:
    """Return a link to a page, followed by one to a part of it: anchor and name, both "" for none."""
    whole = link_html(page, other)
    return f"{whole} ({link_html(page, other, anchor, part)})" if anchor else whole


def addresses(project: Project) -> set[str]:
    """Return the address of every page as data files write it: "guide/introduction", "cases/moshe"."""
    return {name.removesuffix(".md").removesuffix("/index") for name in project.pairs}


def slugs(room: str, project: Project) -> list[str]:
    """Return what the folders with a facts file are called in a room: of "cases", "moshe"."""
    return [folder.removeprefix(f"{room}/") for folder in project.facts if folder.startswith(f"{room}/")]
