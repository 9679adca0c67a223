"""The check of a built site: other files than pages, folding, orphans, and sites of other makers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kb import check, report, sitecheck
from support import make_small
from test_site_check import BASE, ENGLISH, HEBREW, findings, make, page, pdf, said
from verbs import checking, usage

Files = dict[str, str | bytes]


def stranger(folder: Path, files: Files) -> list[str]:
    """Return the report on a site that another hand made, line by line."""
    return report.as_text(check.site(make(folder, files), None)).splitlines()


def plain(body: str = "", head: str = "", tag: str = '<html lang="fr">', title: str = "T") -> str:
    """Return a page as anybody would write it."""
    text = f'<title>{title}</title><meta name="description" content="D">{head}'
    return f"<!doctype html>\n{tag}<head>{text}</head>\n<body>\n{body}\n</body></html>\n"


# Everything that names an address


@pytest.mark.parametrize(
    "element",
    [
        '<track src="gone.bin">',
        '<audio src="gone.bin"></audio>',
        '<embed src="gone.bin">',
        '<link rel="preload" as="image" imagesrcset="gone.bin 2x">',
        '<link rel="modulepreload" href="gone.bin">',
        '<link rel="manifest" href="gone.bin">',
        '<link rel="alternate" type="application/rss+xml" href="gone.bin">',
        '<form action="gone.bin"></form>',
        '<svg><a xlink:href="gone.bin"></a></svg>',
        '<picture><source srcset="gone.bin"></picture>',
        "<style>@font-face { src: url(gone.bin) }</style>",
        "<style>@import 'gone.bin';</style>",
    ],
)
def test_dead_addresses_of_every_element(element: str, tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(body=element)}) == [said("index.html:5", "site-link", "gone.bin")]


OTHER = "x-default: /sub/a/ is none of the page's languages"
NONE = "x-default: /sub/none/ is not on the site"
DEFAULT = '<link rel="alternate" hreflang="x-default" href="/sub/%s">'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">\n{}</feed>'
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>'
ALL = f"<url><loc>{BASE}</loc></url><url><loc>{BASE}en/</loc></url>"
INDEX = 'KbSearch.receive({"pages": [["", "t", 1], ["%s", "t", 1]], "sections": [[0, "%s", "t", "x"]]});'


@pytest.mark.parametrize(
    ("name", "content", "line", "url"),
    [
        (
            "feed.xml",
            f"<rss><channel>\n<item><link>{BASE}gone/</link></item></channel></rss>",
            2,
            f"{BASE}gone/",
        ),
        (
            "feed.xml",
            f"<rss><channel>\n<item><guid>{BASE}gone/</guid></item></channel></rss>",
            2,
            f"{BASE}gone/",
        ),
        ("feed.xml", '<rss>\n<enclosure url="gone.mp3"/></rss>', 2, "gone.mp3"),
        ("atom.xml", ATOM.format('<entry><link href="/sub/gone/"/></entry>'), 2, "/sub/gone/"),
        ("sitemap.xml", MAP.format(f"{ALL}<url><loc>{BASE}gone/</loc></url>"), 2, f"{BASE}gone/"),
        ("sitemap.xml", f"<sitemapindex>\n<loc>{BASE}gone.xml</loc></sitemapindex>", 2, f"{BASE}gone.xml"),
        ("robots.txt", f"User-agent: *\nSitemap: {BASE}gone.xml", 2, f"{BASE}gone.xml"),
        ("site.webmanifest", '{\n"icons": [{"src": "gone.png"}]}', 2, "gone.png"),
        ("manifest.json", '{\n"start_url": "gone/"}', 2, "gone/"),
        (
            "search/search_index.json",
            '{"docs": [{"location": "gone/#x"}, {"location": ""}]}',
            0,
            "../gone/#x",
        ),
        ("search/index.he.js", INDEX % ("gone/", ""), 0, "../gone/"),
        (
            "drawing.svg",
            '<svg xmlns="http://www.w3.org/2000/svg">\n<image href="gone.png"/></svg>',
            2,
            "gone.png",
        ),
        ("drawing.svg", "<svg>\n<style>a { fill: url(gone.png) }</style></svg>", 2, "gone.png"),
        ("a.css", "\n@font-face { src: url(gone.woff2) }", 2, "gone.woff2"),
        ("handout.pdf", pdf("https://other.example/", f"{BASE}gone/"), 2, f"{BASE}gone/"),
    ],
)
def test_dead_addresses_in_other_files(
    name: str, content: str | bytes, line: int, url: str, tmp_path: Path
) -> None:
    place = f"{name}:{line}" if line else name
    found = [row for row in findings(tmp_path, {name: content}) if ": site-map: " not in row]
    assert found == [said(place, "site-link", url)]


def test_a_dead_link_in_a_word_file(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        rows = (
            f'<Relationship Id="r1" Target="{BASE}gone/?a&amp;b" TargetMode="External"/>'
            '<Relationship Id="r2" Target="styles.xml"/>'
        )
        made.writestr("word/_rels/document.xml.rels", f"<Relationships>{rows}</Relationships>")
    assert findings(tmp_path, {"a.docx": out.getvalue()}) == [said("a.docx", "site-link", f"{BASE}gone/?a&b")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sitemap.xml", MAP.format(ALL)),
        ("robots.txt", f"Sitemap: {BASE}index.html"),
        ("feed.xml", f'<rss><channel><link>{BASE}</link><guid isPermaLink="false">x</guid></channel></rss>'),
        ("atom.xml", ATOM.format(f'<link rel="self" href="{BASE}gone"/><link href="{BASE}en/"/>')),
        ("site.webmanifest", '{"start_url": ".", "scope": "./", "icons": [{"src": "index.html"}]}'),
        ("search/index.he.js", INDEX % ("en/", "here")),
        ("data.xml", "<other><loc>gone/</loc></other>"),
        ("handout.pdf", pdf(BASE, f"{BASE}en/", "https://other.example/gone/", "mailto:a@example.org")),
    ],
)
def test_other_files_that_are_right(name: str, content: str | bytes, tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(body='<p id="here">x</p>'), name: content}) == []


def test_a_dead_anchor_in_a_search_index(tmp_path: Path) -> None:
    assert findings(tmp_path, {"search/index.he.js": INDEX % ("en/", "here")}) == [
        said("search/index.he.js", "site-anchor", "../#here")
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.pdf", "pdf"),
        ("a.docx", "docx"),
        ("sitemap.xml", "xml"),
        ("search/index.he.js", "index"),
        ("site.webmanifest", "manifest"),
        ("a.svg", "xml"),
    ],
)
def test_files_that_are_broken(name: str, kind: str, tmp_path: Path) -> None:
    assert findings(tmp_path, {name: b"<broken"}) == [said(name, "site-file", kind)]


# Parts of files


@pytest.mark.parametrize(
    ("url", "detail"),
    [
        ("a.pdf#page=2", ""),
        ("a.pdf#page=3", "a.pdf#page=3; the file has 2 pages"),
        ("a.pdf#zoom=9", ""),
        ("a.svg#shape", ""),
        ("a.svg#shap", "a.svg#shap; did you mean #shape?"),
        ("a.svg#svgView(viewBox(0,0,9,9))", ""),
        ("#here:~:text=x", ""),
        ("#her:~:text=x", "#her:~:text=x; did you mean #here?"),
        ("#TOP", ""),
    ],
)
def test_parts_of_files(url: str, detail: str, tmp_path: Path) -> None:
    files: Files = {
        HEBREW: page(body=f'<a href="{url}" id="here">x</a>'),
        "a.pdf": pdf("", ""),
        "a.svg": '<svg><g id="shape"/></svg>',
    }
    assert findings(tmp_path, files) == ([said("index.html:5", "site-anchor", detail)] if detail else [])


@pytest.mark.parametrize(
    ("base", "url", "found"),
    [
        ("en/", "../", ""),
        ("en/", "none", "none"),
        ("/sub/en/", "../en/", ""),
        ("https://example.org/sub/en/", "x", "x"),
        ("https://other.example/", "none", ""),
        ("en/", "#none", "#none"),
        ("en/", "/sub/none", "/sub/none"),
        ("en/", "https://example.org/sub/", ""),
    ],
)
def test_base_turns_addresses(base: str, url: str, found: str, tmp_path: Path) -> None:
    head = f'<base href="{base}">'
    alternates = ("https://example.org/sub/", "https://example.org/sub/en/")
    rule = "site-anchor" if "#" in url else "site-link"
    content = page(head=head, body=f'<a href="{url}">x</a>', alternates=alternates)
    wanted = [said("index.html:5", rule, found)] if found else []
    assert findings(tmp_path, {HEBREW: content}) == wanted


# Redirects, addresses, maps


def refresh(url: str) -> str:
    return f'<meta http-equiv="refresh" content="0; url={url}">'


def test_redirects_in_a_circle(tmp_path: Path) -> None:
    files: Files = {
        "a/index.html": refresh("../b/"),
        "b/index.html": refresh("../a/"),
        "c/index.html": refresh("./"),
        "d/index.html": refresh("../a/"),
        "e/index.html": refresh("../f/"),
        "f/index.html": refresh("../en/"),
    }
    assert findings(tmp_path, files) == [
        said("a/index.html", "site-redirect", "a/index.html -> b/index.html -> a/index.html"),
        said("b/index.html", "site-redirect", "b/index.html -> a/index.html -> b/index.html"),
        said("c/index.html", "site-redirect", "c/index.html -> c/index.html"),
    ]


@pytest.mark.parametrize(
    ("href", "detail"),
    [
        (BASE, ""),
        ("./", ""),
        (f"{BASE}index.html", ""),
        (f"{BASE}en/", f"{BASE}en/ is the address of en/index.html"),
        (f"{BASE}none/", f"{BASE}none/ is not on the site"),
        ("https://other.example/", "https://other.example/ is not on the site"),
    ],
)
def test_a_page_has_an_address_of_its_own(href: str, detail: str, tmp_path: Path) -> None:
    found = findings(tmp_path, {HEBREW: page(head=f'<link rel="canonical" href="{href}">')})
    assert found == ([said("index.html", "site-canonical", detail)] if detail else [])


@pytest.mark.parametrize(
    ("rows", "place", "detail"),
    [
        (f"<url><loc>{BASE}</loc></url>", "sitemap.xml", "en/index.html is not listed"),
        (f"{ALL}<url><loc>/sub/en/</loc></url>", "sitemap.xml:2", "/sub/en/ is not an address of this site"),
        (
            f"{ALL}<url><loc>https://x.example/</loc></url>",
            "sitemap.xml:2",
            "https://x.example/ is not an address of this site",
        ),
        (f"{ALL}<url><loc>{BASE}old/</loc></url>", "sitemap.xml:2", f"{BASE}old/ only leads on to ../en/"),
    ],
)
def test_a_map_that_does_not_fit(rows: str, place: str, detail: str, tmp_path: Path) -> None:
    files: Files = {"sitemap.xml": MAP.format(rows), "old/index.html": refresh("../en/")}
    assert findings(tmp_path, files) == [said(place, "site-map", detail)]


def test_two_pages_of_one_title(tmp_path: Path) -> None:
    files: Files = {ENGLISH: page("en", title="<title>A</title>"), HEBREW: page(title="<title>A</title>")}
    assert findings(tmp_path, files) == []
    both = ("/sub/b/", "/sub/en/b/")
    files |= {
        "b/index.html": page(title="<title> A\n</title>", alternates=both),
        "en/b/index.html": page("en", alternates=both),
    }
    assert findings(tmp_path, files) == [
        said("index.html", "site-title", "the same title as b/index.html: A"),
    ]


@pytest.mark.parametrize(
    ("extra", "detail"),
    [
        (DEFAULT % "", ""),
        (DEFAULT % "none/", NONE),
        (DEFAULT % "a/", OTHER),
        ('<link rel="alternate" hreflang="hebrew_" href="/sub/">', "hebrew_ is no language: /sub/"),
    ],
)
def test_more_alternates(extra: str, detail: str, tmp_path: Path) -> None:
    both = ("/sub/a/", "/sub/en/a/")
    files: Files = {
        HEBREW: page(head=extra),
        "a/index.html": page(alternates=both),
        "en/a/index.html": page("en", alternates=both),
    }
    assert findings(tmp_path, files) == ([said("index.html", "site-alternate", detail)] if detail else [])


def test_a_request_without_encryption(tmp_path: Path) -> None:
    url = "http://example.org/sub/i.png"
    files: Files = {HEBREW: page(body=f'<img src="{url}" alt=""><a href="{url}">x</a>'), "i.png": b""}
    assert findings(tmp_path, files) == [said("index.html:5", "site-mixed", url)]


# Folding: one cause on many pages is said once


def many(count: int, link: str) -> Files:
    """Return pages in folders of different depth that all lead to one place."""
    files: Files = {}
    for number in range(count):
        folder = "x/" * number + "p"
        both = (f"/sub/{folder}/", f"/sub/en/{folder}/")
        up = "../" * (number + 1)
        files[f"{folder}/index.html"] = page(body=link.format(up), alternates=both)
        files[f"en/{folder}/index.html"] = page("en", alternates=both)
    return files


def test_one_dead_link_on_many_pages_is_said_once(tmp_path: Path) -> None:
    files = many(5, '<a href="{}guide/">x</a>') | {"404.html": page(body='<a href="/sub/guide/">x</a>')}
    files["guides/index.html"] = page(alternates=("", ""))
    found = [row for row in findings(tmp_path, files) if ": site-link: " in row]
    assert found == [
        said("p/index.html:5", "site-link", "../guide/, and on 5 more pages; did you mean guides/?")
    ]


def test_up_to_three_pages_are_each_named(tmp_path: Path) -> None:
    assert findings(tmp_path, many(3, '<a href="{}gone/">x</a>')) == [
        said("p/index.html:5", "site-link", "../gone/"),
        said("x/p/index.html:5", "site-link", "../../gone/"),
        said("x/x/p/index.html:5", "site-link", "../../../gone/"),
    ]


def test_two_dead_links_stay_two(tmp_path: Path) -> None:
    assert findings(
        tmp_path, many(4, '<a href="{0}gone/">x</a><a href="{0}gone/#y">x</a><i id="z"></i>')
    ) == [said("p/index.html:5", "site-link", "../gone/, and on 3 more pages")]


def test_other_rules_are_folded_too(tmp_path: Path) -> None:
    body = '<img src="https://cdn.example/a.png" alt=""><i id="a"></i><i id="a"></i>'
    assert findings(tmp_path, many(4, body)) == [
        said("p/index.html:5", "site-foreign", "https://cdn.example/a.png, and on 3 more pages"),
        said("p/index.html:5", "site-id", "a, and on 3 more pages"),
    ]


# Orphans


def test_what_no_way_leads_to(tmp_path: Path) -> None:
    """Two pages that only name each other are as lost as one; scripts may ask for files by name."""
    both = ("/sub/lost/", "/sub/en/lost/")
    files: Files = {
        HEBREW: page(
            head='<link rel="stylesheet" href="a.css">',
            body='<a href="a.pdf">x</a><script src="a.js"></script>',
        ),
        ENGLISH: page("en"),
        "lost/index.html": page(alternates=both, body='<img src="lost.png" alt=""><a href="../">x</a>'),
        "en/lost/index.html": page("en", alternates=both, body='<a href="../../lost/">x</a>'),
        "lost/lost.png": b"",
        "lost.pdf": pdf(""),
        "a.pdf": pdf(f"{BASE}from-pdf.docx"),
        "a.css": "a { background: url(a.png) }",
        "a.png": b"",
        "lost.png": b"",
        "a.js": "fetch('said.png')",
        "said.png": b"",
        "old/index.html": refresh("../en/"),
        "robots.txt": "",
        "favicon.ico": b"",
        "sw.js": "",
        "404.html": page(),
        "a.css.br": b"",
        ".well-known/x.png": b"",
        "LICENSE.png": b"",
        "CNAME": "x",
        "_headers": "",
        "sitemap.xml": MAP.format(ALL),
    }
    found = report.as_text(check.site(make(tmp_path, files), tmp_path)).splitlines()
    assert [row for row in found if ": site-orphan: " in row] == [
        said(name, "site-orphan", "")
        for name in ("en/lost/index.html", "lost.pdf", "lost.png", "lost/index.html", "lost/lost.png")
    ]


# Sites of other makers


def test_a_site_of_another_maker_is_not_held_to_our_rules(tmp_path: Path) -> None:
    files: Files = {
        "index.html": plain(
            '<a href="about">x</a><a href="about.html">x</a><a href="about/">x</a>', title="A"
        ),
        "about.html": plain('<a href="/">x</a>', title="B"),
    }
    assert stranger(tmp_path, files) == []


def test_faults_are_found_on_any_site(tmp_path: Path) -> None:
    head = '<link rel="alternate" hreflang="de" href="about.html">'
    files: Files = {
        "index.html": plain('<a href="abuot.html">x</a>\n<a href="about.html#y">x</a>', head, "<html>"),
        "about.html": plain('<i id="a"></i><i id="a"></i>', "", '<html lang="ar-EG">', "B"),
        "lost.html": plain(title="L"),
    }
    assert stranger(tmp_path, files) == [
        said("about.html:1", "site-lang", 'lang="ar-EG" dir=""'),
        said("about.html:4", "site-id", "a"),
        said("index.html", "site-alternate", "de: about.html is in ar-EG"),
        said("index.html:1", "site-lang", 'lang="" dir=""'),
        said("index.html:4", "site-link", "abuot.html; did you mean about.html?"),
        said("index.html:5", "site-anchor", "about.html#y"),
        said("lost.html", "site-orphan", ""),
    ]


@pytest.mark.parametrize(
    ("tag", "good"),
    [
        ('<html lang="en">', True),
        ('<html lang="en-GB" dir="LTR">', True),
        ('<html lang="en" dir="rtl">', False),
        ('<html lang="he">', False),
        ('<html lang="he-IL" dir="rtl">', True),
        ('<html lang="yi" dir="auto">', True),
        ('<html dir="rtl">', False),
    ],
)
def test_any_language_and_its_direction(tag: str, good: bool, tmp_path: Path) -> None:
    assert (stranger(tmp_path, {"index.html": plain(tag=tag)}) == []) is good


def test_the_address_of_a_stranger_is_read_from_its_map(tmp_path: Path) -> None:
    rows = "<url><loc>https://a.example/b/</loc></url><url><loc>https://a.example/b/c/</loc></url>"
    files: Files = {"index.html": plain('<a href="/b/none/">x</a>'), "sitemap.xml": MAP.format(rows)}
    assert stranger(tmp_path, files) == [
        said("index.html:4", "site-link", "/b/none/"),
        said("sitemap.xml:2", "site-link", "https://a.example/b/c/"),
    ]


def test_whose_site_it_is(tmp_path: Path) -> None:
    root, other = tmp_path / "project", tmp_path / "other"
    for folder in (root / "site", other / "search"):
        folder.mkdir(parents=True)
    assert (sitecheck.is_ours(root / "site", root), sitecheck.is_ours(other, root)) == (True, False)
    (other / "search" / "index.he.js").write_text("", encoding="utf-8")
    assert sitecheck.is_ours(other, root)


def test_the_command_leaves_our_content_out_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other").mkdir()
    site = make(tmp_path / "other", {"index.html": plain()})
    project = make_small(tmp_path)
    (project / "docs" / "guide" / "one.en.md").unlink()

    def run(*paths: str) -> int:
        return checking.run(project, usage.parser().parse_args(["check", *paths, "--site", str(site)]))

    assert run() == 0
    assert capsys.readouterr() == ("", f"{checking.STRANGER.format(site)}\nNo findings.\n")
    assert run(str(project / "docs")) == 1
    assert ": pair: " in capsys.readouterr().out


# Reading again


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    site = make(tmp_path, {HEBREW: page(), ENGLISH: page("en"), "a.css": ""})
    reader = sitecheck.reader(site, tmp_path)
    assert reader.refresh() == []
    (site / HEBREW).write_text(page(body='<a href="none/">x</a>'), encoding="utf-8")
    (site / "a.css").write_text("", encoding="utf-8")
    assert reader.refresh() == [HEBREW]
    found = sitecheck.findings(reader.site)
    assert [(f.rule, f.detail) for f in found if f.path == HEBREW] == [("site-link", "none/")]
    (site / ENGLISH).unlink()
    assert reader.refresh() == []
    assert list(reader.site.pages) == [HEBREW]
