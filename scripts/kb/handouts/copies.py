"""Which parts of the text stand in which copy."""

from __future__ import annotations

from typing import Final

from kb.handouts.markup import HEADINGS, Element, drop, has_class, with_class, with_tag
from kb.handouts.meta import HandoutMeta

# The section of an exercise that people write on; the blank copy is this section alone.
SHEET: Final = "sheet"
# The section of a plan that everybody gets.
AGENDA: Final = "agenda"
NEW_PAGE: Final = "data-kb-new-page"

LEFT_OUT: Final[dict[str, tuple[str, ...]]] = {
    "blank": ("kb-guide", "kb-trainer", "kb-reveal"),
    "guided": ("kb-trainer",),
    "trainer": (),
}
# A case to discuss is handed out stage by stage, so nothing in it may tell the end beforehand.
_TELLS_THE_END: Final = "figure-timeline-"

# Definitions that open on the page at a touch; paper has the term alone.
NEVER_PRINTED: Final = ("kb-term-card",)


def select(tree: Element, meta: HandoutMeta) -> None:
    """Leave in the tree what this copy carries."""
    for node in with_class(tree, *LEFT_OUT[meta.copy], *NEVER_PRINTED):
        drop(node)
    if meta.kind == "exercise":
        _select_sheet(tree, meta)
    elif meta.kind == "plan" and meta.copy == "blank":
        _keep_only(tree, AGENDA)
    elif meta.kind == "case" and meta.copy == "blank":
        _part_into_stages(tree)


def _select_sheet(tree: Element, meta: HandoutMeta) -> None:
    """The blank copy is the sheet alone; in the others it begins a page, to be taken out."""
    if meta.copy == "blank":
        _keep_only(tree, SHEET)
    elif (heading := _heading(tree, SHEET)) is not None:
        heading.set(NEW_PAGE, "")


def _heading(tree: Element, ident: str) -> Element | None:
    """Return the heading of a section, if it stands at the top of the tree."""
    found = (node for node in with_tag(tree, *HEADINGS) if node.get("id") == ident)
    return next((node for node in found if node.getparent() is tree), None)


def _keep_only(tree: Element, ident: str) -> None:
    heading = _heading(tree, ident)
    if heading is not None:
        _keep_section(tree, heading)


def _part_into_stages(tree: Element) -> None:
    """Begin a page after each decision point; leave out what tells the end beforehand."""
    for node in with_class(tree, "kb-takeaway", "kb-figure"):
        if has_class(node, "kb-takeaway") or (node.get("id") or "").startswith(_TELLS_THE_END):
            drop(node)
    for pause in with_class(tree, "kb-pause"):
        following = pause.getnext()
        if following is not None:
            following.set(NEW_PAGE, "")


def _keep_section(tree: Element, heading: Element) -> None:
    """Keep what follows the heading up to the next of its level; its subheadings move up."""
    level = HEADINGS.index(str(heading.tag))
    inside = False
    tree.text = None
    for node in list(tree):
        is_heading = node.tag in HEADINGS
        if node is heading:
            inside = True
            drop(node)
        elif is_heading and HEADINGS.index(str(node.tag)) <= level:
            inside = False
        if node is not heading and not inside:
            node.tail = None
            drop(node)
        elif is_heading and node is not heading:
            node.tag = HEADINGS[HEADINGS.index(str(node.tag)) - 1]
