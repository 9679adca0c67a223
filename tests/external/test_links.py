"""From addresses to findings: what is asked, what is remembered, what is allowed, and what is said."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from external.misbehaving import Server
from kb import check, content, report
from kb.external import asking, links
from kb.external.answers import Answer
from kb.rulebook import RULES
from support import ROOT, Edit
from verbs import checking
from verbs import external as verb

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LINK, LINE = "[One page](guide/one.md#second)", "docs/index.en.md:6"
ALLOWED = "docs/contribute/allowed-links.yml"
OK, GONE = Answer("ok", 200), Answer("status", 404)


class Network:
    """Answers from a table, everything else well; asked: what was asked, in order."""

    def __init__(self, answers: dict[str, Answer] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[list[str]] = []

    def __call__(self, urls: Iterable[str]) -> dict[str, Answer]:
        self.asked.append(sorted(urls))
        return {url: self.answers.get(url, OK) for url in self.asked[-1]}


def find(
    root: Path, answers: dict[str, Answer] | None = None, *only: str, site: bool = False, now: datetime = NOW
) -> tuple[list[str], list[list[str]]]:
    """Return the report line by line, and what was asked."""
    network = Network(answers)
    built = check.load_site(root / "site", root) if site else None
    outcome = links.find(content.load(root), built, only, now, network)
    return report.as_text(outcome.findings).splitlines(), network.asked


def said(place: str, rule: str, detail: str) -> str:
    return f"{place}: {rule}: {RULES[rule].what}: {detail}. Fix: {RULES[rule].fix}."


def link(edit: Edit, *urls: str) -> None:
    """Link to addresses from the English home page of the small project."""
    edit("docs/index.en.md", LINK, " ".join([LINK, *(f"[x]({url})" for url in urls)]))


def allow(root: Path, *entries: dict[str, object]) -> None:
    path = root / ALLOWED
    path.parent.mkdir(exist_ok=True)
    rows = [{"reason": "opens in every browser", **entry} for entry in entries]
    path.write_text(json.dumps({"allowed": rows}, indent=1), encoding="utf-8")


def build(root: Path, *urls: str, pages: tuple[str, ...] = ("index.html", "a/index.html")) -> None:
    body = "".join(f'<a href="{url}">x</a>' for url in urls)
    for name in pages:
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html>\n<body>\n{body}\n</body>", encoding="utf-8")


def test_without_external_links_nobody_is_asked(small: Path) -> None:
    assert find(small) == ([], [])


def test_a_finding_is_one_line(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/x#y")
    assert find(small, {"https://a.org/x": GONE})[0] == [
        f"{LINE}: external-gone: the page on another site is gone: https://a.org/x answers 404 (Not Found). "
        "Fix: look for its new address, or for another page that says the same, or remove the link."
    ]


@pytest.mark.parametrize(
    ("answer", "rule", "detail"),
    [
        (Answer("status", 410), "external-gone", "answers 410 (Gone)"),
        (Answer("status", 403), "external-refused", "answers 403 (Forbidden)"),
        (Answer("status", 503), "external-refused", "answers 503 (Service Unavailable)"),
        (Answer("timeout"), "external-silent", "gives no answer in time"),
        (Answer("cut"), "external-silent", "refuses or cuts the connection"),
        (
            Answer("unreachable"),
            "external-silent",
            "has no server: its name is not known or no way leads there",
        ),
        (
            Answer("certificate", detail="expired"),
            "external-unsafe",
            "has no valid certificate (expired)",
        ),
        (Answer("loop"), "external-redirect", "redirects without end"),
        (Answer("astray"), "external-redirect", "redirects to what is no address of the web"),
        (Answer("type", 200), "external-type", "answers with a web page instead of the file"),
        (Answer("moved", 200, "https://b.org/"), "external-moved", "has moved to https://b.org/"),
        (Answer("malformed"), "external-malformed", "cannot be read as an address"),
    ],
    ids=lambda value: value.name if isinstance(value, Answer) else "",
)
def test_every_rule_once_wrong_and_once_right(
    answer: Answer, rule: str, detail: str, small: Path, edit: Edit
) -> None:
    link(edit, "https://a.org/", "https://good.org/")
    assert find(small, {"https://a.org/": answer}) == (
        [said(LINE, rule, f"https://a.org/ {detail}")],
        [["https://a.org/", "https://good.org/"]],
    )


def test_every_rule_is_tried_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in RULES if name.startswith("external-") and f'"{name}"' not in text] == []


# Where addresses stand


def test_every_place_of_the_content(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/", "//b.org/", "HTTP://c.org/", "mailto:a@b.org", "https://a.org/#again")
    edit("docs/index.he.md", "(guide/one.md#second)", "(guide/one.md#second) <https://d.org/>")
    edit(
        "docs/reference/references.json",
        '"volume"',
        '"DOI": "10.1000/182",\n    "URL": "https://e.org/",\n    "volume"',
    )
    edit("exercises/plan/exercise.yml", "slug:", "site: https://f.org/\nslug:")
    urls = [f"https://{name}.org/" for name in "abdef"] + ["https://doi.org/10.1000/182", "HTTP://c.org/"]
    found, asked = find(small, dict.fromkeys(urls, GONE))
    assert asked == [sorted(urls)]
    exercise = (small / "exercises/plan/exercise.yml").read_text(encoding="utf-8").split("\n")
    assert [row.split(": ")[0] + " " + row.split(": ")[3].split()[0] for row in found] == [
        "docs/index.en.md:6 HTTP://c.org/",
        "docs/index.en.md:6 https://a.org/",
        "docs/index.en.md:6 https://b.org/",
        "docs/index.he.md:5 https://d.org/",
        "docs/reference/references.json:9 https://doi.org/10.1000/182",
        "docs/reference/references.json:10 https://e.org/",
        f"exercises/plan/exercise.yml:{exercise.index('site: https://f.org/') + 1} https://f.org/",
    ]


def test_code_is_looked_away_from(small: Path, edit: Edit) -> None:
    edit("docs/index.en.md", LINK, f"{LINK} `[x](https://a.org/)` <!-- <https://b.org/> -->")
    assert find(small) == ([], [])


def test_only_what_lies_below_the_paths(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    allow(small, {"address": "https://b.org/", "answer": 403})
    answers = {"https://a.org/": GONE}
    assert find(small, answers, "docs/guide", "cases/") == ([], [])
    assert [row.split(": ")[:2] for row in find(small, answers, "docs/index.en.md")[0]] == [
        [LINE, "external-gone"]
    ]
    assert len(find(small, answers, ".")[0]) == len(find(small, answers, "docs/")[0]) == 2


def test_a_built_site_tells_of_each_address_once(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    build(
        small, "https://a.org/", "https://b.org/#c", "https://example.org/sub/x/", "../y/", "mailto:a@b.org"
    )
    answers = {"https://a.org/": GONE, "https://b.org/": GONE}
    assert find(small, answers, site=True) == (
        [
            said(
                "a/index.html:3",
                "external-gone",
                "https://b.org/ answers 404 (Not Found); it stands on 2 pages",
            ),
            said(LINE, "external-gone", "https://a.org/ answers 404 (Not Found)"),
        ],
        [["https://a.org/", "https://b.org/"]],
    )


def test_a_malformed_address_on_a_built_site(small: Path) -> None:
    build(small, "http://[oops/", pages=("index.html",))
    assert find(small, {"http://[oops/": Answer("malformed")}, site=True)[0] == [
        said("index.html:3", "external-malformed", "http://[oops/ cannot be read as an address")
    ]


# What is remembered


def test_good_answers_are_remembered_for_a_week(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/", "https://b.org/", "https://c.org/")
    answers = {"https://b.org/": Answer("moved", 200, "https://d.org/"), "https://c.org/": GONE}
    first, asked = find(small, answers)
    assert (len(first), asked) == (2, [["https://a.org/", "https://b.org/", "https://c.org/"]])
    assert find(small, answers, now=NOW + timedelta(days=6)) == (first, [["https://c.org/"]])
    assert find(small, answers, now=NOW + timedelta(days=7)) == (first, asked)


def test_what_was_remembered_is_told(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    outcome = links.find(content.load(small), None, (), NOW, Network())
    assert (outcome, verb.asked(outcome)) == (
        links.Outcome([], 1, 0, None),
        "Addresses of other sites: 1 asked now, 0 known from before.",
    )
    outcome = links.find(content.load(small), None, (), NOW + timedelta(days=2), Network())
    assert (outcome, verb.asked(outcome)) == (
        links.Outcome([], 0, 1, NOW),
        "Addresses of other sites: 0 asked now, 1 known from before (since 2026-11-24).",
    )


ANSWERED = '"kind": "ok", "status": 200, "address": ""'


def test_a_memory(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    (small / "build").mkdir()
    memory = f'{{"https://a.org/": {{{ANSWERED}, "when": "2026-11-24T11:00:00+00:00"}}}}'
    (small / "build/external.json").write_text(memory, encoding="utf-8")
    assert find(small) == ([], [])


@pytest.mark.parametrize(
    "memory",
    [
        "",
        "[]",
        "{",
        '{"https://a.org/": 1}',
        f'{{"https://a.org/": {{{ANSWERED}}}}}',
        f'{{"https://a.org/": {{{ANSWERED}, "when": "2026-11-24"}}}}',
        f'{{"https://a.org/": {{{ANSWERED}, "when": "2026-11-25T00:00:00+00:00"}}}}',
        f'{{"https://a.org/": {{{ANSWERED.replace("ok", "cut")}, "when": "2026-11-24T11:00:00+00:00"}}}}',
    ],
)
def test_a_faulty_memory_is_none(memory: str, small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    (small / "build").mkdir()
    (small / "build/external.json").write_text(memory, encoding="utf-8")
    assert find(small) == ([], [["https://a.org/"]])


# What is allowed


def test_an_allowed_failure_is_no_finding(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/", "https://b.org/1", "https://b.org/2")
    allow(
        small,
        {"address": "https://a.org/", "answer": 404},
        {"address": "https://b.org/*", "answer": "certificate"},
    )
    bad = {"https://a.org/": GONE, "https://b.org/2": Answer("certificate", detail="expired")}
    assert find(small, bad)[0] == []


def test_another_failure_than_the_allowed_one_is_two_findings(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    allow(small, {"address": "https://a.org/", "answer": 403})
    assert find(small, {"https://a.org/": GONE})[0] == [
        said(f"{ALLOWED}:3", "external-allowed", "https://a.org/ answers 404 (Not Found) now"),
        said(LINE, "external-gone", "https://a.org/ answers 404 (Not Found)"),
    ]


def test_entries_that_no_longer_apply(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/")
    allow(
        small,
        {"address": "https://a.org/", "answer": 403},
        {"address": "https://b.org/*", "answer": "moved"},
        {"address": "https://c.org/", "answer": 403, "site": True},
    )
    expected = [
        said(f"{ALLOWED}:3", "external-allowed", "https://a.org/ answers well now"),
        said(f"{ALLOWED}:8", "external-allowed", "nothing links to https://b.org/*"),
    ]
    assert find(small)[0] == expected
    build(small, "https://a.org/")
    assert find(small, site=True)[0] == [
        *expected,
        said(f"{ALLOWED}:13", "external-allowed", "nothing links to https://c.org/"),
    ]


def test_an_entry_is_judged_only_when_all_it_covers_was_asked(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/1")
    edit("docs/index.he.md", "(guide/one.md#second)", "(guide/one.md#second) [x](https://a.org/2)")
    allow(small, {"address": "https://a.org/*", "answer": 403})
    assert find(small, None, "docs/index.en.md", "docs/contribute")[0] == []
    assert len(find(small)[0]) == 1


# Without a network

UNREACHABLE = Answer("unreachable")


def test_offline_is_told_from_a_dead_address(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/", "https://b.org/")
    with pytest.raises(links.Offline, match=r"^2$"):
        find(small, {"https://a.org/": UNREACHABLE, "https://b.org/": UNREACHABLE})
    assert not (small / "build/external.json").exists()
    found, _ = find(small, {"https://a.org/": UNREACHABLE})
    assert [row.split(": ")[1] for row in found] == ["external-silent"]


def test_an_address_that_was_good_is_asked_whether_we_are_offline(small: Path, edit: Edit) -> None:
    link(edit, "https://a.org/", "https://b.org/")
    find(small, {"https://a.org/": UNREACHABLE})
    found, asked = find(small, {"https://a.org/": UNREACHABLE})
    assert (len(found), asked) == (1, [["https://a.org/"], ["https://b.org/"]])
    with pytest.raises(links.Offline, match=r"^1$"):
        find(small, {"https://a.org/": UNREACHABLE, "https://b.org/": UNREACHABLE})


# The command


async def no_sleep(seconds: float) -> None:
    """Make no pause."""


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "MANNERS", asking.Manners(sleep=no_sleep))


def run(root: Path, form: str = "text", site: str | None = None) -> int:
    options = argparse.Namespace(
        paths=[], site=site, external=True, spelling=False, format=form, explain=None
    )
    return checking.run(root, options)


def test_the_command_asks_and_tells(
    small: Path, edit: Edit, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/reference/references.json", '"volume"', f'"URL": "{server.url}/gone",\n    "volume"')
    detail = f"{server.url}/gone answers 410 (Gone)"
    assert run(small) == 1
    assert capsys.readouterr() == (
        said("docs/reference/references.json:9", "external-gone", detail) + "\n",
        "Addresses of other sites: 1 asked now, 0 known from before.\n1 finding in 1 file.\n",
    )
    assert server.agents == {"KnowledgeBaseLinkCheck/1.0 (+https://example.org/sub/)"}


def test_the_command_speaks_json(
    small: Path, edit: Edit, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/reference/references.json", '"volume"', f'"URL": "{server.url}/moved",\n    "volume"')
    assert run(small, "json") == 1
    out, err = capsys.readouterr()
    rule = RULES["external-moved"]
    row = {"path": "docs/reference/references.json", "line": 9, "rule": "external-moved"}
    message = f"{rule.what}: {server.url}/moved has moved to {server.url}/ok."
    assert (json.loads(out), err) == ([{**row, "message": message, "fix": rule.fix}], "")


def test_the_command_on_a_built_site(small: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    build(small, f"{server.url}/missing", pages=("index.html",))
    assert run(small, site=str(small / "site")) == 1
    detail = f"{server.url}/missing answers 404 (Not Found)"
    assert said("index.html:3", "external-gone", detail) in capsys.readouterr().out.splitlines()


def test_all_is_well(small: Path, edit: Edit, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/reference/references.json", '"volume"', f'"URL": "{server.url}/ok",\n    "volume"')
    assert run(small) == 0
    assert capsys.readouterr() == (
        "",
        "Addresses of other sites: 1 asked now, 0 known from before.\nNo findings.\n",
    )


def test_offline_the_command_says_so(small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/reference/references.json", '"volume"', '"URL": "https://nosuch.example/",\n    "volume"')
    assert run(small, "json") == 2
    assert capsys.readouterr() == (
        "",
        "This computer seems to be offline: no address of another site could be reached (1 asked). "
        "Connect it and run the same command again, or leave out --external.\n",
    )


def test_the_check_of_the_content_does_not_load_the_http_client() -> None:
    code = "import sys, verbs.checking; print('httpx' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "False\n"
