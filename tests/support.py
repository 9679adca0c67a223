"""What several test files use: where the project is, and tiny real projects to try things on."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import rjsmin
from playwright.sync_api import Page

from kb import content, stamps

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "sites" / "small"


def blank_pdf() -> bytes:
    """Return a PDF of one empty sheet: the same bytes every time."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, deterministic_id=True)
    return out.getvalue()


BLANK_PDF = blank_pdf()

# Replace a text in a file of the small project: (path, old, new).
Edit = Callable[[str, str, str], None]
# Open an address of the real site: (path, width=..., Playwright's options).
Open = Callable[..., Page]


def make_small(folder: Path) -> Path:
    """Copy the small project, stamped and with our hooks, and return its root."""
    root = folder / "project"
    shutil.copytree(SMALL, root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    hooks = (ROOT / "scripts" / "hooks.py").as_posix()
    config.write_text(text.replace("HOOKS", hooks), encoding="utf-8")
    project = content.load(root)
    for page in project.pages:
        if page.lang != "he":
            stamps.accept(root, page, project)
    return root


def until(page: Page, script: str, wanted: Callable[[Any], bool] = bool, arg: object = None) -> None:
    """Wait until what a script says, or promises, is as wanted.

    Playwright's wait_for_function reads its text with eval, which the policy of our pages forbids, and takes
    a promise for the answer.
    """
    for _ in range(200):
        if wanted(page.evaluate(script, arg)):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never so: {script}")


def scripts_of(page: Page) -> list[str]:
    """Return the names of our scripts that an open page runs, in order: they come joined in one file."""
    script = page.evaluate(
        "Promise.all([...document.querySelectorAll('script[defer]')]"
        ".map(async script => (await fetch(script.src)).text())).then(texts => texts.join(''))"
    )
    folder = ROOT / "overrides/assets/behaviour"
    sources = {path.stem: rjsmin.jsmin(path.read_text(encoding="utf-8")) for path in folder.glob("*.js")}
    there = {name: script.index(text) for name, text in sources.items() if text in script}
    return sorted(there, key=lambda name: there[name])
