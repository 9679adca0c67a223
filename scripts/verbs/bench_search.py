"""bench search: how well and how fast the search answers, beside Material's own and Pagefind, in one run."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import yaml

from kb.search import index, judge
from kb.siteconfig import site_config
from verbs import searching, serving

LIST: Final = "tests/search/queries.yml"
PAGEFIND: Final = "pagefind[bin]==1.5.2"
FOLDERS: Final = ("docs", "cases", "exercises", "figures", "situations", "course", "workshops")
TIMES: Final = 10
BOUNDS: Final = {1: 150.0, TIMES: 300.0}  # ms from the last letter to the first result, 95th percentile
SIZE: Final = 170_000  # bytes over the wire: worker and one language's index
START: Final = {"he": "reference/privacy/", "en": "en/reference/privacy/"}
Build = Callable[[Path, Path], None]


def measure(root: Path, folder: Path, build: Build) -> bool:
    """Print scores, sizes and times; False if ours misses a bound. build: (configuration, site)."""
    from playwright.sync_api import sync_playwright

    ours, stock = folder / "ours", folder / "stock"
    build(root / "mkdocs.yml", ours)
    build(_stock_project(root, folder / "project"), stock)
    lookups = judge.read(root / LIST)
    found = _pagefind(ours, folder)
    with sync_playwright() as playwright:
        chromium = os.environ.get("KB_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        _scores("ours", _answers(browser, ours, searching.OURS, lookups), lookups)
        _scores("Material", _answers(browser, stock, searching.STOCK, lookups, _stock_worker(stock)), lookups)
        if found:
            _scores("Pagefind", _answers(browser, ours, searching.PAGEFIND, lookups), lookups)
        good = _size(ours)
        for times in BOUNDS:
            site = ours if times == 1 else _enlarged(ours, folder / "large", times)
            good = _latency(browser, site, lookups, times) and good
        browser.close()
    return good


def _stock_project(root: Path, folder: Path) -> Path:
    """Copy the content into a project with the bare theme and its own search; our hooks render it."""
    for name in (name for name in FOLDERS if (root / name).is_dir()):
        shutil.copytree(root / name, folder / name)
    for path in folder.rglob("*.md"):  # the bare theme has no template of ours
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.split("\n") if not line.startswith("template: ")]
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    config = site_config(root)
    config["hooks"] = [str(root / "scripts" / "hooks.py")]
    config["theme"].pop("custom_dir", None)
    config["plugins"] = [{"search": {"lang": ["he", "en"]}}, *config["plugins"]]
    config["watch"] = []
    path = folder / "mkdocs.yml"
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _stock_worker(site: Path) -> str:
    worker = next(site.glob("assets/javascripts/workers/search.*.min.js"))
    return worker.relative_to(site).as_posix()


def _pagefind(site: Path, folder: Path) -> bool:
    """Index our site with Pagefind in an environment of its own; False where it cannot be had."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    for command in (
        ["pip", "install", "--quiet", PAGEFIND],
        ["pagefind", "--site", str(site), "--root-selector", "article"],
    ):
        done = subprocess.run([python, "-m", *command], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(f"Pagefind is left out: {done.stderr.strip().splitlines()[-1:]}", flush=True)
            return False
    return True


def _answers(
    browser: Any, site: Path, script: str, lookups: list[judge.Lookup], *more: str
) -> searching.Answers:
    """Put each look-up to a search on a page of its own language."""
    answers: searching.Answers = {}
    with serving.hosted(site) as base:
        for lang, start in START.items():
            page = browser.new_page()
            page.goto(base + start)
            own = [lookup for lookup in lookups if lookup.lang == lang]
            answers |= searching.ask(page, script, base, own, *more)
            page.close()
    return answers


def _scores(name: str, answers: searching.Answers, lookups: list[judge.Lookup]) -> None:
    for part, rows in judge.parts(lookups).items():
        print(f"search, {name}, {part}: {judge.score(rows, answers)}", flush=True)


def wire_size(site: Path, lang: str) -> int:
    """Return the bytes of worker and index over the wire, each file packed for itself."""
    folder = site / "assets" / "search"
    page_side = {"box.js", "host.js", "results.js", "words.js"}
    files = [path for path in folder.rglob("*.js") if path.name not in page_side]
    files.append(site / index.file_name(lang))
    return sum(len(_packed(path.read_bytes())) for path in files)


def _packed(data: bytes) -> bytes:
    """Pack with brotli, as static hosts do; where it is not installed with gzip, which makes more of it."""
    try:
        brotli = importlib.import_module("brotli")
    except ImportError:
        return gzip.compress(data, 9)
    return bytes(brotli.compress(data))


def _size(site: Path) -> bool:
    sizes = {lang: wire_size(site, lang) for lang in START}
    detail = ", ".join(f"{lang} {size / 1000:.0f} kB" for lang, size in sizes.items())
    print(f"search, worker and index over the wire: {detail} (bound {SIZE / 1000:.0f} kB)", flush=True)
    return max(sizes.values()) <= SIZE


def _enlarged(site: Path, folder: Path, times: int) -> Path:
    """Copy the site with an index of so many times the pages, a quarter of each copy's words new."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("pagefind"))
    for lang in START:
        path = site / index.file_name(lang)
        data = json.loads(
            path.read_text(encoding="utf-8").removeprefix("KbSearch.receive(").removesuffix(");\n")
        )
        pages, rows = list(data["pages"]), list(data["sections"])
        for copy in range(1, times):
            shift = copy * len(data["pages"])
            pages += [[f"{copy}/{url}", title, weight] for url, title, weight in data["pages"]]
            rows += [
                [page + shift, anchor, title, _other_words(text, copy)]
                for page, anchor, title, text in data["sections"]
            ]
        index.write(folder, {**data, "pages": pages, "sections": rows})
    return folder


def _other_words(text: str, copy: int) -> str:
    """Turn every fourth kind of word around, another fourth in each copy."""
    return " ".join(w[::-1] if (len(w) * 7 + ord(w[0]) + copy) % 4 == 0 else w for w in text.split(" ") if w)


def _latency(browser: Any, site: Path, lookups: list[judge.Lookup], times: int) -> bool:
    texts = [lookup.query for lookup in lookups if lookup.lang == "he" and lookup.kind != judge.ABSENT][::6]
    with serving.hosted(site) as base:
        page = browser.new_page()
        page.goto(base + START["he"])
        values = sorted(page.evaluate(searching.TYPING, texts))
        page.close()
        cold = min(_cold(browser, base, texts[0]) for _ in range(3))
    value = values[int(len(values) * 0.95)]
    print(
        f"search, last letter to first result, site x {times}: 95th percentile {value:.0f} ms "
        f"of {len(values)} letters (bound {BOUNDS[times]:g} ms), median {values[len(values) // 2]:.0f} ms; "
        f"from opening the box, nothing loaded yet: {cold:.0f} ms",
        flush=True,
    )
    return bool(value <= BOUNDS[times])


def _cold(browser: Any, base: str, text: str) -> float:
    """Return the ms from opening the box, with a text already in it, to the first result."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + START["he"])
    page.wait_for_timeout(300)
    value = page.evaluate(searching.COLD, text)
    context.close()
    return float(value)
