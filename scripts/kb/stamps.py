"""The stamp by which an English page says which Hebrew text it follows."""

from __future__ import annotations

import re
from pathlib import Path

from kb.content import Page, Project
from kb.pagedata import is_stale


def stale_pages(project: Project) -> list[Page]:
    """Return the translations whose source has changed since they were stamped, or that have no stamp."""
    return [page for page in project.pages if is_stale(page, project)]


def stamped(text: str, stamp: str) -> str:
    """Return a page's text with `source: stamp` in its front matter."""
    line = f'source: "{stamp}"'  # quoted: a hash may be all digits
    end = text.index("\n---", 3)
    front, rest = text[:end], text[end:]
    if re.search(r"(?m)^source:.*$", front):
        return re.sub(r"(?m)^source:.*$", line, front) + rest
    return f"{front}\n{line}{rest}"


def accept(root: Path, page: Page, project: Project) -> bool:
    """Stamp one translation with the present hash of its source.

    False if there is nothing to do: it has that stamp, there is no source, or no front matter to write in.
    """
    source = project.pairs[page.name].pages.get("he")
    if source is None or not page.meta or page.meta.get("source") == source.stamp:
        return False
    path = root / page.path
    text = stamped(path.read_text(encoding="utf-8"), source.stamp)
    part = path.with_suffix(".md.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
    return True
