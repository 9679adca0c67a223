"""check --external: asks other sites, shows how far it is, says how old the answers are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Never

from tqdm import tqdm

from kb import check, content
from kb.external import asking, links
from kb.findings import Finding

MANNERS = asking.Manners()
OFFLINE = (
    "This computer seems to be offline: no address of another site could be reached ({} asked). "
    "Connect it and run the same command again, or leave out --external."
)


def find(project: content.Project, site: str | None, only: list[str]) -> tuple[list[Finding] | None, str]:
    """Return the findings about links to other sites, None when offline, and a line to be said."""
    built = check.load_site(Path(site), project.root) if site else None
    ask = links.asker(project, MANNERS, _progress())
    try:
        outcome = links.find(project, built, only, datetime.now(UTC), ask)
    except links.Offline as error:
        return None, OFFLINE.format(error)
    return outcome.findings, asked(outcome)


def asked(outcome: links.Outcome) -> str:
    """Return how many addresses were asked, and how old the rest of the answers are."""
    text = f"Addresses of other sites: {outcome.asked} asked now, {outcome.known} known from before"
    return f"{text} (since {outcome.oldest:%Y-%m-%d})." if outcome.oldest else f"{text}."


def _progress() -> Callable[[int, int], None]:
    """Return a progress bar on a terminal, silence elsewhere."""
    bar: list[tqdm[Never]] = []

    def show(done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if not bar:
            bar.append(tqdm(total=total, unit="address", desc="other sites", leave=False))
        bar[0].update(done - bar[0].n)
        if done == total:
            bar[0].close()

    return show
