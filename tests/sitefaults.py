"""Faults of a built site: how each is put into a copy of ours, and the one finding it must give.

Used twice: one at a time by the mutation run, and all at once by the comparison with other checkers,
where `mark` is the text by which a checker's report shows that it saw the fault.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from kb.protection import directives

PAGE = "guide/summary/index.html"
OTHER = "guide/theory/index.html"
LONE = "issues/individualism/index.html"
HEBREW = "%D7%A9%D7%92%D7%99%D7%90%D7%94"


@dataclass(frozen=True)
class Fault:
    """One fault. apply gets the site's folder and address (ending in a slash); detail may hold {base}."""

    what: str
    mark: str
    apply: Callable[[Path, str], None]
    path: str
    rule: str
    detail: str
    also: tuple[tuple[str, str, str], ...] = ()  # what follows from it, as (path, rule, detail)

    def findings(self, base: str) -> list[tuple[str, str, str]]:
        """Return what must be found, sorted, for a site at an address."""
        whole = [(self.path, self.rule, self.detail), *self.also]
        return sorted((path, rule, detail.replace("{base}", base)) for path, rule, detail in whole)


def write(path: Path, data: str | bytes) -> None:
    """Write a file of a site, and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def put(html: str, before: str = "</body>", page: str = PAGE, **files: str) -> Callable[[Path, str], None]:
    """Return an edit: HTML added to a page, {base} being the site's address; files: name__ext -> text."""

    def apply(site: Path, base: str) -> None:
        text = (site / page).read_text(encoding="utf-8")
        assert before in text
        write(site / page, text.replace(before, html.replace("{base}", base) + before, 1))
        for name, content in files.items():
            write(site / name.replace("__", "."), content.replace("{base}", base))

    return apply


def swap(old: str, new: str, page: str = PAGE) -> Callable[[Path, str], None]:
    """Return an edit: a text of a file replaced, {base} being the site's address."""

    def apply(site: Path, base: str) -> None:
        text = (site / page).read_text(encoding="utf-8")
        assert old.replace("{base}", base) in text, (page, old)
        write(site / page, text.replace(old.replace("{base}", base), new.replace("{base}", base), 1))

    return apply


def pdf_link(site: Path, base: str) -> None:
    """Add a PDF with a dead link, linked from a page."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"{base}fault-pdf/"))
        note = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        made.add_blank_page().obj.Annots = pikepdf.Array([made.make_indirect(note)])
        made.save(out)
    write(site / "added.pdf", out.getvalue())
    put('<a href="../../added.pdf">x</a>')(site, base)


def word_link(site: Path, base: str) -> None:
    """Add a Word file with a dead link, linked from a page."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        row = f'<Relationship Id="r1" Target="{base}fault-word/" TargetMode="External"/>'
        made.writestr("word/_rels/document.xml.rels", f"<Relationships>{row}</Relationships>")
    write(site / "fault.docx", out.getvalue())
    put('<a href="../../fault.docx">x</a>')(site, base)


def orphan(site: Path, base: str) -> None:
    """Add a picture that nothing names."""
    write(site / "fault-orphan.png", b"")


def same_title(site: Path, base: str) -> None:
    """Give two pages one title."""
    for name in ("vision", "without-support"):
        path = site / "issues" / name / "index.html"
        text = path.read_text(encoding="utf-8")
        write(path, re.sub("<title>.*?</title>", "<title>כותר</title>", text, count=1, flags=re.DOTALL))


def link(
    what: str, mark: str, html: str, url: str, path: str = PAGE, inline: str = "", **files: str
) -> Fault:
    """Return a fault that is an address leading to nothing; inline: what of it our policy forbids as well."""
    also = ((path, "site-inline", inline),) if inline else ()
    return Fault(what, mark, put(html, **files), path, "site-link", url, also)


# As the site's own pages that lead on, with the policy: a page without it is a fault of its own.
REFRESH = (
    f'<meta http-equiv="Content-Security-Policy" content="{directives.in_page()}">'
    '<meta http-equiv="refresh" content="0; url={}">'
)
ICONS = '{"icons": [{"src": "fault-icon.png"}]}'
FEED = "<rss><channel><item><link>{base}fault-feed/</link></item></channel></rss>"

