"""The direction of a page stands on its html element: themes write it on the body, styles ask the root."""

from __future__ import annotations

import re

from kb import policy
from kb.findings import Finding

HTML_TAG = re.compile(r"<html\b([^>]*)>", re.IGNORECASE)
ATTRIBUTE = r"""\s{}\s*=\s*["']?([^"'\s>]*)"""


def with_direction(html: str, path: str) -> tuple[str, Finding | None]:
    """Return the page with the direction of its language on <html>, and what is wrong with that tag.

    html: a whole page; path: its file below the site's root, for the finding. A page without an html
    element, without a known language, or with another direction already there comes back unchanged.
    """
    tag = HTML_TAG.search(html)
    lang = _attribute("lang", tag[1]) if tag else ""
    given = _attribute("dir", tag[1]) if tag else ""
    wanted = policy.DIRECTIONS.get(lang)
    if tag is None or wanted is None or given not in ("", wanted):
        return html, Finding(path, 0, "site-lang", f'lang="{lang}" dir="{given}"')
    if given:
        return html, None
    return f'{html[: tag.end() - 1]} dir="{wanted}"{html[tag.end() - 1 :]}', None


def _attribute(name: str, attributes: str) -> str:
    found = re.search(ATTRIBUTE.format(name), attributes, re.IGNORECASE)
    return found[1] if found else ""
