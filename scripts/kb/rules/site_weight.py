"""Does the first visit to any page send more than it may? Asked where a site is packed, as `build` does."""

from __future__ import annotations

from collections.abc import Iterator

from kb.budget import BUDGET
from kb.findings import Finding
from kb.sitefiles import Site
from kb.weight import Scale


def find(site: Site) -> Iterator[Finding]:
    """Yield every page over the budget, with the heaviest of the files that it sends."""
    scale = Scale(site)
    for name, page in site.pages.items():
        if f"{name}.br" not in site.files or not page.readable:
            continue
        weight = scale.weigh(name)
        if weight.total > BUDGET.bytes or weight.requests > BUDGET.requests:
            most = max(weight.files, key=lambda file: weight.files[file])
            detail = (
                f"{weight.total / 1000:.1f} kB in {weight.requests} requests, "
                f"of them {most} {weight.files[most] / 1000:.1f} kB"
            )
            yield Finding(name, 0, "site-weight", detail)
