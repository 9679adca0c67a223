"""bench weight: what a first visit sends, by kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kb import sitefiles
from kb.budget import BUDGET
from kb.weight import KINDS, Scale, Weight
from verbs import bench_beside

# One page of each kind; its address below the root of a language.
PAGES: Final = {
    "home": "",
    "guide": "guide/support-model/",
    "case": "cases/moshe/",
    "exercise": "exercises/smart-goal/",
    "course": "course/",
    "unit": "course/06-vision-and-goals/",
    "catalogue": "exercises/",
    "finder": "ethics/",
    "situation": "ethics/situations/abuse-at-home/",
    "code": "ethics/code/",
    "workshop": "workshops/one-case/",
    "glossary": "reference/glossary/",
}
ROOTS: Final = {"he": "", "en": "en/"}
Build = Callable[[Path, Path], None]
Say = Callable[[str, float, float, str], bool]


def measure(root: Path, folder: Path, build: Build, say: Say) -> bool:
    """Print the tables and say whether the heaviest page and the most requests are within their bounds."""
    build(root / "mkdocs.yml", folder / "ours")
    ours = Scale(sitefiles.load(folder / "ours"))
    print(f"{'page':10} {'':2}  requests      kB  {''.join(f'{kind:>7}' for kind in KINDS)}")
    for name, lang, path in pages():
        weight = ours.weigh(path)
        row = "".join(f"{size / 1000:7.1f}" for size in weight.by_kind.values())
        print(f"{name:10} {lang}  {weight.requests:8}  {weight.total / 1000:6.1f}  {row}")
    bench_beside.show(root, folder, folder / "ours", build)
    return _within([ours.weigh(page) for page in content_pages(ours.site)], say)


def _within(weights: list[Weight], say: Say) -> bool:
    heavy = max(weights, key=lambda weight: weight.total)
    asks = max(weights, key=lambda weight: weight.requests)
    bound = BUDGET.bytes / 1000
    light = say("weight, heaviest page in kB", heavy.total / 1000, bound, f"{heavy.page} of {len(weights)}")
    few = say("weight, most requests", asks.requests, BUDGET.requests, asks.page)
    return light and few


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield one page of each kind in each language: (kind, language, path of its file)."""
    for name, address in PAGES.items():
        for lang, start in ROOTS.items():
            yield name, lang, f"{start}{address}index.html"


def content_pages(site: sitefiles.Site) -> list[str]:
    """Return the paths of all pages that a reader is meant to come to: not redirects, not 404."""
    return [name for name, page in site.pages.items() if name.endswith("index.html") and not page.redirect]
