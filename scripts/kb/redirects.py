"""Pages that lead on from where a page was to where it is now, in every language.

A browser with scripts goes on at once and keeps what stands after #, so that a citation of a clause still
leads to the clause; one without goes on by the page's own order; and the link is there for everybody.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from kb import kept, policy
from kb.protection import directives

SCRIPT_NAME: Final = "assets/moved.js"
SCRIPT: Final = """\
/* The one link of the page, with the # of the address that was asked for unless it has its own. */
const link = document.links[0];
location.replace(link.hash ? link.href : link.href + location.hash);
"""
WORDS: Final = {
    "he": ("העמוד עבר", "העמוד עבר לכתובת חדשה"),
    "en": ("The page has moved", "The page has a new address"),
}
PAGE: Final = """\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="{referrer}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="1; url={href}">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<p><a href="{href}">{words}</a></p>
<script src="{script}"></script>
</body>
</html>
"""


def write(root: Path, site: Path, base: str) -> None:
    """Write the pages of all moved addresses into a built site, published at `base`. Raises OSError."""
    data, _ = kept.read(root)
    moved = kept.moved(data) if data else {}
    for path, html in _pages(moved, base):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(html, encoding="utf-8", newline="\n")
    if moved:
        (site / SCRIPT_NAME).parent.mkdir(parents=True, exist_ok=True)
        (site / SCRIPT_NAME).write_text(SCRIPT, encoding="utf-8", newline="\n")


def _pages(moved: Mapping[str, str], base: str) -> Iterator[tuple[str, str]]:
    """Yield (file below the site's root, HTML) of every moved address in every language."""
    for old, new in moved.items():
        for lang, (title, words) in WORDS.items():
            folder = "" if lang == policy.SOURCE_LANGUAGE else f"{lang}/"
            here = f"{folder}{old}"
            path, sign, anchor = f"{folder}{new}".partition("#")
            yield (
                f"{here}index.html",
                PAGE.format(
                    lang=lang,
                    dir=policy.DIRECTIONS[lang],
                    policy=escape(directives.in_page()),
                    referrer=directives.REFERRER,
                    href=escape(f"{posixpath.relpath(path, here)}/{sign}{anchor}"),
                    canonical=escape(f"{base}{path}"),
                    script=posixpath.relpath(SCRIPT_NAME, here),
                    title=title,
                    words=words,
                ),
            )
