"""The Content-Security-Policy of the site: what a browser may run, show and fetch on its pages.

All code and all styles are files of the site, so there is no exception for anything inline, and no hash.
Tried in Chromium 156, the first of these in Firefox ESR 153 too:
- From a disk 'self' holds as well: it stands for the scheme file:, and scripts, styles, typefaces, icon
  and the search all load. So the downloaded copy has the same policy as the site, word for word.
- A host sends the policy with PDF files as well; both browsers show them as they do without it.
- An empty window that a page opens inherits its policy; the trainer's screen of the projector is one.
- Styles set through element.style are no style attributes, and are let pass; setAttribute("style") is not.
- JSON in a <script type="application/json"> is data and not code; the policy does not look at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DIRECTIVES: Final[Mapping[str, tuple[str, ...]]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    # The theme's icons are masks, written into its style sheet as data: addresses. A picture runs nothing.
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    # What the service worker fetches to keep; pages themselves fetch nothing.
    "connect-src": ("'self'",),
    # The search, and the service worker.
    "worker-src": ("'self'",),
    "base-uri": ("'none'",),
    # Forms are read by scripts. Nothing is ever sent.
    "form-action": ("'none'",),
}
# What only a header can say; in a page a browser passes over it, with a warning.
HEADER_DIRECTIVES: Final[Mapping[str, tuple[str, ...]]] = {"frame-ancestors": ("'none'",)}
# Other sites, which we link to, are not told which page a reader came from: its address may say what
# somebody is troubled by. No page of ours asks where a reader came from, so the site needs it neither.
REFERRER: Final = "no-referrer"


def written(*parts: Mapping[str, tuple[str, ...]]) -> str:
    """Return directives as a policy is written: name and sources, with semicolons between."""
    return "; ".join(" ".join((name, *sources)) for part in parts for name, sources in part.items())


def in_page(*, serving: bool = False) -> str:
    """Return the policy as a page says it.

    serving: for the preview on one's own computer, into whose pages MkDocs writes a script that reloads
    them, another one at every view, so that no hash can be known. Only there inline scripts are let pass;
    all else is as on the site, and `build` finds them.
    """
    if not serving:
        return written(DIRECTIVES)
    return written({**DIRECTIVES, "script-src": (*DIRECTIVES["script-src"], "'unsafe-inline'")})


def in_headers() -> str:
    """Return the policy as a host sends it with every file."""
    return written(DIRECTIVES, HEADER_DIRECTIVES)


def read(policy: str) -> dict[str, tuple[str, ...]]:
    """Return the directives of a policy; of one that stands twice the first holds, as in browsers."""
    found: dict[str, tuple[str, ...]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            found.setdefault(name.lower(), tuple(sources))
    return found


def sources(policy: Mapping[str, tuple[str, ...]], *names: str) -> tuple[str, ...] | None:
    """Return the sources of the first of these directives that a policy has, else of default-src, or None."""
    return next((policy[name] for name in (*names, "default-src") if name in policy), None)
