"""The places in the theme that the search relies on: a theme that moves them stops the build."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from kb.search import theme
from verbs import mkdocs_run

ROOT = Path(__file__).resolve().parent.parent.parent
# dist/umd/index.js of the npm package minisearch 7.2.0 (MIT)
MINISEARCH = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
SWITCH = f"<input class=x {theme.SWITCH} autocomplete=off>"
ADVICE = "Compare with scripts/kb/search/theme.py and overrides/partials/search.html."


def config(address: str) -> str:
    return f'{SWITCH}<script id="__config">{{"base": ".", "search": "{address}", "tags": null}}</script>'


@pytest.mark.parametrize("up", ["", "../", "../../../", "./", "/"])
def test_the_workers_address_is_ours_and_keeps_its_depth(up: str) -> None:
    page = config(f"{up}assets/javascripts/workers/search.a7633da7.min.js")
    assert theme.swap_worker(page, "x") == config(f"{up}assets/search/worker.js")


def test_a_worker_that_is_named_otherwise_is_said() -> None:
    for page, count in (
        (config("assets/workers/search.js"), 0),
        (config("assets/javascripts/workers/search.a1.min.js") * 2, 2),
    ):
        with pytest.raises(theme.Moved) as moved:
            theme.swap_worker(page, "guide/index.html")
        assert str(moved.value) == (
            f"guide/index.html: the theme's configuration names its search worker {count} times, not once as "
            f'"search": ".../workers/search.HASH.min.js" in base.html. {ADVICE}'
        )


def test_a_switch_that_is_gone_is_said() -> None:
    with pytest.raises(theme.Moved) as moved:
        theme.swap_worker(
            config("assets/javascripts/workers/search.a1.min.js").replace("__search", "__find"), "x"
        )
    assert str(moved.value) == (
        "x: the theme's base.html has no switch "
        f'<input data-md-toggle="search" type="checkbox" id="__search"> for its search box. {ADVICE}'
    )


def test_a_bundle_that_starts_its_search_otherwise_is_said() -> None:
    theme.check_bundle('x=document.forms.namedItem("search")?f():g', "bundle.js")
    with pytest.raises(theme.Moved) as moved:
        theme.check_bundle("x=f()", "bundle.1.min.js")
    assert str(moved.value) == (
        'bundle.1.min.js: the theme\'s bundle no longer asks document.forms.namedItem("search") before it '
        f"loads its own search. {ADVICE}"
    )


def test_the_vendored_engine_is_the_published_file() -> None:
    vendor = ROOT / "overrides" / "assets" / "search" / "vendor"
    engine = (vendor / "minisearch-7.2.0.js").read_bytes()
    assert hashlib.sha256(engine).hexdigest() == MINISEARCH
    licence = (vendor / "minisearch-LICENSE.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2022 Luca Ongaro\n\nPermission is hereby granted, free of charge")


def build(root: Path) -> subprocess.CompletedProcess[str]:
    command = mkdocs_run.command(root, "build", "--site-dir", str(root / "site"))
    return subprocess.run(
        command,
        env=mkdocs_run.environment(root),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_build_writes_both_indexes_the_same_way_each_time(small: Path) -> None:
    done = build(small)
    assert done.returncode == 0, done.stderr
    files = [small / "site" / "search" / f"index.{lang}.js" for lang in ("he", "en")]
    first = [file.read_bytes() for file in files]
    assert b'"lang":"he"' in first[0] and b'"lang":"en"' in first[1]
    assert build(small).returncode == 0
    assert [file.read_bytes() for file in files] == first


def test_a_build_with_a_theme_that_moved_fails_and_says_what_moved(small: Path) -> None:
    (small / "changed").mkdir()
    template = '{% extends "base.html" %}{% block config %}{% endblock %}'
    (small / "changed" / "main.html").write_text(template, encoding="utf-8")
    config_file = small / "mkdocs.yml"
    text = config_file.read_text(encoding="utf-8")
    config_file.write_text(
        text.replace("name: material,", "name: material, custom_dir: changed,"), encoding="utf-8"
    )
    done = build(small)
    assert done.returncode == 1
    assert "the theme's configuration names its search worker 0 times, not once as" in done.stderr
    assert "Traceback" not in done.stderr
