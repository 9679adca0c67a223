"""What was made of a file, kept until the file changes: a server reads the content again at every edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


class Memory:
    """Results by file, good as long as the file's time and size are the same."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[tuple[int, int], object]] = {}

    def recall(self, path: Path, make: Callable[[Path], Made]) -> Made:
        """Return what `make` makes of a file, from memory if the file has not changed since."""
        said = path.stat()
        state = (said.st_mtime_ns, said.st_size)
        kept = self._kept.get(path)
        if kept is not None and kept[0] == state:
            return kept[1]  # type: ignore[return-value]  # it was made by the same function
        made = make(path)
        self._kept[path] = (state, made)
        return made
