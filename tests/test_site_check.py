"""The check of a built site, on small sites made by hand: every rule once wrong and once right."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pikepdf
import pytest

from kb import check, packed, report, sitefiles
from kb.rulebook import RULES

BASE = "https://example.org/sub/"
HEBREW, ENGLISH = "index.html", "en/index.html"

WHAT = {name: (rule.what, rule.fix) for name, rule in RULES.items()}


def page(
    lang: str = "he",
    body: str = "",
    head: str = "",
    alternates: tuple[str, str] = ("/sub/", "/sub/en/"),
    **more: str,
) -> str:
    """Return a faultless page with something added; more: tag, title or description of its own."""
    direction = {"he": "rtl", "en": "ltr"}[lang]
    tag = more.get("tag", f'<html lang="{lang}" dir="{direction}">')
    title = more.get("title", "<title>T</title>")
    description = more.get("description", '<meta name="description" content="D">')
    links = "".join(
        f'<link rel="alternate" hreflang="{other}" href="{href}">'
        for other, href in zip(("he", "en"), alternates, strict=True)
        if href
    )
    whole = f"<head>{title}{description}{links}{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    return f"<!doctype html>\n{tag}\n{whole}"


def make(folder: Path, files: dict[str, str | bytes], base: str = BASE) -> Path:
    """Write a site and beside it the settings it was made for; return the site's folder."""
    site = folder / "site"
    (folder / "mkdocs.yml").write_text(f"site_url: {base}\n", encoding="utf-8")
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):  # pages of one title would be a finding
            content = content.replace("<title>T</title>", f"<title>{name}</title>").encode()
        path.write_bytes(content)
    return site


def findings(folder: Path, files: dict[str, str | bytes], base: str = BASE) -> list[str]:
    """Return the report on a site, line by line; the two home pages are there unless given.

    Most pages here are linked by none: what that gives is tried in tests of its own.
    """
    whole = {HEBREW: page(), ENGLISH: page("en"), **files}
    found = report.as_text(check.site(make(folder, whole, base), folder)).splitlines()
    return [row for row in found if ": site-orphan: " not in row]


def pdf(*urls: str) -> bytes:
    """Return a PDF of one sheet for each address, with a link to it unless it is ""."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for url in urls:
            sheet = made.add_blank_page()
            if url:
                action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(url))
                note = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
                sheet.obj.Annots = pikepdf.Array([made.make_indirect(note)])
        made.save(out)
    return out.getvalue()


def said(place: str, rule: str, detail: str) -> str:
    """Return the report's line for one finding."""
    what, fix = WHAT[rule]
    text = f"{what}: {detail}" if detail else what
    return f"{place}: {rule}: {text}{'' if text.endswith('?') else '.'} Fix: {fix}."


def test_a_finding_is_one_line(tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(body='<a href="none/">x</a>')}) == [
        "index.html:5: site-link: the link leads to nothing in the built site: none/. "
        "Fix: mend the source of the page."
    ]


