"""A built site -> packed copies beside its files, for hosts that send them as they are.

index.html gets index.html.br and index.html.gz, and so for every text; a copy that would save nothing is
not made. The same files always pack to the same bytes.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

TEXT: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"})


def packed(data: bytes) -> bytes:
    """Return data as brotli packs it best: what a page weighs over the wire."""
    return bytes(brotli.compress(data))


def _zipped(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


WAYS: Final[dict[str, Callable[[bytes], bytes]]] = {".br": packed, ".gz": _zipped}


def pack(site: Path) -> int:
    """Write the copies and return how many files have one. Raises OSError."""
    files = sorted(path for path in site.rglob("*") if path.suffix in TEXT and path.is_file())
    with ThreadPoolExecutor(os.cpu_count()) as workers:  # both libraries work outside Python's lock
        return sum(workers.map(_beside, files))


def _beside(path: Path) -> bool:
    data, made = path.read_bytes(), False
    for suffix, way in WAYS.items():
        small = way(data)
        if len(small) < len(data):
            path.with_name(path.name + suffix).write_bytes(small)
            made = True
    return made