FAULTS = [
    link("dead link", "fault-link", '<a href="../fault-link/">x</a>', "../fault-link/"),
    link("dead link with query", "fault-query", '<a href="../fault-query/?a=1">x</a>', "../fault-query/?a=1"),
    link("link to the right file in the wrong case", "Introduction", '<a href="../Introduction/">x</a>',
         "../Introduction/; did you mean guide/introduction/?"),
    link("link to a folder without a page", "assets/images", '<a href="../../assets/images/">x</a>',
         "../../assets/images/; the folder has no index.html"),
    Fault("anchor that the page lacks", "#fault-anchor", put('<a href="#fault-anchor">x</a>'), PAGE,
          "site-anchor", "#fault-anchor"),
    Fault("anchor that another page lacks", "#fault-other",
          put('<a href="../introduction/#fault-other">x</a>'), PAGE,
          "site-anchor", "../introduction/#fault-other"),
    Fault("Hebrew anchor, percent-encoded", HEBREW, put(f'<a href="../introduction/#{HEBREW}">x</a>'), PAGE,
          "site-anchor", f"../introduction/#{HEBREW}"),
    link("picture", "fault-img", '<img src="fault-img.png" alt="">', "fault-img.png"),
    link("srcset", "fault-srcset",
         '<img src="data:," srcset="fault-srcset.png 2x" alt="">', "fault-srcset.png"),
    link("imagesrcset of a preload", "fault-imagesrcset",
         '<link rel="preload" as="image" imagesrcset="fault-imagesrcset.png 2x">', "fault-imagesrcset.png"),
    link("poster of a film", "fault-poster", '<video poster="fault-poster.png"></video>',
         "fault-poster.png", inline="<video>"),
    link("subtitles", "fault-track", '<video><track src="fault-track.vtt"></video>',
         "fault-track.vtt", inline="<video>"),
    link("object", "fault-object", '<object data="fault-object.bin"></object>',
         "fault-object.bin", inline="<object> fault-object.bin"),
    link("script", "fault-script", '<script src="fault-script.js"></script>', "fault-script.js"),
    link("module to load ahead", "fault-module", '<link rel="modulepreload" href="fault-module.mjs">',
         "fault-module.mjs"),
    link("picture of a style attribute", "fault-style", '<p style="background: url(fault-style.png)">x</p>',
         "fault-style.png", inline='<p style="background: url(fault-style.png)">'),
    link("import of a style element", "fault-import", "<style>@import 'fault-import.css';</style>",
         "fault-import.css", inline="<style> @import 'fault-import.css';"),
    link("font of a style sheet", "fault-font", '<link rel="stylesheet" href="../../fault.css">',
         "fault-font.woff2", "fault.css", fault__css="@font-face { src: url(fault-font.woff2) }"),
    link("icon of a manifest", "fault-icon", '<link rel="manifest" href="../../fault.webmanifest">',
         "fault-icon.png", "fault.webmanifest", fault__webmanifest=ICONS),
    link("entry of a feed", "fault-feed",
         '<link rel="alternate" type="application/rss+xml" href="../../fault.rss">',
         "{base}fault-feed/", "fault.rss", fault__rss=FEED),
    Fault("entry of the map", "fault-map",
          swap("</urlset>", "<url><loc>{base}fault-map/</loc></url></urlset>", "sitemap.xml"),
          "sitemap.xml", "site-link", "{base}fault-map/"),
    Fault("page missing from the map", "", swap("<loc>{base}guide/theory/</loc>",
          "<loc>{base}</loc>", "sitemap.xml"), "sitemap.xml", "site-map", f"{OTHER} is not listed"),
    Fault("map named by robots.txt", "fault-robots", lambda site, base: write(site / "robots.txt",
          f"Sitemap: {base}fault-robots.xml"), "robots.txt", "site-link", "{base}fault-robots.xml"),
    Fault("link in a PDF", "fault-pdf", pdf_link, "added.pdf", "site-link", "{base}fault-pdf/"),
    Fault("link in a Word file", "fault-word", word_link, "fault.docx", "site-link", "{base}fault-word/"),
    Fault("entry of the search index", "fault-index",
          swap('],"sections":', ',["fault-index/","t",1]],"sections":', "search/index.he.js"),
          "search/index.he.js", "site-link", "../fault-index/"),
    Fault("redirect to nothing", "fault-gone", lambda site, base: write(site / "old/index.html",
          REFRESH.format("../fault-gone/")), "old/index.html", "site-link", "../fault-gone/"),
    Fault("redirect in a circle", "fault-circle", lambda site, base: write(site / "fault-circle/index.html",
          REFRESH.format("./")), "fault-circle/index.html", "site-redirect",
          "fault-circle/index.html -> fault-circle/index.html"),
    Fault("sheet that a PDF lacks", "page=99",
          put('<a href="../../handouts/ethics-code.he.pdf#page=99">x</a>'), PAGE,
          "site-anchor", "../../handouts/ethics-code.he.pdf#page=99; the file has 1 pages"),
    Fault("doubled id", "",
          put('<i id="fault-id"></i><i id="fault-id"></i>'), PAGE, "site-id", "fault-id"),
    Fault("request to another server", "cdn.example",
          put('<img src="https://cdn.example/x.png" alt="">'), PAGE,
          "site-foreign", "https://cdn.example/x.png"),
    Fault("no direction on a Hebrew page", "", swap('dir="rtl"', "", "issues/vision/index.html"),
          "issues/vision/index.html", "site-lang", 'lang="he" dir=""'),
    Fault("no alternate language", "",
          swap('<link rel="alternate" hreflang="en"', '<link rel="x"', LONE), LONE,
          "site-alternate", "no alternate for en",
          ((f"en/{LONE}", "site-alternate", "{base}issues/individualism/ does not name this page back"),)),
    Fault("alternate that is not returned", "", swap('hreflang="he" href="{base}issues/vision/"',
          'hreflang="he" href="{base}issues/family/"', "en/issues/vision/index.html"),
          "issues/vision/index.html",
          "site-alternate", "{base}en/issues/vision/ does not name this page back",
          (("en/issues/vision/index.html", "site-alternate",
            "{base}issues/family/ does not name this page back"),
           ("en/issues/vision/index.html", "site-alternate",
            "x-default: {base}issues/vision/ is none of the page's languages"))),
    Fault("no description", "", swap('<meta name="description"', '<meta name="fault"',
          "issues/family/index.html"), "issues/family/index.html", "site-title", "no description"),
    Fault("the title of another page", "", same_title, "issues/without-support/index.html", "site-title",
          "the same title as issues/vision/index.html: כותר"),
    Fault("the address of another page", "", swap('rel="canonical" href="{base}issues/responsibility/"',
          'rel="canonical" href="{base}issues/family/"', "issues/responsibility/index.html"),
          "issues/responsibility/index.html", "site-canonical",
          "{base}issues/family/ is the address of issues/family/index.html"),
    Fault("file that no way leads to", "fault-orphan", orphan, "fault-orphan.png", "site-orphan", ""),
]  # fmt: skip
