"""What templates may know of a page beyond its text."""

from __future__ import annotations

import posixpath
from typing import Any, Final

from kb import mount, policy
from kb.content import Page, Project


def is_stale(page: Page, project: Project) -> bool:
    """Tell whether the Hebrew text has changed since this translation was stamped."""
    source = project.pairs[page.name].pages.get("he")
    return page.lang != "he" and source is not None and page.meta.get("source") != source.stamp


def handout_slug(page: Page) -> str:
    """Return how the page's handouts are called: smart-goal, story-moshe; "" for other pages."""
    top, _, slug = page.folder.partition("/")
    return {"exercises": slug, "cases": f"story-{slug}"}.get(top, "")


# What a trainer shows to a group, stage by stage.
PROJECTED: Final = ("cases/", "workshops/")
# The handouts of the ethics desk, one copy each, and the pages that offer them.
DESK: Final = ("ethics-code", "decision-path", "situation-cards")
DESK_PAGES: Final = ("ethics/index.md", "ethics/code.md")


def handout_links(page: Page, project: Project) -> list[dict[str, Any]]:
    """Return the printed handouts of a page in its language: copy, format, address, size in bytes.

    copy: of an exercise or case; for the handouts of the ethics desk, which have one, their name.
    """
    slug = handout_slug(page)
    wanted = {f"{slug}.{copy}": copy for copy in policy.COPIES} if slug else {}
    if page.name in DESK_PAGES:
        wanted = {name: name for name in DESK}
    up = posixpath.relpath("handouts", page.address)
    depth = "../" if page.lang != "he" else ""
    found = []
    for _, path in mount.handouts(project.root):
        copy = wanted.get(path.name.removesuffix(f".{page.lang}{path.suffix}"))
        if copy:
            row = {"copy": copy, "lang": page.lang, "href": f"{depth}{up}/{path.name}"}
            found.append({**row, "format": path.suffix[1:], "bytes": path.stat().st_size})
    order = [*policy.COPIES, *DESK]
    return sorted(found, key=lambda row: (order.index(row["copy"]), row["format"]))


def good_meta(page: Page, project: Project) -> dict[str, Any]:
    """Return the page's front matter without what the check reports, which a theme might fall over."""
    good = {}
    for key, (kind, _) in policy.FRONT_MATTER.items():
        if isinstance(page.meta.get(key), kind):
            good[key] = page.meta[key]
    if not has_template(page, project):
        good.pop("template", None)
    return good


def has_template(page: Page, project: Project) -> bool:
    """Tell whether the template a page asks for is there; a page that asks for none has one."""
    name = page.meta.get("template")
    return not isinstance(name, str) or (project.root / policy.TEMPLATES / name).is_file()


def for_template(page: Page, project: Project) -> dict[str, Any]:
    """Return the page's data for templates (`kb` in a template)."""
    return {
        "lang": page.lang,
        "address": page.address,
        "stale": is_stale(page, project),
        "projected": page.folder.startswith(PROJECTED),
        "situation": page.folder.startswith("situations/"),
        "handouts": handout_links(page, project),
    }
