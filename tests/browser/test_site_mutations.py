"""Each fault put into the real site, one at a time: exactly that finding comes, and goes again with it.

The site is read once. Only what a fault touches is read again, as a preview does after an edit.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import sitecheck, sitefiles
from kb.rulebook import RULES
from sitefaults import FAULTS, Fault

# Tried on small sites: a site without encryption has no mixed content, one that is all there is not missing,
# packed copies, which weight and cards are told by, are left out here, and the policy has tests of its own.
ELSEWHERE = {
    *("site-missing", "site-html", "site-file", "site-mixed"),
    *("site-weight", "site-card", "site-policy", "site-inline"),
}


@pytest.fixture(scope="module")
def copied(address: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sitefiles.Reader]:
    """A copy of the site to spoil, read once."""
    folder = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    yield sitefiles.Reader(folder, address)


def kept(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return every file with its size and time."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def restore(folder: Path, site: Path, before: dict[Path, tuple[int, int]]) -> None:
    """Undo a fault: take out what is new, copy what is other."""
    for path, mark in kept(folder).items():
        if path not in before:
            path.unlink()
        elif before[path] != mark:
            shutil.copy2(site / path.relative_to(folder), path)


def said(reader: sitefiles.Reader) -> list[tuple[str, str, str]]:
    return [(found.path, found.rule, found.detail) for found in sitecheck.findings(reader.site)]


def test_the_real_site_has_no_findings(copied: sitefiles.Reader) -> None:
    assert said(copied) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what.replace(" ", "-"))
def test_exactly_this_fault_is_found(
    fault: Fault, copied: sitefiles.Reader, site: Path, address: str
) -> None:
    before = kept(copied.root)
    fault.apply(copied.root, address)
    try:
        assert 0 < len(copied.refresh()) + (fault.rule == "site-orphan") <= 2
        assert said(copied) == fault.findings(address)
    finally:
        restore(copied.root, site, before)
        copied.refresh()
    assert said(copied) == []


def test_every_rule_of_a_built_site_is_among_the_faults() -> None:
    rules = {name for name in RULES if name.startswith("site-")}
    assert rules - {fault.rule for fault in FAULTS} == ELSEWHERE
