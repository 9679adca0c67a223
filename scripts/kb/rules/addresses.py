"""Is everything still where people have saved, sent and cited it?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import kept, linking, policy
from kb.content import Project, address_of
from kb.datafile import Data
from kb.findings import Finding
from kb.nearest import meant

HOME = ""


def find(project: Project) -> Iterator[Finding]:
    """Yield pages that the list of addresses lacks, addresses without a page, and wrong redirects."""
    data, faults = kept.read(project.root)
    yield from faults
    if data is None:
        return
    pages = {address_of(name): pair for name, pair in project.pairs.items()}
    listed, moved = dict(data.texts("addresses")), kept.moved(data)
    for address in sorted(pages.keys() - set(listed.values()) - moved.keys() - {HOME}):
        pair = pages[address].pages
        page = pair.get(policy.SOURCE_LANGUAGE) or next(iter(pair.values()))
        yield Finding(page.path, 0, "address-new", f"- {address}")
    for index, address in listed.items():
        line = data.line("addresses", index)
        if address in moved:
            yield Finding(kept.FILE, line, "address-moved", f"{address} is listed, and has moved")
        elif address not in pages:
            yield Finding(kept.FILE, line, "address-gone", f"{address}{meant(address, pages.keys())}")
    yield from _moved(data, set(pages), project)
    for index, address in data.texts("anchors"):
        page_address, _, anchor = address.partition("#")
        now = moved.get(page_address, page_address).partition("#")[0]
        if _nowhere(f"{now}#{anchor}", project):
            yield Finding(kept.FILE, data.line("anchors", index), "address-gone", address)


def _moved(data: Data, pages: set[str], project: Project) -> Iterator[Finding]:
    """Check the redirects: from where no page is, to a page, at once."""
    moved = kept.moved(data)
    for old, new in moved.items():
        line = data.line("moved", old)
        if old in pages:
            yield Finding(kept.FILE, line, "address-moved", f"there is a page at {old}")
        if onward := moved.get(new.partition("#")[0]):
            yield Finding(kept.FILE, line, "address-moved", f"{new} has moved on to {onward}")
        elif _nowhere(new, project):
            detail = f"there is nothing at {new}{meant(new, pages)}"
            yield Finding(kept.FILE, line, "address-moved", detail)


def _nowhere(address: str, project: Project) -> bool:
    """Tell whether a page, or an id of it, is missing."""
    path, sign, anchor = address.partition("#")
    return bool(linking.fault(f"{path.rstrip('/')}{sign}{anchor}", project))
