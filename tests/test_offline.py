"""The copy to download: its links name files, it says what it is, and the same site gives the same bytes."""

from __future__ import annotations

import io
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from kb.offline import archive, links, notice, worker

BASE = "https://example.org/kb/"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("guide/one/", "guide/one/index.html"),
        ("../../guide/one/#two", "../../guide/one/index.html#two"),
        ("./?q=a/b#c/", "./index.html?q=a/b#c/"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../..#top", "../../index.html#top"),
        ("#top/", "#top/"),
        ("?q=/", "?q=/"),
        ("", ""),
        ("a.pdf", "a.pdf"),
        ("index.html", "index.html"),
        ("/from/the/top/", "/from/the/top/"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:1/", "tel:1/"),
        ("http://[broken/", "http://[broken/index.html"),
    ],
)
def test_links_to_folders_name_the_file_in_them(url: str, file: str) -> None:
    assert links.to_file(url) == file


def test_only_links_change() -> None:
    rest = (
        '<script data-base="../" src="a/">const a = \'<a href="b/">\';</script>\n<!-- <a href="b/"> -->\n'
        '<div data-kb-site="../.." title=\'href="x/"\'>&lt;a href="b/"&gt; &amp; ב</div>\r\n<p a="b/">'
    )
    html = (
        '<!doctype html>\n{}<A class=x\n HREF = "b/">1</a>ב<a title="x/" href=\'c/#d\'>2</a>'
        '<link href="."/>{}'
    )
    done = (
        '<!doctype html>\n{}<A class=x\n HREF = "b/index.html">1</a>ב'
        '<a title="x/" href=\'c/index.html#d\'>2</a><link href="./index.html"/>{}'
    )
    assert links.to_files(html.format(rest, rest)) == done.format(rest, rest)


def test_nothing_is_fetched_ahead_from_a_disk() -> None:
    """Chromium refuses it for typefaces and says so; the styles ask for them again, and get them."""
    html = '<link rel="preload" as="font" crossorigin href="a.woff2">\n<link rel="stylesheet" href="a.css">'
    assert links.to_files(html) == '\n<link rel="stylesheet" href="a.css">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages that ask for the offer, and of files that a copy does not need."""
    root = tmp_path / "site"
    place = '<p class="kb-download" lang="{}" data-search-exclude>later</p><a href="../">'
    texts = {f"{lang}/index.html": place.format(lang) for lang in ("he", "en")}
    left_out = (
        "404.html",
        "sitemap.xml.gz",
        "a/b.js.map",
        "assets/javascripts/lunr/a.js",
        "download/old.zip",
    )
    for name, text in {**texts, "index.html": "א", "b.pdf": "x", **dict.fromkeys(left_out, "y")}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def read(data: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(data)) as copy:
        assert copy.testzip() is None
        return {name: copy.read(name).decode("utf-8") for name in copy.namelist()}


def test_the_copy_says_what_it_is_and_leads_to_the_newest(site: Path) -> None:
    assert read(archive.pack(site, "kb", BASE)) == {
        "kb/b.pdf": "x",
        "kb/en/index.html": '<p class="kb-download" lang="en" data-search-exclude>'
        'You are reading the downloaded copy now. <a href="https://example.org/kb/en/">'
        'This page on the web, with the newest copy</a></p><a href="../index.html">',
        "kb/he/index.html": '<p class="kb-download" lang="he" data-search-exclude>'
        'אתם קוראים עכשיו את העותק שהורד. <a href="https://example.org/kb/he/">'
        'לעמוד הזה ברשת, עם העותק החדש ביותר</a></p><a href="../index.html">',
        "kb/index.html": "א",
    }


def test_a_site_without_an_address_leads_nowhere(site: Path) -> None:
    page = read(archive.pack(site, "kb", ""))["kb/en/index.html"]
    assert "You are reading the downloaded copy now.</p>" in page


def test_the_site_offers_its_copy_and_says_how_large_it_is(site: Path) -> None:
    size = 3 * notice.MEGABYTE // 2
    page = (site / "he" / "index.html").read_text(encoding="utf-8")
    assert notice.offered(page, "../download/kb.zip", size) == (
        '<p class="kb-download" lang="he" data-search-exclude><a href="../download/kb.zip" '
        'type="application/zip" download>להורדת האתר כולו, בשתי השפות</a> (<bdi>ZIP</bdi>, 1.5 מ״ב)</p>'
        '<a href="../">'
    )
    place = archive.publish(site, "The KB: 2nd ed.", BASE)
    assert place == site / "download" / "the-kb-2nd-ed.zip"
    english = (site / "en" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../download/the-kb-2nd-ed.zip" type="application/zip" download>' in english
    assert "</a> (<bdi>ZIP</bdi>, 0.0 MB)</p>" in english
    assert (site / "index.html").read_text(encoding="utf-8") == "א"


def test_the_same_site_gives_the_same_bytes(site: Path) -> None:
    """Whenever its files were written, and whoever may read them."""
    first = archive.pack(site, "kb", BASE)
    os.utime(site / "b.pdf", (1_000_000_000, 1_000_000_000))
    (site / "b.pdf").chmod(0o600)
    assert archive.pack(site, "kb", BASE) == first


@pytest.mark.parametrize(
    ("name", "slug"), [("Coaching & Support", "coaching-support"), ("אתר", "site"), ("", "site")]
)
def test_the_file_is_called_as_the_site_is(name: str, slug: str) -> None:
    assert archive.slug(name) == slug


# The service worker


def test_the_worker_fetches_the_home_pages_and_what_they_are_made_of(site: Path) -> None:
    page = (
        '<html><head><link rel="stylesheet" href="b.pdf"><link rel="canonical" href="x"><script src="no.js">'
        '</script><link rel="icon" href="https://example.org/b.pdf"></head><body><a href="404.html">a</a>'
    )
    (site / "index.html").write_text(page, encoding="utf-8")
    (site / "en" / "index.html").write_text(page.replace('"b.pdf', '"../b.pdf'), encoding="utf-8")
    assert worker.shell(site) == ["./", "b.pdf", "en/"]
    worker.write(site)
    script = (site / "sw.js").read_text(encoding="utf-8")
    assert f'const VERSION = "{worker.version(site)}";\nconst SHELL = ["./", "b.pdf", "en/"];\n' in script
    assert "@" not in script


def test_another_site_is_another_version(site: Path) -> None:
    first = worker.version(site)
    worker.write(site)
    assert worker.version(site) == first
    (site / "b.pdf").write_text("z", encoding="utf-8")
    second = worker.version(site)
    (site / "b.pdf").rename(site / "c.pdf")
    assert len({first, second, worker.version(site)}) == 3


def test_the_copy_has_no_worker(site: Path) -> None:
    worker.write(site)
    assert "kb/sw.js" not in read(archive.pack(site, "kb", BASE))
