"""bench lighthouse without Node or a browser: what it reads, prints and holds against the budget."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from pathlib import Path

import brotli
import pytest

from kb import robots
from kb.budget import BUDGET
from verbs import bench_lighthouse as bench
from verbs import testing
from verbs.serving import hosted

GOOD = dict.fromkeys(BUDGET.scores, 100.0) | {bench.SHIFT: 0.0}
REPORT = {
    "requestedUrl": "http://127.0.0.1/",
    "categories": {"performance": {"score": 0.97}, "accessibility": {"score": None}},
    "audits": {bench.SHIFT: {"numericValue": 0.25}},
}


def test_scores_are_read_of_a_report() -> None:
    assert bench.read(REPORT) == {"performance": 97.0, "accessibility": 0, bench.SHIFT: 0.25}


def test_a_page_that_could_not_be_judged_has_no_scores() -> None:
    with pytest.raises(RuntimeError, match=r"could not judge .*: no first paint"):
        bench.read({**REPORT, "runtimeError": {"message": "no first paint"}})


def test_the_median_of_the_runs_counts() -> None:
    seen: list[str] = []

    class Faked(bench.Lighthouse):
        def look(self, address: str) -> bench.Scores:
            seen.append(address)
            return {**GOOD, "performance": [96.0, 100.0, 98.0][(len(seen) - 1) // 2]}

    faked = Faked("npx", "chromium")
    rows = dict(bench.medians(faked, {("home", "he"): "a", ("home", "en"): "b"}))
    assert seen == ["a", "b"] * 3
    assert rows[("home", "he")]["performance"] == 98.0


def test_the_table_names_every_score_and_what_is_under_the_budget() -> None:
    rows = {("home", "he"): GOOD, ("case", "en"): {**GOOD, "performance": 96.4, bench.SHIFT: 0.1}}
    assert bench.table(rows).splitlines() == [
        "page              performance   accessibility  best-practices             seo   shift",
        "home       he             100             100             100             100   0.000",
        "case       en              96             100             100             100   0.100",
    ]
    assert list(bench.short(rows)) == ["lighthouse: case en: performance 96 is UNDER the budget of 97"]


def test_six_pages_are_measured_in_both_languages() -> None:
    assert len(list(bench.addresses())) == 12
    assert dict(bench.addresses())[("finder", "en")] == "en/ethics/"


@pytest.mark.parametrize(("missing", "said"), [("npx", bench.NO_NODE), ("browser", bench.NO_BROWSER)])
def test_what_is_missing_is_misuse_and_said(
    missing: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if missing == "npx" else name)
    monkeypatch.setattr(testing, "installed_browser", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        bench.measure(tmp_path, tmp_path / "none")
    assert (stopped.value.code, capsys.readouterr()) == (2, ("", f"{said}\n"))


def test_the_host_sends_packed_copies_to_who_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<p>שלום", encoding="utf-8")
    (tmp_path / "a/index.html.br").write_bytes(brotli.compress(b"packed"))
    with hosted(tmp_path) as address:
        assert fetched(f"{address}a/", "gzip, br") == (
            "br",
            "text/html; charset=utf-8",
            brotli.compress(b"packed"),
        )
        assert fetched(f"{address}a/", "gzip") == (None, "text/html; charset=utf-8", "<p>שלום".encode())
        with pytest.raises(urllib.error.HTTPError, match="404"):
            fetched(f"{address}b/", "br")


def fetched(address: str, accepted: str) -> tuple[str | None, str | None, bytes]:
    request = urllib.request.Request(address, headers={"Accept-Encoding": accepted})
    with urllib.request.urlopen(request) as answer:
        return answer.headers["Content-Encoding"], answer.headers["Content-Type"], answer.read()


@pytest.mark.parametrize(
    ("base", "last"),
    [("https://example.org/kb/", "\nSitemap: https://example.org/kb/sitemap.xml\n"), ("", "")],
)
def test_search_engines_are_told_where_the_list_of_pages_is(base: str, last: str, tmp_path: Path) -> None:
    robots.write(tmp_path, base)
    assert (tmp_path / "robots.txt").read_bytes().decode() == f"User-agent: *\nAllow: /\n{last}"
