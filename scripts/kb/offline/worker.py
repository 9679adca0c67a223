"""A built site -> its service worker: the script, the version it belongs to, and what it fetches first."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from kb import policy, sitefiles

NAME: Final = "sw.js"
SCRIPT: Final = Path(__file__).with_name("worker.js")
VERSION_LENGTH: Final = 16


def write(site: Path) -> None:
    """Write the worker of a built site into it; to be called when all else is there. Raises OSError."""
    script = SCRIPT.read_text(encoding="utf-8")
    script = script.replace("@VERSION@", version(site)).replace('["@SHELL@"]', json.dumps(shell(site)))
    (site / NAME).write_text(script, encoding="utf-8", newline="\n")


def version(site: Path) -> str:
    """Return a hash of everything that is published: another site is another version."""
    total = hashlib.sha256()
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        if path.is_file() and path != site / NAME:
            total.update(f"{path.relative_to(site).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:VERSION_LENGTH]


def shell(site: Path) -> list[str]:
    """Return the home pages, and what they are made of, as addresses below the site's root."""
    built = sitefiles.Site(site, "", set(), {}, {})
    found: dict[str, None] = {}
    for lang in policy.LANGUAGES:
        address = "" if lang == policy.SOURCE_LANGUAGE else f"{lang}/"
        home = site / address / "index.html"
        if not home.is_file():
            continue
        found[address or "./"] = None
        for used in sitefiles.read_page(home, f"{address}index.html").references:
            located = built.locate(f"{address}index.html", used.url) if used.fetched else None
            if located and (site / located[0]).is_file():
                found[located[0]] = None
    return list(found)
