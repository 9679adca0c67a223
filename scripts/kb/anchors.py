"""The ids on a page that a link may lead to."""

from __future__ import annotations

from kb import policy
from kb.content import Page, Project
from kb.rulebook import RULES
from kb.worksheet.vocabulary import SELF_CHECKS

# Blocks whose id is the id of their section.
SECTIONS = ("pause", *SELF_CHECKS)


def anchors(page: Page, project: Project) -> set[str]:
    """Return every id a link may lead to on a page."""
    found = {h.id for h in page.outline.headings if h.id}
    for block in page.outline.blocks:
        if block.name == "figure":
            found.add(f"figure-{block.title}")
        elif block.name in SECTIONS and isinstance(block.options.get("id"), str):
            found.add(str(block.options["id"]))
    if page.name == policy.GLOSSARY_PAGE:
        found |= project.termbase.keys()
    if page.name == policy.RULES_PAGE:
        found |= RULES.keys()
    if page.name == policy.REFERENCES_PAGE:
        found |= project.works.keys()
    return found
