"""Which files stand where in the site although they do not lie in docs/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kb import policy
from kb.content import Project

HANDOUTS_BUILD = "build/handouts"
PACKS_BUILD = "build/packs"


def pages(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield (address of the source as if below docs/, the file) for all that lies elsewhere."""
    for page in project.pages:
        if not page.path.startswith("docs/"):
            yield page.uri, project.root / page.path


def handout(root: Path, name: str) -> Path | None:
    """Return a handout that has been printed, by the name of its file; None where it has not."""
    path = root / HANDOUTS_BUILD / name
    return path if path.is_file() else None


def handouts(root: Path, lang: str) -> Iterator[tuple[str, Path]]:
    """Yield (address in the site, file) for every handout that has been printed in a language.

    Only pages of its own language link to a handout, and each language is built by itself.
    """
    folder = root / HANDOUTS_BUILD
    for path in sorted(folder.glob(f"*.{lang}.*")):
        if path.suffix in policy.HANDOUT_FORMATS:
            yield f"handouts/{path.name}", path
