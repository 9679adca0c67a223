"""Does a page bring HTML that the site cannot vouch for: scripts, styles, frames, links, pictures?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kb.content import Project
from kb.findings import Finding
from kb.rawhtml import Tag, tags

# What runs, restyles, embeds or sends; a page's own words need none of it.
ACTIVE: Final = re.compile(
    "script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|audio|video|canvas|form|"
    "input|button|select|textarea|template|slot"
)
FETCHING: Final = ("src", "srcset", "poster", "data", "background")
FOREIGN: Final = re.compile(r"(?:https?:)?//", re.IGNORECASE)
SCRIPT: Final = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


def find(project: Project) -> Iterator[Finding]:
    """Yield active HTML, what is fetched from other servers, and links and pictures written in HTML."""
    for page in project.pages:
        for link in page.outline.links:
            if link.picture and FOREIGN.match(link.target):
                yield Finding(page.path, link.line, "picture-foreign", link.target)
            elif SCRIPT.match(link.target):
                yield Finding(page.path, link.line, "html-active", link.target)
        for tag in tags(page):
            for rule, detail in _tag(tag):
                yield Finding(page.path, tag.line, rule, detail)


def _tag(tag: Tag) -> Iterator[tuple[str, str]]:
    """Yield (rule, detail) of what is wrong with a tag."""
    if ACTIVE.fullmatch(tag.name):
        yield "html-active", f"<{tag.name}>"
    for name, value in tag.attributes.items():
        if name.startswith("on") or name == "style" or (name == "href" and SCRIPT.match(value)):
            yield "html-active", f'<{tag.name} {name}="{value}">'
        elif name in FETCHING and FOREIGN.match(value):
            yield "picture-foreign", value
    if tag.name == "img":
        yield "html-link", f'<img src="{tag.attributes.get("src", "")}">'
        if not tag.attributes.get("alt", "").strip():
            yield "picture-text", tag.attributes.get("src", "")
    elif tag.name in ("a", "area") and "href" in tag.attributes:
        yield "html-link", f'<{tag.name} href="{tag.attributes["href"]}">'
