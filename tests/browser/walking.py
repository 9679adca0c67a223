"""Opening pages of the site from a server and from a disk, with an eye on what may never happen there."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

from playwright.sync_api import Browser, BrowserContext, Page

from kb.offline import archive

# One page of every kind.
KINDS = (
    "", "course/", "course/04-coaching-and-its-models/", "guide/introduction/", "issues/vision/",
    "cases/moshe/", "ethics/", "ethics/code/", "ethics/boundaries/", "ethics/situations/talks-of-dying/",
    "exercises/", "exercises/smart-goal/", "workshops/", "workshops/ethics-clinic/", "workshops/facilitator/",
    "reference/glossary/", "reference/references/", "reference/privacy/", "contribute/checks/",
)  # fmt: skip
PREFIX = "forbidden: "
LISTEN = f"""document.addEventListener("securitypolicyviolation", (event) =>
  console.log(`{PREFIX}${{event.effectiveDirective}} ${{event.blockedURI}} ${{event.sourceFile}}`));"""


def unpacked(site: Path, folder: Path) -> Path:
    """Unpack the site's copy for a disk into a folder and return where its pages are."""
    with ZipFile(io.BytesIO(archive.pack(site, "kb", ""))) as packed:
        packed.extractall(folder)
    return folder / "kb"


@dataclass
class Walk:
    """A visit. root: the site's address, or its copy's on a disk; faults: what may never be."""

    root: str
    context: BrowserContext
    faults: list[str] = field(default_factory=list)

    @property
    def on_disk(self) -> bool:
        return self.root.startswith("file:")

    def address(self, path: str) -> str:
        """Return where a page is; path: as on the site, with what it asks and names."""
        at = min(path.find(sign) % (len(path) + 1) for sign in "?#")
        folder, rest = path[:at], path[at:]
        index = "index.html" if self.on_disk and folder[-1:] in ("", "/") else ""
        return f"{self.root}{folder}{index}{rest}"

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.goto(self.address(path))
        return page

    def end(self) -> None:
        """Close all pages; fail on anything forbidden, an error, a foreign request or a cookie."""
        pages = [page for page in self.context.pages if page.url.startswith(self.root)]
        cookies = [page.evaluate("document.cookie") for page in pages]
        kept = self.context.cookies()
        self.context.close()
        assert self.faults == []
        assert ("".join(cookies), kept) == ("", [])


def walk(browser: Browser, root: str, **options: object) -> Walk:
    """Begin a visit; options are Playwright's for a context."""
    context = browser.new_context(viewport={"width": 1280, "height": 740}, **options)  # type: ignore[arg-type]
    begun = Walk(root, context)
    context.add_init_script(LISTEN)
    context.on("console", lambda said: begun.faults.append(said.text) if said.type == "error" else None)
    context.on("console", lambda said: begun.faults.append(said.text) if PREFIX in said.text else None)
    context.on("weberror", lambda error: begun.faults.append(str(error.error)))
    context.on("request", lambda asked: None if _ours(asked.url, root) else begun.faults.append(asked.url))
    return begun


def _ours(url: str, root: str) -> bool:
    viewer = ("chrome", "chrome-extension")  # the browser's own, for paper
    return url.startswith(root) or urlsplit(url).scheme in ("data", "blob", "about", *viewer)