def test_a_good_site_has_none(tmp_path: Path) -> None:
    inner = ("/sub/guide/one/", "/sub/en/guide/one/")
    head = (
        '<link rel="canonical" href="https://example.org/sub/">'
        '<link rel="stylesheet" href="assets/a.css"><link rel="icon" href="assets/i.svg">'
        '<script src="assets/a.js"></script>'
    )
    body = (
        '<a href="#here" id="here">x</a><a href="#">x</a><a href="#top">x</a><a href="#:~:text=x">x</a>'
        '<a href="guide/one/">x</a><a href="guide/one">x</a><a href="guide/one/index.html#a">x</a>'
        '<a href="/sub/guide/one/#a">x</a><a href="/sub">x</a><a href="https://example.org/sub/guide/one/#a">x</a>'
        '<a href="https://example.org/sub">x</a><a href="https://example.org/elsewhere/">x</a>'
        '<a href="./">x</a><a href=".">x</a><a href="?q=x">x</a><a href="guide/../#here">x</a>'
        '<a href="https://other.example/x#y">x</a><a href="mailto:a@example.org">x</a><a href="tel:118">x</a>'
        '<a href="TEL:118">x</a><a href="sms:118">x</a><a href="javascript:print()">x</a>'
        '<a href="handout.pdf#page=2">x</a><a href="%D7%A7%D7%95%D7%91%D7%A5.pdf">x</a>'
        '<img src="assets/i.svg" srcset="assets/i.svg 1x, assets/i.svg 2x" alt="">'
        '<img src="data:image/gif;base64,AAAA" srcset="data:image/png;base64,AAAA 1x" alt="">'
        '<svg><use href="#shape"></use><g id="shape"></g></svg>'
        '<p style="background: url(assets/i.svg)">x</p><a name="old"></a><a href="#old">x</a>'
        '<a name="both" id="both"></a>'
    )
    css = (
        "@import 'b.css';\n/* url(gone.png) */\n"
        'a { background: url( "i.svg#x" ) } b { background: URL(data:image/png;base64,AA) }'
        "c { fill: url(#x) }"
    )
    files: dict[str, str | bytes] = {
        HEBREW: page(body=body, head=head),
        "guide/one/index.html": page(body='<p id="a"><a href="../../">x</a></p>', alternates=inner),
        "en/guide/one/index.html": page("en", body='<a href="../../../guide/one/#a">x</a>', alternates=inner),
        "assets/a.css": css,
        "assets/b.css": "",
        "assets/i.svg": '<svg><g id="x"/></svg>',
        "assets/a.js": "",
        "handout.pdf": pdf("", ""),
        "קובץ.pdf": pdf(""),
        "404.html": page(
            body='<a href="/sub/">x</a><img src="/sub/assets/i.svg" alt="">', alternates=("", "")
        ),
        "data.json": "[",
    }
    assert findings(tmp_path, files) == []


# Links and anchors


@pytest.mark.parametrize(
    "url",
    [
        "none/",
        "none.html",
        "/sub/none/",
        "https://example.org/sub/none/",
        "//example.org/sub/none/",
        "en/none/",
        "/other/",
        "/subway/",
        "en/index.html/x",
        "http://[bad",
    ],
)
def test_dead_links(url: str, tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(body=f'<a href="{url}">x</a>')}) == [
        said("index.html:5", "site-link", url)
    ]


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("Index.html", "index.html"),
        ("En/", "en/"),
        ("guide/employabilty/", "guide/employability/"),
        ("guide/employability.html", "guide/employability/"),
        ("employability/", "guide/employability/"),
        ("giude/employability/", "guide/employability/"),
        ("guide/Photo.PNG", "guide/photo.png"),
        ("guide/photos.png", "guide/photo.png"),
        ("../", "/sub/"),
        ("../index.html", "/sub/"),
        ("/", "/sub/"),
        ("/en/", "/sub/en/"),
        ("/guide/photo.png", "/sub/guide/photo.png"),
    ],
)
def test_what_was_meant_is_guessed(url: str, near: str, tmp_path: Path) -> None:
    both = ("/sub/guide/employability/", "/sub/en/guide/employability/")
    files: dict[str, str | bytes] = {
        HEBREW: page(body=f'<a href="{url}">x</a>'),
        "guide/employability/index.html": page(alternates=both),
        "en/guide/employability/index.html": page("en", alternates=both),
        "guide/photo.png": b"",
    }
    assert findings(tmp_path, files) == [said("index.html:5", "site-link", f"{url}; did you mean {near}?")]


