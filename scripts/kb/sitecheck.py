"""All rules about a built site, ours or another's; a site may be read once and asked again after a change."""

from __future__ import annotations

from pathlib import Path

from kb import sitefiles
from kb.built.folding import Seen, fold
from kb.findings import Finding
from kb.rules import (
    site_addresses,
    site_alternates,
    site_cards,
    site_foreign,
    site_links,
    site_map,
    site_orphans,
    site_pages,
    site_policy,
    site_weight,
)
from kb.siteconfig import site_address, site_config

# What any site should hold to, and what this project asks of its own besides.
RULES = (site_pages, site_links, site_alternates, site_addresses, site_map, site_orphans, site_foreign)
HOUSE_RULES = (site_policy, site_weight, site_cards)
OUR_MARK = "search/index.*.js"


def is_ours(folder: Path, root: Path) -> bool:
    """Tell whether a folder holds what the project at `root` built: by its place, or by our search in it."""
    return folder.resolve().is_relative_to(root.resolve()) or any(folder.glob(OUR_MARK))


def reader(folder: Path, root: Path | None) -> sitefiles.Reader:
    """Read a built site; `root` is the project it was built by, None for another's. Raises OSError."""
    return sitefiles.Reader(folder, _base(root) if root else "", root is not None)


def findings(site: sitefiles.Site) -> list[Finding]:
    """Return all findings in a site that was read."""
    if not site.pages:
        return [Finding(site.root.as_posix(), 0, "site-missing", "")]
    found: list[Finding | Seen] = []
    for rule in (*RULES, *HOUSE_RULES) if site.ours else RULES:
        found += rule.find(site)
    return fold(found)


def _base(root: Path) -> str:
    """Return the address the site is made for, as mkdocs.yml or SITE_URL says."""
    if not (root / "mkdocs.yml").exists():
        return ""
    return site_address(site_config(root))
