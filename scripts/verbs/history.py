"""The text a page once had: looked for in git by the stamp that was taken of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kb.content import body_stamp, split_front_matter


def body(root: Path, path: str, stamp: str) -> str | None:
    """Return the body that had a stamp, the latest one if several; None where there is none or no history."""
    raw = _git(root, "log", "--follow", "--format=", "--raw", "--no-abbrev", "--", path)
    blobs = [name for row in raw.decode().splitlines() for name in reversed(row.split()[2:4])]
    for text in _texts(root, [blob for blob in dict.fromkeys(blobs) if blob.strip("0")]):
        found = split_front_matter(text.removeprefix("\ufeff").replace("\r\n", "\n"), path)[1]
        if body_stamp(found) == stamp:
            return found
    return None


def is_kept(root: Path) -> bool:
    """Tell whether git is there and keeps the history of this project."""
    return _git(root, "rev-parse", "--is-inside-work-tree").strip() == b"true"


def _texts(root: Path, blobs: list[str]) -> list[str]:
    """Return what blobs hold. What git says of each: its name, its kind, its length, and then its bytes."""
    said = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    found, at = [], 0
    while at < len(said):
        start = said.index(b"\n", at) + 1
        head = said[at:start].split()
        if head[-1] == b"missing":  # a clone that does not have all of the past
            at = start
            continue
        end = start + int(head[2])
        found.append(said[start:end].decode("utf-8", errors="replace"))
        at = end + 1
    return found


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git says, nothing where it fails or is not installed."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