@pytest.mark.parametrize("url", ["guide/", "guide", "/sub/guide/", "guide/?q#x"])
def test_a_folder_without_a_page_of_its_own(url: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {HEBREW: page(body=f'<a href="{url}">x</a>'), "guide/photo.png": b""}
    assert findings(tmp_path, files) == [
        said("index.html:5", "site-link", f"{url}; the folder has no index.html")
    ]


def test_links_are_relative_to_the_folder_of_the_page(tmp_path: Path) -> None:
    both = ("/sub/a/b/", "/sub/en/a/b/")
    files: dict[str, str | bytes] = {
        "a/b/index.html": page(body='<a href="../c/">x</a>\n<a href="../../en/a/b/">x</a>', alternates=both),
        "en/a/b/index.html": page("en", body='<a href="a/b/">x</a>', alternates=both),
    }
    assert findings(tmp_path, files) == [
        said("a/b/index.html:5", "site-link", "../c/"),
        said("en/a/b/index.html:5", "site-link", "a/b/"),
    ]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="none.png" alt="">',
        '<img srcset="en/index.html 1x, none.png 2x" alt="">',
        '<script src="none.png"></script>',
        '<link rel="stylesheet" href="none.png">',
        '<link rel="next" href="none.png">',
        '<video poster="none.png"></video>',
        '<object data="none.png"></object>',
        "<p style=\"background:url('none.png')\">x</p>",
        "<style>a { background: url(none.png) }</style>",
        '<svg><image href="none.png"></image></svg>',
        '<svg><use xlink:href="none.png#a"></use></svg>',
        '<map><area href="none.png" alt="x"></map>',
    ],
)
def test_dead_files(element: str, tmp_path: Path) -> None:
    url = "none.png#a" if "#a" in element else "none.png"
    assert findings(tmp_path, {HEBREW: page(body=element)}) == [said("index.html:5", "site-link", url)]


def test_dead_files_in_a_style_sheet(tmp_path: Path) -> None:
    css = "@import url('b.css');\n@font-face { src: url(../fonts/a.woff2) format('woff2') }"
    assert findings(tmp_path, {"assets/a.css": css}) == [
        said("assets/a.css:1", "site-link", "b.css"),
        said("assets/a.css:2", "site-link", "../fonts/a.woff2"),
    ]


HEBREW_ID = "%D7%9B%D7%95%D7%AA%D7%A8%D7%AA"


@pytest.mark.parametrize("url", ["#כותרת", f"#{HEBREW_ID}", f"/sub/#{HEBREW_ID}", f"en/../#{HEBREW_ID}"])
def test_a_hebrew_anchor_is_found_written_either_way(url: str, tmp_path: Path) -> None:
    body = f'<a href="{url}">x</a>'
    assert findings(tmp_path, {HEBREW: page(body=f'{body}<h2 id="כותרת">x</h2>')}) == []
    assert findings(tmp_path, {HEBREW: page(body=f'{body}<h2 id="כותר">x</h2>')}) == [
        said("index.html:5", "site-anchor", f"{url}; did you mean #כותר?")
    ]


@pytest.mark.parametrize("url", ["#none", "en/#none", "en#none", "https://example.org/sub/en/#none"])
def test_dead_anchors(url: str, tmp_path: Path) -> None:
    body = f'<a href="{url}">x</a>'
    assert findings(tmp_path, {HEBREW: page(body=body)}) == [said("index.html:5", "site-anchor", url)]


def test_anchors_are_those_of_the_target(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        HEBREW: page(body='<p id="here"><a href="en/#here">x</a></p>'),
        ENGLISH: page("en", body='<p id="there"><a href="../#here">x</a></p>'),
    }
    assert findings(tmp_path, files) == [
        said("index.html:5", "site-anchor", "en/#here; did you mean #there?")
    ]


def test_a_redirect_must_lead_somewhere_and_needs_no_more(tmp_path: Path) -> None:
    def redirect(url: str) -> str:
        return f'<html><head><meta http-equiv="refresh" content="0; url={url}"></head></html>'

    files: dict[str, str | bytes] = {
        "old/index.html": redirect("../en/"),
        "gone/index.html": redirect("../none/"),
    }
    assert findings(tmp_path, files) == [said("gone/index.html:1", "site-link", "../none/")]


# Ids


def test_doubled_ids(tmp_path: Path) -> None:
    body = '<p id="a">x</p>\n<p id="b">x</p>\n<p id="a">x</p>\n<p id="a">x</p>\n<svg><g id="b"></g></svg>'
    assert findings(tmp_path, {HEBREW: page(body=body)}) == [
        said("index.html:7", "site-id", "a"),
        said("index.html:9", "site-id", "b"),
    ]


# Language and direction


