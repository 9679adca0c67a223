"""Does every page name a picture card that is there? Asked where a site is packed, as `build` does."""

from __future__ import annotations

from collections.abc import Iterator

from kb.findings import Finding
from kb.sitefiles import Site


def find(site: Site) -> Iterator[Finding]:
    """Yield every page whose card is not in the site; a page that is no content of ours names none."""
    for name, page in site.pages.items():
        located = site.locate(name, page.image) if page.image else None
        if page.image and f"{name}.br" in site.files and (located is None or located[0] not in site.files):
            yield Finding(name, 0, "site-card", page.image)
