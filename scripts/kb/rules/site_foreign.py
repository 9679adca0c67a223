"""Does any page or style sheet fetch something from another server?"""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site, split


def find(site: Site) -> Iterator[Finding]:
    """Yield every address that a browser would fetch from elsewhere."""
    for page in site.pages.values():
        for reference in page.references:
            if reference.fetched and _foreign(reference.url, site):
                yield Finding(page.path, reference.line, "site-foreign", reference.url)
    for name, urls in site.styles.items():
        for url in urls:
            if _foreign(url, site):
                yield Finding(name, 0, "site-foreign", url)


def _foreign(url: str, site: Site) -> bool:
    parts = split(url)
    outside = bool(parts.netloc) and parts.scheme in ("", "http", "https", "ws", "wss")
    return outside and not (site.base and url.startswith(site.base))