@pytest.mark.parametrize(
    ("file", "tag", "details"),
    [
        (HEBREW, "<html>", ['lang="" dir=""']),
        (HEBREW, '<html dir="rtl">', ['lang="" dir="rtl"']),
        (HEBREW, '<html lang="he">', ['lang="he" dir=""']),
        (HEBREW, '<html lang="he" dir="ltr">', ['lang="he" dir="ltr"']),
        (HEBREW, '<html lang="fr" dir="ltr">', ['lang="fr" dir="ltr"']),
        (HEBREW, '<html lang="en" dir="ltr">', ['lang="en", the address says he']),
        (ENGLISH, '<html lang="he" dir="rtl">', ['lang="he", the address says en']),
        (ENGLISH, '<html lang="en" dir="rtl">', ['lang="en" dir="rtl"']),
        (HEBREW, '<html lang="en" dir="rtl">', ['lang="en" dir="rtl"', 'lang="en", the address says he']),
        (ENGLISH, '<html lang="en">', []),
    ],
)
def test_language_and_direction(file: str, tag: str, details: list[str], tmp_path: Path) -> None:
    lang = "en" if file == ENGLISH else "he"
    found = [row for row in findings(tmp_path, {file: page(lang, tag=tag)}) if ": site-lang: " in row]
    assert found == [said(f"{file}:1", "site-lang", detail) for detail in details]


# Title and description


@pytest.mark.parametrize(
    ("more", "detail"),
    [
        ({"title": ""}, "no title"),
        ({"title": "<title> </title>"}, "no title"),
        ({"description": ""}, "no description"),
        ({"description": '<meta name="description" content=" ">'}, "no description"),
        ({"description": '<meta name="keywords" content="x">'}, "no description"),
    ],
)
def test_a_title_and_a_description_are_needed(more: dict[str, str], detail: str, tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(**more)}) == [said("index.html", "site-title", detail)]  # type: ignore[arg-type]


def test_the_title_of_a_drawing_is_no_title(tmp_path: Path) -> None:
    body = "<svg><title>x</title></svg>"
    assert findings(tmp_path, {HEBREW: page(title="", body=body)}) == [
        said("index.html", "site-title", "no title")
    ]


# Alternates


def test_a_missing_alternate(tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(alternates=("/sub/", ""))}) == [
        said("en/index.html", "site-alternate", "/sub/ does not name this page back"),
        said("index.html", "site-alternate", "no alternate for en"),
    ]


def test_a_page_names_itself_too(tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(alternates=("", "/sub/en/"))}) == [
        said("index.html", "site-alternate", "no alternate for he"),
    ]


@pytest.mark.parametrize("href", ["/sub/en/none/", "/en/", "https://other.example/en/", "en/none/"])
def test_a_dead_alternate(href: str, tmp_path: Path) -> None:
    found = findings(tmp_path, {HEBREW: page(alternates=("/sub/", href))})
    assert found == [
        said("en/index.html", "site-alternate", "/sub/ does not name this page back"),
        said("index.html", "site-alternate", f"en: {href} is not on the site"),
    ]


def test_an_alternate_in_the_wrong_language(tmp_path: Path) -> None:
    found = findings(tmp_path, {ENGLISH: page("en", alternates=("/sub/en/", "/sub/en/"))})
    assert found == [
        said("en/index.html", "site-alternate", "he: /sub/en/ is in en"),
        said("index.html", "site-alternate", "/sub/en/ does not name this page back"),
    ]


def test_an_alternate_that_is_not_returned(tmp_path: Path) -> None:
    other = page(alternates=("/sub/a/", "/sub/en/"))
    assert findings(tmp_path, {"a/index.html": other}) == [
        said("a/index.html", "site-alternate", "/sub/en/ does not name this page back")
    ]


@pytest.mark.parametrize(
    "alternates",
    [
        ("/sub/", "/sub/en/"),
        ("https://example.org/sub/", "https://example.org/sub/en/"),
        ("./", "en/"),
        ("index.html", "en/index.html"),
    ],
)
def test_alternates_may_be_written_in_every_way(alternates: tuple[str, str], tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(alternates=alternates)}) == []


