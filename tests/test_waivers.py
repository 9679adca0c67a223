"""Findings that are let pass."""

from __future__ import annotations

from pathlib import Path

from kb import check, content, waivers
from kb.findings import Finding
from kb.rulebook import RULES

FOUND = [
    Finding("docs/index.he.md", 3, "handout", "a glyph"),
    Finding("404.html", 0, "site-title", "no title"),
    Finding("404.html", 0, "site-title", "no description"),
]


def waive(root: Path, *rows: tuple[str, str, str]) -> None:
    """Write a waiver for each (rule, file, text)."""
    text = "".join(
        f"  - {{rule: {rule}, file: {file}, text: {text}, reason: so it is here}}\n"
        for rule, file, text in rows
    )
    (root / waivers.FILE).parent.mkdir(exist_ok=True)
    (root / waivers.FILE).write_text(f"waivers:\n{text}", encoding="utf-8", newline="\n")


def test_each_stage_lets_its_own_findings_pass(small: Path) -> None:
    waive(small, ("handout", "docs/index.he.md", "glyph"), ("site-title", "404.html", "description"))
    assert waivers.apply(FOUND, small, "handout") == FOUND[1:]
    assert waivers.apply(FOUND, small, "site") == FOUND[:2]
    assert waivers.apply(FOUND, small, "source") == FOUND


def test_a_waiver_is_unused_only_where_its_stage_has_been_looked_at(small: Path) -> None:
    waive(small, ("handout", "docs/index.he.md", "glyph"), ("site-title", "404.html", "title"))
    assert check.source(content.load(small)) == []
    assert waivers.apply([], small, "handout") == [
        Finding(waivers.FILE, 2, "waiver-unused", "handout in docs/index.he.md")
    ]
    assert waivers.apply([], small, "site") == [
        Finding(waivers.FILE, 3, "waiver-unused", "site-title in 404.html")
    ]


def test_a_built_site_is_checked_with_its_waivers(small: Path) -> None:
    site = small / "site"
    site.mkdir()
    (site / "index.html").write_text('<html lang="he" dir="rtl"><body></body></html>', encoding="utf-8")
    found = check.site(site, small)
    assert "no title" in {finding.detail for finding in found}
    waive(small, ("site-title", "index.html", "no title"))
    kept = check.site(site, small)
    assert set(found) - set(kept) == {Finding("index.html", 0, "site-title", "no title")}
    assert set(kept) <= set(found)


def test_what_can_never_be_waived_are_rules() -> None:
    assert set(RULES) >= waivers.NEVER
    assert {rule.partition("-")[0] + "-" for rule in RULES} >= set(waivers.NEVER_BEGINNINGS)


def test_the_projects_own_list_can_be_read() -> None:
    root = Path(__file__).resolve().parent.parent
    assert waivers.read(root)[1] == []
    assert (root / waivers.FILE).is_file()
