"""Where our search takes the place of Material's, and what it must find there.

Material's bundle starts its own search (a worker and a 1.6 MB index, on every page) only where the
page has a form named "search". Ours (overrides/partials/search.html) keeps the theme's box, classes
and switch, but not that name, so nothing is loaded until the box is opened; the address of the worker
stands where the theme puts it, in the page's configuration. A theme that does any of this otherwise
must stop the build: the search would fail in silence.
"""

from __future__ import annotations

import re
from typing import Final

WORKER: Final = "assets/search/worker.js"
STOCK_WORKER: Final = re.compile(
    r'("search":\s*"(?:\.{1,2}/|/)*)assets/javascripts/workers/search\.[0-9a-f]+\.min\.js(")'
)
SWITCH: Final = 'data-md-toggle="search" type="checkbox" id="__search"'
BUNDLE: Final = "assets/javascripts/bundle."
BUNDLE_ASKS: Final = 'document.forms.namedItem("search")'
ADVICE: Final = "Compare with scripts/kb/search/theme.py and overrides/partials/search.html."


class Moved(Exception):
    """The theme no longer has a place that the search relies on; the message says which."""


def swap_worker(page: str, name: str) -> str:
    """Return a page's HTML with our worker's address in place of the theme's.

    name: how to call the page in the message. Raises Moved.
    """
    out, count = STOCK_WORKER.subn(rf"\g<1>{WORKER}\g<2>", page)
    if count != 1:
        raise Moved(
            f"{name}: the theme's configuration names its search worker {count} times, not once as "
            f'"search": ".../workers/search.HASH.min.js" in base.html. {ADVICE}'
        )
    if SWITCH not in page:
        raise Moved(
            f"{name}: the theme's base.html has no switch <input {SWITCH}> for its search box. {ADVICE}"
        )
    return out


def check_bundle(script: str, name: str) -> None:
    """Raise Moved unless the theme's bundle still starts its own search only for a form so named."""
    if BUNDLE_ASKS not in script:
        raise Moved(
            f"{name}: the theme's bundle no longer asks {BUNDLE_ASKS} before it "
            f"loads its own search. {ADVICE}"
        )
