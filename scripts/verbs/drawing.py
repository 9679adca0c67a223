"""Drawing the picture cards of all pages, only what changed, with the progress shown."""

from __future__ import annotations

from pathlib import Path

from kb import content
from kb.cards import store, words
from kb.findings import Finding
from kb.siteconfig import site_config
from verbs import printing


def draw_all(root: Path, project: content.Project) -> list[Finding]:
    """Draw what changed and return what could not be drawn."""
    config = site_config(root)
    cards = list(words.cards(project, config))
    failures = store.build(cards, root, store.site_mark(root, config), printing.progress("cards"))
    lines = {page.path: page.front.line("title") for page in project.pages}
    return sorted(
        Finding(failure.card.path, lines[failure.card.path], "card", failure.detail) for failure in failures
    )


def publish(root: Path, project: content.Project, site: Path) -> None:
    """Put the drawn cards into a built site."""
    config = site_config(root)
    store.publish(words.cards(project, config), root, store.site_mark(root, config), site)
