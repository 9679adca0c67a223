"""What readers of a translation see when its Hebrew has changed: a line, and the way to the Hebrew."""

from __future__ import annotations

import posixpath
import subprocess
from pathlib import Path

import pytest
from lxml import html

from support import ROOT
from verbs import benchsite, mkdocs_run


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with our templates whose page1 and home page have changed in Hebrew only."""
    root = tmp_path_factory.mktemp("stale") / "project"
    benchsite.many(ROOT, root, 2)
    for name in ("part1/page1", "index"):
        page = root / "docs" / f"{name}.he.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(f"{text}\nמשפט חדש.\n", encoding="utf-8", newline="\n")
    folder = root.parent / "site"
    done = subprocess.run(
        mkdocs_run.command(root, "build", "--quiet", "--site-dir", str(folder)),
        env=mkdocs_run.environment(root, **{mkdocs_run.CHECKED: "1"}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def line(site: Path, address: str) -> html.HtmlElement | None:
    """Return the line of a page, None where there is none."""
    page = html.document_fromstring((site / address / "index.html").read_bytes())
    found = page.find_class("kb-stale")
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("address", ["part1/page1/", ""])
def test_a_stale_translation_says_so_and_leads_to_the_hebrew(address: str, site: Path) -> None:
    said = line(site, f"en/{address}")
    assert said is not None
    assert " ".join(said.text_content().split()) == (
        "The Hebrew page has changed since this translation was written. Read it in Hebrew."
    )
    (link,) = said.iter("a")
    assert link.get("hreflang") == "he"
    target = posixpath.normpath(posixpath.join(f"en/{address}", link.get("href")))
    assert target == posixpath.normpath(address)
    there = html.document_fromstring((site / target / "index.html").read_bytes())
    assert (there.get("lang"), "משפט חדש." in there.text_content()) == ("he", True)


@pytest.mark.parametrize("address", ["part1/page1/", "", "part1/page2/", "en/part1/page2/"])
def test_the_hebrew_itself_and_pages_that_follow_say_nothing(address: str, site: Path) -> None:
    assert line(site, address) is None
