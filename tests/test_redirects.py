"""The pages that lead on from old addresses."""

from __future__ import annotations

from pathlib import Path

from kb import check, kept, redirects
from support import ROOT

LIST = "addresses: []\nmoved:\n  guide/old/: guide/new/\n  code/: ethics/code/#e7\n"
PAGES = {
    "code/index.html": "../ethics/code/#e7",
    "en/code/index.html": "../ethics/code/#e7",
    "en/guide/old/index.html": "../new/",
    "guide/old/index.html": "../new/",
}


def made(folder: Path, text: str | None) -> Path:
    """Write the redirects of a list and return the site."""
    if text is not None:
        path = folder / kept.FILE
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    site = folder / "site"
    redirects.write(folder, site, "https://example.org/sub/")
    return site


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_a_moved_page_leads_on_in_both_languages(tmp_path: Path) -> None:
    site = made(tmp_path, LIST)
    assert names(site) == sorted([*PAGES, redirects.SCRIPT_NAME])
    for name, href in PAGES.items():
        html = (site / name).read_text(encoding="utf-8")
        assert f'<a href="{href}">' in html
        assert f'content="1; url={href}"' in html
        assert ('<html lang="en" dir="ltr">' in html) is name.startswith("en/")
    english = (site / "en/code/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/sub/en/ethics/code/">' in english
    assert '<script src="../../assets/moved.js">' in english


def test_nothing_has_moved(tmp_path: Path) -> None:
    assert names(made(tmp_path / "none", None)) == []
    assert names(made(tmp_path / "empty", "addresses: []\nmoved: {}\n")) == []
    assert names(made(tmp_path / "faulty", "addresses: [\n")) == []


def test_the_check_of_the_site_follows_them(tmp_path: Path) -> None:
    """A redirect is no page that needs a title's description or an alternate, but must lead somewhere."""
    site = made(tmp_path, "addresses: []\nmoved:\n  old/: new/\n")
    found = {finding for finding in check.site(site, tmp_path) if "new/" in finding.detail}
    assert {(finding.path, finding.rule) for finding in found} == {
        ("en/old/index.html", "site-link"),
        ("old/index.html", "site-link"),
    }


def test_the_project_keeps_a_list() -> None:
    """Without it `check` would take the site for one that nobody knows yet."""
    data, faults = kept.read(ROOT)
    assert data is not None and faults == []
    assert [f"ethics/code/#e{number}" for number in range(1, 9)] == [
        text for _, text in data.texts("anchors")
    ]
