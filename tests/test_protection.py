"""What pages may load: the policy, the host's headers, and the check of both on sites made by hand."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import markdown
import pytest

from kb.protection import directives, headers, inline
from kb.siteconfig import markdown_extensions, site_config
from support import ROOT
from test_site_check import ENGLISH, HEBREW, findings, make, page, said

POLICY = directives.in_page()
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


def meta(policy: str) -> str:
    return META.replace(POLICY, policy)


def told(tmp_path: Path, body: str = "", head: str = META) -> list[str]:
    """Return the report on a site whose English page is without fault and whose Hebrew one has this."""
    return findings(tmp_path, {HEBREW: page(head=head, body=body), ENGLISH: page("en", head=META)})


def test_the_policy_lets_nothing_inline_and_nothing_foreign_pass() -> None:
    said_by_page = directives.read(POLICY)
    assert said_by_page["default-src"] == ("'none'",)
    given = {source for sources in said_by_page.values() for source in sources}
    assert given == {"'none'", "'self'", "data:"}
    assert [name for name, sources in said_by_page.items() if "data:" in sources] == ["img-src"]


def test_the_headers_say_what_the_page_says_and_who_may_frame_it() -> None:
    assert directives.in_headers() == f"{POLICY}; frame-ancestors 'none'"


def test_only_the_preview_lets_its_reloading_script_pass() -> None:
    before, after = (directives.read(directives.in_page(serving=serving)) for serving in (False, True))
    assert after == {**before, "script-src": ("'self'", "'unsafe-inline'")}


def test_a_policy_is_read_as_browsers_do() -> None:
    assert directives.read(" Script-Src 'self'  a.b ;; img-src;script-src 'none';") == {
        "script-src": ("'self'", "a.b"),
        "img-src": (),
    }


def test_a_table_with_columns_set_to_a_side_needs_no_style() -> None:
    names, settings = markdown_extensions(site_config(ROOT))
    made = markdown.markdown("| a |\n| --: |\n| b |\n", extensions=names, extension_configs=settings)
    assert '<td align="right">' in made
    assert "style" not in made


@pytest.mark.parametrize("name", ["main.html", "404.html"])
def test_every_page_is_made_with_the_policy_before_all_else(name: str) -> None:
    template = (ROOT / "overrides" / name).read_text(encoding="utf-8")
    head = template[template.index('<meta charset="utf-8">') :].splitlines()
    assert [line.strip() for line in head[:2]] == [
        '<meta charset="utf-8">',
        '{% include "partials/kb-policy.html" %}',
    ]
    assert not re.search(r"<(script|link)\b", template[: template.index("kb-policy")])


# The check of pages


def test_a_site_with_the_policy_has_no_findings(tmp_path: Path) -> None:
    head = META + '<script src="a.js"></script><link rel="stylesheet" href="a.css">'
    body = (
        '<script type="application/json">{"a": 1}</script><script type="kb/later" src="a.js"></script>'
        '<a id="on" href="#on">onclick="x"</a><p data-style="x" class="style">javascript:x</p>'
        '<a href="mailto:a@example.org?subject=javascript:x">x</a><img src="data:image/gif;base64,R" alt="">'
    )
    files: dict[str, str | bytes] = {HEBREW: page(head=head, body=body), ENGLISH: page("en", head=META)}
    assert findings(tmp_path, {**files, "a.js": "", "a.css": ""}) == []


def test_a_site_that_has_no_policy_at_all_is_not_asked_for_one(tmp_path: Path) -> None:
    assert findings(tmp_path, {HEBREW: page(body='<p style="color:red">x</p>')}) == []


def test_a_page_without_it_among_others_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, head="") == [said("index.html", "site-policy", "no policy")]


def test_a_page_that_only_leads_on_needs_it_too(tmp_path: Path) -> None:
    moved = '<!doctype html><head><meta http-equiv="refresh" content="1; url=../en/"><title>T</title></head>'
    pages: dict[str, str | bytes] = {HEBREW: page(head=META), ENGLISH: page("en", head=META)}
    assert findings(tmp_path, {**pages, "old/index.html": moved}) == [
        said("old/index.html", "site-policy", "no policy")
    ]


def test_what_the_host_is_told_makes_a_site_one_with_a_policy(tmp_path: Path) -> None:
    told_host = {headers.NAME: f"/*\n  Content-Security-Policy: {directives.in_headers()}\n"}
    assert findings(tmp_path, {**told_host}) == [
        said("en/index.html", "site-policy", "no policy"),
        said("index.html", "site-policy", "no policy"),
    ]


@pytest.mark.parametrize(
    ("policy", "detail"),
    [
        (POLICY.replace("default-src 'none'; ", ""), "no default-src"),
        (POLICY.replace("base-uri 'none'; ", ""), "no base-uri"),
        (POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), "style-src 'unsafe-inline'"),
        (POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"), "script-src 'unsafe-eval'"),
        (POLICY.replace("font-src 'self'", "font-src *"), "font-src *"),
        (POLICY.replace("connect-src 'self'", "connect-src https:"), "connect-src https:"),
    ],
)
def test_a_weak_policy_is_named_with_what_is_weak(policy: str, detail: str, tmp_path: Path) -> None:
    assert told(tmp_path, head=meta(policy)) == [said("index.html:3", "site-policy", detail)]


def test_a_policy_that_comes_after_a_script_is_too_late(tmp_path: Path) -> None:
    head = f'\n<script src="a.js"></script>\n{META}'
    whole: dict[str, str | bytes] = {HEBREW: page(head=head), ENGLISH: page("en", head=META), "a.js": ""}
    assert findings(tmp_path, whole) == [
        said("index.html:5", "site-policy", "line 4 loads something before it")
    ]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>alert(1)</script>", "<script> alert(1)"),
        ('<script type="module">\n  go()\n</script>', "<script> go()"),
        ('<script type="TEXT/JavaScript">go()</script>', "<script> go()"),
        ("<style>p {color: red}</style>", "<style> p {color: red}"),
        ('<p style="color: red">x</p>', '<p style="color: red">'),
        ('<template><p style="color: red">x</p></template>', '<p style="color: red">'),
        ('<svg><path style="fill: red"/></svg>', '<path style="fill: red">'),
        ('<button onclick="go()">x</button>', '<button onclick="go()">'),
        ('<img src="#" alt="" ONERROR="go()">', '<img onerror="go()">'),
        ('<a href="javascript:go()">x</a>', '<a href="javascript:go()">'),
        ('<a href=" Java&#10;Script&colon;go()">x</a>', '<a href="Java Script:go()">'),
        ('<form action="javascript:go()"></form>', '<form action="javascript:go()">'),
        ('<iframe src="#"></iframe>', "<iframe> #"),
        ('<video src="#"></video>', "<video> #"),
        ('<object data="#"></object>', "<object> #"),
    ],
)
def test_what_the_policy_forbids_is_named_with_its_line(body: str, what: str, tmp_path: Path) -> None:
    assert told(tmp_path, body=body) == [said("index.html:5", "site-inline", what)]


def test_a_long_culprit_is_cut(tmp_path: Path) -> None:
    (row,) = told(tmp_path, body=f"<script>{'x' * 200}</script>")
    assert f"<script> {'x' * 59}…. Fix" in row


def test_a_hash_lets_exactly_its_text_pass(tmp_path: Path) -> None:
    allowed = inline.hash_of("go()")
    head = meta(POLICY.replace("script-src 'self'", f"script-src 'self' {allowed}"))
    assert told(tmp_path, head=head, body="<script>go()</script>") == []
    assert told(tmp_path, head=head, body="<script>go() </script>") == [
        said("index.html:5", "site-inline", "<script> go()")
    ]
    assert told(tmp_path, head=head, body='<p onclick="go()">x</p>') == [
        said("index.html:5", "site-inline", '<p onclick="go()">')
    ]


def test_a_host_that_is_told_less_is_a_finding(tmp_path: Path) -> None:
    weak = "/*\n  content-security-policy: default-src 'self'; base-uri 'none'\n"
    pages: dict[str, str | bytes] = {HEBREW: page(head=META), ENGLISH: page("en", head=META)}
    assert findings(tmp_path, {**pages, headers.NAME: weak}) == [
        said(headers.NAME, "site-policy", "no form-action")
    ]


# The headers


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """A site with its headers written."""
    files = (
        *("index.html", "404.html", "sw.js", "index.html.br", "guide/one/index.html", "en/index.html"),
        *("download/site.zip", "assets/joined/page.0123abcd.js", "assets/joined/shared.89abcdef.css"),
        *("assets/behaviour/kb.js", "assets/javascripts/bundle.a5f9d56c.min.js", "assets/fonts/a.woff2"),
        "assets/javascripts/lunr/wordcut.js",
    )
    site = make(tmp_path, dict.fromkeys(files, META))
    headers.write(site)
    return site


def rules_of(site: Path) -> dict[str, dict[str, str]]:
    """Read the file as hosts do: an address without a blank before it, its headers with one."""
    found: dict[str, dict[str, str]] = {}
    at = ""
    for line in (site / headers.NAME).read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            at = line
            assert at not in found
            found[at] = {}
        elif not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            found[at][name] = value
    return found


def sent(site: Path, address: str) -> dict[str, list[str]]:
    """Return what a host would send with an address: of every rule that fits."""
    out: dict[str, list[str]] = {}
    for pattern, given in rules_of(site).items():
        if fnmatchcase(address, pattern):
            for name, value in given.items():
                out.setdefault(name, []).append(value)
    return out


@pytest.mark.parametrize(
    "address", ["/", "/404.html", "/guide/one/", "/nowhere/at/all", "/assets/behaviour/kb.js"]
)
def test_every_address_has_all_that_protects_once(address: str, hosted: Path) -> None:
    given = sent(hosted, address)
    assert {name: given[name] for name in headers.PROTECTION} == {
        name: [value] for name, value in headers.PROTECTION.items()
    }


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/", headers.ASK),
        ("/index.html", headers.ASK),
        ("/guide/one/", headers.ASK),
        ("/en/", headers.ASK),
        ("/sw.js", headers.ASK),
        ("/download/site.zip", headers.ASK),
        ("/assets/behaviour/kb.js", headers.ASK),
        ("/assets/fonts/a.woff2", headers.ASK),
        ("/assets/joined/page.0123abcd.js", headers.FOR_EVER),
        ("/assets/joined/shared.89abcdef.css", headers.FOR_EVER),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", headers.FOR_EVER),
    ],
)
def test_only_what_is_named_after_its_content_is_kept_for_ever(address: str, kept: str, hosted: Path) -> None:
    assert sent(hosted, address)["Cache-Control"] == [kept]


def test_a_site_of_other_templates_is_told_no_policy(tmp_path: Path) -> None:
    site = make(tmp_path, {HEBREW: page()})
    headers.write(site)
    protecting = [name for name in headers.PROTECTION if name != "Content-Security-Policy"]
    assert [*rules_of(site)["/*"]] == protecting
    assert findings(tmp_path, {headers.NAME: (site / headers.NAME).read_bytes()}) == []


def test_what_is_left_to_the_host_is_told_nothing(hosted: Path) -> None:
    assert "Cache-Control" not in sent(hosted, "/assets/javascripts/lunr/wordcut.js")


def test_the_file_is_the_same_whenever_it_is_written(hosted: Path) -> None:
    before = (hosted / headers.NAME).read_bytes()
    headers.write(hosted)
    assert (hosted / headers.NAME).read_bytes() == before
    assert b"\r" not in before


def test_every_line_is_short_enough_for_hosts(hosted: Path) -> None:
    """Cloudflare Pages reads at most 100 rules and 2,000 characters a line."""
    lines = (hosted / headers.NAME).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 2000
    assert len([line for line in lines if line.startswith("/")]) <= 100
