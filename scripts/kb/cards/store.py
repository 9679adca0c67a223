"""The folder of drawn cards: a file is called by what it was made from, so none is drawn twice."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from kb import policy
from kb.cards.draw import CardError, draw
from kb.cards.words import Card
from kb.handouts.glyphs import FONTS

BUILD: Final = "build/cards"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Failure:
    """A card that cannot be drawn, and why."""

    card: Card
    detail: str


def build(cards: Iterable[Card], root: Path, mark: str, progress: Progress) -> list[Failure]:
    """Draw the cards that are not there yet, and remove those no longer wanted. Raises OSError.

    progress(done, total, name) is called before the first card, with 0 and "", and after each one.
    """
    folder = root / BUILD
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {_name(card, mark): card for card in cards}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    todo = {name: card for name, card in sorted(wanted.items()) if not (folder / name).is_file()}
    progress(0, len(todo), "")
    with ThreadPoolExecutor(os.cpu_count()) as workers:  # the engine works outside Python's lock
        faults = workers.map(lambda name: _drawn(todo[name], folder / name, mark), todo)
        failures = []
        for done, (card, fault) in enumerate(zip(todo.values(), faults, strict=True), start=1):
            failures += [Failure(card, fault)] if fault else []
            progress(done, len(todo), card.uri)
    return failures


def publish(cards: Iterable[Card], root: Path, mark: str, site: Path) -> None:
    """Copy the drawn cards to their places in a built site. Raises OSError."""
    for card in cards:
        place = site / card.uri
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / BUILD / _name(card, mark), place)


def site_mark(root: Path, config: Mapping[str, Any]) -> str:
    """Return the site's sign as SVG, "" where there is none."""
    theme = config.get("theme")
    name = theme.get("favicon", "") if isinstance(theme, dict) else ""
    path = root / policy.TEMPLATES / str(name)
    return path.read_text(encoding="utf-8") if path.suffix == ".svg" and path.is_file() else ""


def _drawn(card: Card, path: Path, mark: str) -> str:
    """Draw one card into its file, whole or not at all; return what is wrong, or ""."""
    try:
        data = draw(card, mark)
    except CardError as error:
        return str(error)
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
    return ""


def _name(card: Card, mark: str) -> str:
    """Return how the file of a card is called: by its words, and by what draws it."""
    words = "\n".join((card.lang, card.title, card.section, card.site, mark, _engine()))
    return f"{hashlib.sha256(words.encode('utf-8')).hexdigest()[:32]}.png"


@cache
def _engine() -> str:
    """Return a hash of what draws: code, template, typeface and libraries."""
    digest = hashlib.sha256(f"typst {version('typst')} pillow {version('pillow')}".encode())
    here = Path(__file__).parent
    for path in (here / "draw.py", here / "card.typ", *sorted(FONTS.glob("*.ttf"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
