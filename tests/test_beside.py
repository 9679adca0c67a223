"""The table beside other themes, without a browser or Node: what it prints, and what Starlight is given."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kb.budget import BUDGET
from verbs import bench_beside, starlight

SENT = {"requests": 9.0, "html": 8000.0, "css": 22000.0, "js": 46000.0, "rest": 175000.0, "else": 2.0}


def test_a_row_says_requests_bytes_and_scores_where_there_are_some() -> None:
    scores = dict.fromkeys(BUDGET.scores, 99.6)
    rows = {("ours", "he"): {**SENT, **scores}, ("Material", "en"): SENT}
    assert bench_beside.table(rows).splitlines() == [
        "site           requests     kB   html    css     js   rest  else"
        "     performance   accessibility  best-practices             seo",
        "ours       he         9  251.0    8.0   22.0   46.0  175.0     2" + f"{100:16}" * 4,
        "Material   en         9  251.0    8.0   22.0   46.0  175.0     2" + f"{'-':>16}" * 4,
    ]


def test_without_node_starlight_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert starlight.build(tmp_path, tmp_path / "beside") == "there is no Node here"


def test_starlight_gets_plain_pages_in_both_languages(small: Path, tmp_path: Path) -> None:
    starlight._write(small, tmp_path / "beside")
    docs = tmp_path / "beside/src/content/docs"
    hebrew, english = docs / "cases/ruth/index.md", docs / "en/cases/ruth/index.md"
    for path in (hebrew, english):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("---\ndescription: ")
        assert "///" not in text
        assert "{ #" not in text
    package = json.loads((tmp_path / "beside/package.json").read_text(encoding="utf-8"))
    assert package["dependencies"] == starlight.PACKAGES
    config = (tmp_path / "beside/astro.config.mjs").read_text(encoding="utf-8")
    assert '"dir": "rtl"' in config
    assert '{"directory": "cases"}' in config
