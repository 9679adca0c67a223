"""Does any page, style sheet or other file fetch something from another server, or without encryption?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site, split


def find(site: Site) -> Iterator[Finding]:
    """Yield every address that a browser would fetch from elsewhere, or openly into an encrypted page."""
    secure, host = site.base.startswith("https:"), split(site.base).netloc
    for path, reference in site.named():
        if not reference.fetched or not (":" in reference.url or "//" in reference.url):
            continue
        parts = split(reference.url)
        if secure and parts.scheme == "http" and parts.netloc == host:
            yield Finding(path, reference.line, "site-mixed", reference.url)
        elif (
            parts.netloc
            and parts.scheme in ("", "http", "https", "ws", "wss")
            and not (site.base and (reference.url.startswith(site.base) or site.locate(path, reference.url)))
        ):
            yield Finding(path, reference.line, "site-foreign", reference.url)
