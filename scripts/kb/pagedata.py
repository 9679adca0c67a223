"""What templates may know of a page beyond its text."""

from __future__ import annotations

import posixpath
from typing import Any, Final

from kb import mount, policy
from kb.cards import words as cardwords
from kb.content import Page, Project
from kb.course import progress as courseprogress


def is_stale(page: Page, project: Project) -> bool:
    """Tell whether the Hebrew text has changed since this translation was stamped."""
    source = project.pairs[page.name].pages.get("he")
    return page.lang != "he" and source is not None and page.meta.get("source") != source.stamp


def handout_slug(page: Page) -> str:
    """Return how the page's handouts are called: smart-goal, story-moshe, plan-clinic; "" for others."""
    top, _, slug = page.folder.partition("/")
    return {"exercises": slug, "cases": f"story-{slug}", "workshops": f"plan-{slug}"}.get(top, "")


def handout_copies(page: Page, project: Project) -> tuple[str, ...]:
    """Return the copies a page comes in: those an exercise asks for, a plan's two, all three of a case."""
    if page.folder.startswith("workshops/"):
        return policy.PLAN_COPIES
    data = project.facts.get(page.folder)
    named = data.value.get("copies") if data is not None and isinstance(data.value, dict) else None
    return tuple(copy for copy in policy.COPIES if named is None or copy in named)


# What the handouts of a workshop's plan begin with.
PLAN: Final = "plan-"
# What a trainer shows to a group, stage by stage.
PROJECTED: Final = ("cases/", "workshops/")
# The handouts of the ethics desk, one copy each, and the pages that offer them.
DESK: Final = ("ethics-code", "decision-path", "situation-cards")
DESK_PAGES: Final = ("ethics/index.md", "ethics/code.md")


def handout_links(page: Page, project: Project) -> list[dict[str, Any]]:
    """Return the printed handouts of a page in its language: copy, format, address, size in bytes.

    copy: of an exercise or case; for the handouts of the ethics desk and of a workshop, their name.
    """
    wanted = _wanted(page)
    up = posixpath.relpath("handouts", page.address)
    depth = "../" if page.lang != "he" else ""
    found = []
    for name, copy in wanted.items():
        for suffix in policy.HANDOUT_FORMATS:
            path = mount.handout(project.root, f"{name}.{page.lang}{suffix}")
            if path is not None:
                row = {"copy": copy, "lang": page.lang, "href": f"{depth}{up}/{path.name}"}
                found.append({**row, "format": suffix[1:], "bytes": path.stat().st_size})
    order = list(wanted.values())
    return sorted(found, key=lambda row: (order.index(row["copy"]), row["format"]))


def _wanted(page: Page) -> dict[str, str]:
    """Return the handouts a page offers, in order: file name without language -> what it is called."""
    slug = handout_slug(page)
    if slug.startswith(PLAN):
        copies = {f"{slug}.{copy}": f"{PLAN}{copy}" for copy in policy.PLAN_COPIES}
        return {f"pack-{slug.removeprefix(PLAN)}": "pack", **copies}
    if page.name in DESK_PAGES:
        return {name: name for name in DESK}
    return {f"{slug}.{copy}": copy for copy in policy.COPIES} if slug else {}


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
        "room": page.folder.partition("/")[0],
        "handouts": handout_links(page, project),
        "card": cardwords.uri(page),
        "unit": courseprogress.unit_data(page, project),
        "member": courseprogress.memberships(page, project),
        "course": courseprogress.course_links(page, project),
    }