def test_the_404_page_needs_no_alternates(tmp_path: Path) -> None:
    assert findings(tmp_path, {"404.html": page(alternates=("", ""))}) == []


# Requests to other servers


@pytest.mark.parametrize(
    "element",
    [
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preload" as="font" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<link rel="dns-prefetch" href="{}">',
        '<link rel="icon" href="{}">',
        '<link rel="preload" as="image" href="i.svg" imagesrcset="i.svg 1x, {} 2x">',
        '<iframe src="{}"></iframe>',
        '<img src="{}" alt="">',
        '<img src="i.svg" srcset="i.svg 1x, {} 2x" alt="">',
        '<picture><source srcset="{}"></picture>',
        '<video poster="{}"></video>',
        '<embed src="{}">',
        '<object data="{}"></object>',
        '<input type="image" src="{}" alt="x">',
        '<p style="background: url({})">x</p>',
        "<style>@import '{}';</style>",
        "<style>@font-face {{ src: url({}) }}</style>",
        '<svg><image xlink:href="{}"></image></svg>',
    ],
)
@pytest.mark.parametrize("url", ["https://cdn.example/x", "http://cdn.example/x", "//cdn.example/x"])
def test_requests_to_other_servers(element: str, url: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {HEBREW: page(body=element.format(url)), "i.svg": "<svg/>"}
    assert findings(tmp_path, files) == [said("index.html:5", "site-foreign", url)]


def test_a_font_from_elsewhere_in_a_style_sheet(tmp_path: Path) -> None:
    css = "@import url(//fonts.example/a.css);\n@font-face { src: url('https://fonts.example/a.woff2') }"
    assert findings(tmp_path, {"assets/a.css": css}) == [
        said("assets/a.css:1", "site-foreign", "//fonts.example/a.css"),
        said("assets/a.css:2", "site-foreign", "https://fonts.example/a.woff2"),
    ]


def test_links_and_our_own_address_are_no_foreign_requests(tmp_path: Path) -> None:
    body = '<a href="https://other.example/">x</a><img src="https://example.org/sub/i.svg" alt="">'
    assert findings(tmp_path, {HEBREW: page(body=body), "i.svg": "<svg/>"}) == []


# Sites of every kind


def test_a_site_at_the_root_of_its_server(tmp_path: Path) -> None:
    both = ("/", "/en/")
    files: dict[str, str | bytes] = {
        HEBREW: page(body='<a href="/en/">x</a><a href="../">x</a><a href="/none/">x</a>', alternates=both),
        ENGLISH: page("en", alternates=("https://example.org/", "https://example.org/en/")),
    }
    assert findings(tmp_path, files, "https://example.org/") == [said("index.html:5", "site-link", "/none/")]


def test_the_published_address_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://coaching.example/base")
    both = ("/base/", "https://coaching.example/base/en/")
    files: dict[str, str | bytes] = {HEBREW: page(alternates=both), ENGLISH: page("en", alternates=both)}
    assert findings(tmp_path, files) == []


def test_a_404_page_under_a_folder_needs_that_folder_in_its_addresses(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "404.html": page(body='<a href="/sub/en/">x</a>\n<a href="/en/">x</a>', alternates=("", ""))
    }
    assert findings(tmp_path, files) == [said("404.html:6", "site-link", "/en/; did you mean /sub/en/?")]


@pytest.mark.parametrize(
    "data", [b"", b" \n ", b"<!-- nothing -->", page().replace("T", "כותרת").encode("windows-1255")]
)
def test_a_file_that_is_no_html(data: bytes, tmp_path: Path) -> None:
    assert findings(tmp_path, {"a/index.html": data}) == [said("a/index.html", "site-html", "")]


def test_a_link_into_an_unreadable_page_is_not_blamed(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {HEBREW: page(body='<a href="a/#x">x</a>'), "a/index.html": b""}
    assert findings(tmp_path, files) == [said("a/index.html", "site-html", "")]


def test_broken_html_is_read_as_a_browser_reads_it(tmp_path: Path) -> None:
    broken = page(body='<p id="a"><b>x<a href="#a">x<div id="c"></p><a href=none/>x</a').replace(
        "</body>\n</html>\n", ""
    )
    assert findings(tmp_path, {HEBREW: broken}) == [said("index.html:5", "site-link", "none/")]


def test_a_site_of_ours_without_anything(tmp_path: Path) -> None:
    """No settings, no languages, no alternates: findings, and no crash."""
    site = tmp_path / "elsewhere"
    site.mkdir()
    (site / "index.html").write_text("just some text", encoding="utf-8")
    assert report.as_text(check.site(site, tmp_path)).splitlines() == [
        said("index.html", "site-alternate", "no alternate for en"),
        said("index.html", "site-alternate", "no alternate for he"),
        said("index.html", "site-title", "no description"),
        said("index.html", "site-title", "no title"),
        said("index.html:1", "site-lang", 'lang="" dir=""'),
    ]


def test_without_settings_the_canonical_address_tells_where_the_site_stands(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://example.org/sub/">'
    site = make(tmp_path, {HEBREW: page(head=head), ENGLISH: page("en")})
    (tmp_path / "mkdocs.yml").unlink()
    assert sitefiles.load(site).base == BASE
    assert check.site(site, tmp_path) == []


@pytest.mark.parametrize("files", [{}, {"a.txt": "x"}])
def test_no_site_is_there(files: dict[str, str | bytes], tmp_path: Path) -> None:
    site = make(tmp_path, files)
    site.mkdir(exist_ok=True)
    assert report.as_text(check.site(site, tmp_path)) == (
        f"{site.as_posix()}: site-missing: there is no built site here. "
        "Fix: build it first: python3 scripts/run.py build."
    )


def test_every_site_rule_is_tried() -> None:
    folder = Path(__file__).parent
    files = [*folder.glob("test_site_*.py"), folder / "test_protection.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [name for name in RULES if name.startswith("site-") and name not in text] == []


def test_a_page_over_the_budget_is_named_with_what_weighs_most(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(75_000).hex()  # packs to about half: 75 kB
    style = "".join(f'<link rel="stylesheet" href="assets/{name}.css">' for name in "ab")
    many = "".join(f'<script src="assets/{n}.js"></script>' for n in range(12))
    inner = ("/sub/many/", "/sub/en/many/")
    files: dict[str, str | bytes] = {
        HEBREW: page(head=style),
        "many/index.html": page(head=many.replace("assets/", "../assets/"), alternates=inner),
        "en/many/index.html": page("en", alternates=inner),
        "assets/a.css": f"/*{noise}*/",
        "assets/b.css": f"/*{noise[:60_000]}*/",
        **{f"assets/{n}.js": "" for n in range(12)},
    }
    assert findings(tmp_path, files) == []  # not packed: not weighed
    packed.pack(tmp_path / "site")
    found = report.as_text(check.site(tmp_path / "site", tmp_path)).splitlines()
    heavy, many_asked = [row for row in found if ": site-weight: " in row]
    assert re.sub(r"\d+\.\d kB", "N kB", heavy) == said(
        "index.html", "site-weight", "N kB in 3 requests, of them assets/a.css N kB"
    )
    assert re.sub(r"\d+\.\d kB", "N kB", many_asked) == said(
        "many/index.html", "site-weight", "N kB in 13 requests, of them many/index.html N kB"
    )


def test_a_page_whose_picture_card_is_missing_is_named(tmp_path: Path) -> None:
    image = '<meta property="og:image" content="https://example.org/sub/cards/{}.png">'
    files: dict[str, str | bytes] = {
        HEBREW: page(head=image.format("gone")),
        ENGLISH: page("en", head=image.format("home.en")),
        "cards/home.en.png": b"card",
    }
    assert findings(tmp_path, files) == []  # not packed: `serve` draws none
    packed.pack(tmp_path / "site")
    assert report.as_text(check.site(tmp_path / "site", tmp_path)) == said(
        "index.html", "site-card", "https://example.org/sub/cards/gone.png"
    )
