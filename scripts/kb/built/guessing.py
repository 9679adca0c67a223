"""An address that leads nowhere -> the one that was likely meant, or why it does not lead there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kb.built.records import Site
from kb.nearest import meant, nearest

CLOSE: Final = 0.78
CLOSER: Final = 0.85
# Short names are all alike: a.css is no guess for b.css.
SHORTEST: Final = 4
# Beyond so many addresses only those in the same folder or of the same name are compared.
COMPARED: Final = 1500


class Guesser:
    """Guesses for one site; each target is thought about once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._hints: dict[str, str] = {}
        self._addresses: list[str] = []
        self._folders: dict[str, dict[str, str]] = {}
        self._names: dict[str, list[str]] = {}
        self._lower: dict[str, str] = {}

    def hint(self, name: str) -> str:
        """Return what to say after a dead address, "" for nothing; name: as Site.locate gives it."""
        if name not in self._hints:
            self._hints[name] = self._hint(name)
        return self._hints[name]

    def _hint(self, name: str) -> str:
        folder = f"{name.removesuffix('index.html').rstrip('/')}/"
        if not name.startswith("/") and any(file.startswith(folder) for file in self.site.files):
            return "; the folder has no index.html"
        near = self._outside(name) if name.startswith("/") else self._near(name)
        return f"; did you mean {near}?" if near else ""

    def _outside(self, name: str) -> str:
        """Return the address of a file whose path lacks the folder that the site is made for."""
        found = self.site.file_of(name.strip("/")) if name != "/" else "index.html"
        return f"{self.site.base_path}{_address(found)}" if found else ""

    def _near(self, name: str) -> str:
        if not self._addresses:
            self._gather()
        wanted = _address(name)
        if (same := self._lower.get(wanted.lower())) is not None:
            return same
        folder, last = _parts(wanted)
        if len(last.partition(".")[0]) < SHORTEST:
            return ""
        siblings = self._folders.get(folder, {})
        if near := nearest(last, siblings, CLOSE):
            return siblings[near]
        if same_name := self._names.get(last):  # in another folder; of several, the likest
            return nearest(wanted, same_name, 0)
        if len(self._addresses) > COMPARED:
            return ""
        return nearest(wanted, self._addresses, CLOSER)

    def _gather(self) -> None:
        for file in sorted(self.site.files):
            if file.endswith((".br", ".gz")):
                continue
            address = _address(file)
            self._lower.setdefault(file.lower(), file)
            if not address:
                continue
            folder, last = _parts(address)
            self._addresses.append(address)
            self._folders.setdefault(folder, {})[last] = address
            self._names.setdefault(last, []).append(address)
            self._lower.setdefault(address.lower(), address)


def anchor_hint(anchor: str, ids: Iterable[str]) -> str:
    """Return what to say after an anchor that is not among ids."""
    return meant(anchor, ids, "#", 0.6)


def _address(name: str) -> str:
    """Return a file's name as links write it: a folder instead of its index.html."""
    return name.removesuffix("index.html") if name.endswith("/index.html") or name == "index.html" else name


def _parts(address: str) -> tuple[str, str]:
    folder, _, last = address.rstrip("/").rpartition("/")
    return folder, last
