"""robots.txt: search engines may read everything, and are told where the list of pages is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

NAME: Final = "robots.txt"


def write(site: Path, base: str) -> None:
    """Write the file into a built site. base: its address, ending in a slash, or "". Raises OSError.

    Search engines ask for it at the top of a domain only; below a sub-path it does no harm.
    """
    lines = ["User-agent: *", "Allow: /"]
    if base:
        lines += ["", f"Sitemap: {base}sitemap.xml"]
    (site / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
