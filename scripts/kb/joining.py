"""A page's many style sheets and scripts -> few files, made when the site is built.

The templates name every source by itself, each where it is needed; here the names that a page of HTML
came out with are read, and one file takes the place of several: the styles of every page, the further
styles of this page, its scripts that wait for the page. A file is named after what is in it, so the same
sources always give the same name, and a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import rcssmin
import rjsmin

from kb import trimming
from kb.sitefiles import CSS_URL

FOLDER: Final = "assets/joined"
STYLE: Final = re.compile(r'<link rel="stylesheet" href="((?:\.{1,2}/|/)[^"]*?|)(assets/[^"]+\.css)">\s*')
SCRIPT: Final = re.compile(
    r'<script defer src="((?:\.{1,2}/|/)[^"]*?|)(assets/[^"]+\.js)"((?:\s+[\w-]+="[^"]*")*)\s*></script>\s*'
)
# Scripts that another script fetches when they are needed: a browser leaves this type alone.
LATER: Final = re.compile(
    r'<script type="kb/later" src="((?:\.{1,2}/|/)[^"]*?|)(assets/[^"]+\.js)"()></script>\s*'
)
# Read before all else, or only by paper, or when the search is opened: files of their own, made small.
BY_THEMSELVES: Final = ("assets/behaviour/kb.js", "assets/styles/print.css", "assets/search")
# The theme's own styles.
THEME: Final = "assets/stylesheets/main."
ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
# The last of the styles that stand on every page; these are a file of their own, which all pages share.
SHARED_TO: Final = "assets/styles/blocks.css"
# What is right in a file of its own and wrong, or useless, in the middle of another.
ALONE: Final = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=[^*]*\*/')


class Unjoinable(Exception):
    """Sources that cannot stand in one file; the message names the page or file, and why."""


class Joiner:
    """The joined files of one build. `folders` are the theme's, the one that wins first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = [*folders]
        self.files: dict[str, str] = {}  # path below the site's root -> text
        self._made: dict[tuple[str, ...], str] = {}  # sources -> path

    def page(self, text: str, name: str) -> str:
        """Return a page's HTML with joined files in place of their sources. Raises Unjoinable.

        name: how to call the page in a message. Joined scripts keep the attributes of all, which they
        read of the one element they came with; two that differ cannot be kept. Nor may a page use a
        class whose styles are left out. A page without our styles stays as it is.
        """
        styles = list(STYLE.finditer(text))
        ends = [at for at, found in enumerate(styles, 1) if found[2] == SHARED_TO]
        if not ends:
            return text
        if unstyled := trimming.used(text):
            raise Unjoinable(f"{name}: the class {unstyled} has no styles; see scripts/kb/trimming.py.")
        shared, own = styles[: ends[0]], styles[ends[0] :]
        tags: list[tuple[Sequence[re.Match[str]], str]] = []
        for part, title in ((shared, "shared"), (own, "page")):
            if part:
                tags.append((part, f'<link rel="stylesheet" href="{self._address(part, title, "css")}">\n'))
        if scripts := list(SCRIPT.finditer(text)):
            attributes = _attributes(scripts, name)
            src = self._address(scripts, "page", "js")
            tags.append((scripts, f'<script defer src="{src}"{attributes}></script>\n'))
        if later := list(LATER.finditer(text)):
            src = self._address(later, "later", "js")
            tags.append((later, f'<script type="kb/later" src="{src}"></script>\n'))
        return _replaced(text, tags)

    def write(self, site: Path) -> None:
        """Write what the pages so far came to need into the built site, and forget it."""
        for path, text in sorted(self.files.items()):
            place = site / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
        self.files.clear()
        self._made.clear()
        for place in _by_themselves(site):
            text = place.read_text(encoding="utf-8")
            place.write_text(_small(text, place.suffix), encoding="utf-8", newline="\n")

    def _address(self, found: Sequence[re.Match[str]], title: str, suffix: str) -> str:
        """Return the address, for the page the sources were found on, of the file they make together."""
        sources = tuple(match[2] for match in found)
        if sources not in self._made:
            text = "".join(self._source(source) for source in sources)
            mark = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
            path = f"{FOLDER}/{title}.{mark}.{suffix}"
            self._made[sources], self.files[path] = path, text
        return found[0][1] + self._made[sources]

    def _source(self, source: str) -> str:
        """Return a source's text as it may stand among others: its addresses lead where they led."""
        path = next((at for folder in self.folders if (at := folder / source).is_file()), None)
        if path is None:
            raise Unjoinable(f"{source}: a template names it, and no folder of the theme has it.")
        text = ALONE.sub("", path.read_text(encoding="utf-8"))
        if source.endswith(".js"):
            return f"{_small(text, '.js')}\n;\n"
        if "@import" in text:
            raise Unjoinable(f"{source}: @import is not read in the middle of a file.")
        text = _small(CSS_URL.sub(lambda match: _moved(match, source), text), ".css")
        return (trimming.trim(text) if source.startswith(THEME) else text) + "\n"


def _small(text: str, suffix: str) -> str:
    """Return a script or style sheet without comments and needless blanks."""
    return str(rjsmin.jsmin(text) if suffix == ".js" else rcssmin.cssmin(text))


def _by_themselves(site: Path) -> list[Path]:
    """Return the files of the built site that are made small where they are, none of somebody else's,
    whose licence must stay with it."""
    found = [site / name for name in BY_THEMSELVES]
    files = [*found, *(path for folder in found for path in folder.rglob("*"))]
    ours = (path for path in files if path.is_file() and path.parent.name != "vendor")
    return sorted(path for path in ours if path.suffix in (".css", ".js"))


def _moved(match: re.Match[str], source: str) -> str:
    """Return a url() of a style sheet as it must read from the folder of the joined files."""
    url = (match[1] or "").strip()
    if not url or re.match(r"[a-z]+:|[/#]", url, re.IGNORECASE):
        return match[0]
    target = posixpath.join(posixpath.dirname(source), url)
    return f'url("{posixpath.relpath(target, FOLDER)}")'


def _attributes(scripts: Sequence[re.Match[str]], name: str) -> str:
    """Return the attributes of all script elements, as they are written in one."""
    out: dict[str, str] = {}
    for script in scripts:
        for key, value in ATTRIBUTE.findall(script[3]):
            if out.setdefault(key, value) != value:
                raise Unjoinable(f"{name}: two scripts say {key} differently, and are joined to one.")
    return "".join(f' {key}="{value}"' for key, value in out.items())


def _replaced(text: str, tags: Sequence[tuple[Sequence[re.Match[str]], str]]) -> str:
    """Put each tag in the place of the first of its sources, and take the others out."""
    changes = []
    for found, tag in tags:
        changes += [(m.start(), m.end(), tag if m is found[0] else "") for m in found]
    for start, end, tag in sorted(changes, reverse=True):
        text = text[:start] + tag + text[end:]
    return text
