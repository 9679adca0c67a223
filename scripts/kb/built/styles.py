"""A style sheet, a style attribute or element -> the addresses it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, address) for every url() and @import outside comments."""
    if "url(" not in text and "@import" not in text and "URL(" not in text:
        return
    plain = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in CSS_URL.finditer(plain):
        url = (found[1] or found[2]).strip()
        if not url.lower().startswith(("data:", "#")):
            yield plain.count("\n", 0, found.start()) + 1, url
