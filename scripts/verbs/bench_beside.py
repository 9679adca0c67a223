"""bench weight, second table: a first visit to the same page, ours beside stock Material and Starlight."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kb import packed
from kb.budget import BUDGET
from verbs import bench_lighthouse, benchsite, starlight
from verbs.serving import hosted

PAGE: Final = "guide/support-model/"
KINDS: Final = ("html", "css", "js", "rest")
TYPES: Final = {"document": "html", "stylesheet": "css", "script": "js"}
Build = Callable[[Path, Path], None]
Row = dict[str, float]


def show(root: Path, folder: Path, ours: Path, build: Build) -> None:
    """Print the table. ours: our built site; build: (configuration, site)."""
    sites = {"ours": ours, "Material": folder / "material"}
    build(benchsite.bare(root, folder / "bare"), sites["Material"])
    found = starlight.build(root, folder / "starlight")
    if isinstance(found, Path):
        sites["Starlight"] = found
    else:
        print(f"Starlight is left out: {found}")
    rows: dict[tuple[str, str], Row] = {}
    for name, site in sites.items():
        packed.pack(site)
        rows |= {(name, lang): row for lang, row in _measured(name, site)}
    print(f"{PAGE} at a first visit, in a browser; 'else': requests to other servers, refused")
    print(table(rows))


def _measured(name: str, site: Path) -> Iterator[tuple[str, Row]]:
    """Yield each language with what a first visit sends, and with scores where Lighthouse is."""
    lighthouse = bench_lighthouse.tool()
    with hosted(site) as address:
        pages = {lang: f"{address}{start}{PAGE}" for lang, start in bench_lighthouse.ROOTS.items()}
        sent = {lang: visit(page, address) for lang, page in pages.items()}
        scores: dict[str, Mapping[str, float]] = {}
        if isinstance(lighthouse, str):
            print(f"No scores of {name}: {lighthouse}")
        else:
            keyed = {(name, lang): page for lang, page in pages.items()}
            scores = {lang: row for (_, lang), row in bench_lighthouse.medians(lighthouse, keyed)}
    for lang, row in sent.items():
        yield lang, {**row, **scores.get(lang, {})}


def visit(page: str, address: str) -> Row:
    """Return what a fresh browser asks for at a page: requests, bytes by kind, requests elsewhere."""
    from playwright.sync_api import sync_playwright

    row: Row = dict.fromkeys(("requests", *KINDS, "else"), 0)

    def came(request: Any) -> None:
        if request.url.startswith(address):
            row["requests"] += 1
            row[TYPES.get(request.resource_type, "rest")] += request.sizes()["responseBodySize"]

    def asked(route: Any) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            row["else"] += 1
            route.abort()

    with sync_playwright() as playwright:
        chromium = os.environ.get("KB_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page()
        finished: list[Any] = []
        opened.on("requestfinished", lambda request: finished.append(request))
        opened.route("http*://**/*", asked)
        opened.goto(page)
        opened.wait_for_load_state("networkidle")
        for request in finished:
            came(request)
        browser.close()
    return row


def table(rows: Mapping[tuple[str, str], Row]) -> str:
    """Return the rows as lines of text; bytes as kB, scores where there are some."""
    heads = "".join(f"{kind:>7}" for kind in KINDS) + f"{'else':>6}"
    lines = [f"{'site':10} {'':2}  requests     kB{heads}" + "".join(f"{name:>16}" for name in BUDGET.scores)]
    for (site, lang), row in rows.items():
        sizes = "".join(f"{row[kind] / 1000:7.1f}" for kind in KINDS)
        total = sum(row[kind] for kind in KINDS) / 1000
        scores = "".join(f"{row[name]:16.0f}" if name in row else f"{'-':>16}" for name in BUDGET.scores)
        lines.append(
            f"{site:10} {lang}  {row['requests']:8.0f} {total:6.1f}{sizes}{row['else']:6.0f}{scores}"
        )
    return "\n".join(lines)
