"""A built site -> its _headers file, which static hosts (Netlify, Cloudflare Pages) send headers by.

Where two rules of the file fit one address, hosts send both values; so each header of an address comes
from one rule: what protects from the first, how long a copy may be kept from one of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kb import joining, packed
from kb.protection import directives

NAME: Final = "_headers"
# Asked again at every visit, answered "as before" where nothing changed.
ASK: Final = "no-cache"
# The name says what is in the file: another content is another name.
FOR_EVER: Final = "public, max-age=31536000, immutable"
HASHED: Final = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:css|js)$")
ASSETS: Final = "assets"
# Switched off, so that no script could ask for it, whoever wrote it. Full screen and the clipboard stay.
REFUSED: Final = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi", "payment", "usb",
)  # fmt: skip
POLICY: Final = "Content-Security-Policy"
PROTECTION: Final = {
    POLICY: directives.in_headers(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": directives.REFERRER,
    "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED),
    # Windows of other sites have no hold of ours. The trainer's screen is an empty window of our own.
    "Cross-Origin-Opener-Policy": "same-origin",
}
COMMENT: Final = "# Made by build, see scripts/kb/protection. The policy is the one that every page says."


def write(site: Path) -> None:
    """Write the file into a built site; to be called when all its other files are there. Raises OSError.

    The policy is told only of a site whose pages say it: other templates may need what it forbids.
    """
    home = site / "index.html"
    said = home.is_file() and POLICY.encode() in home.read_bytes()
    protection = {name: value for name, value in PROTECTION.items() if said or name != POLICY}
    rules = [("/*", protection), *((path, {"Cache-Control": kept}) for path, kept in caching(site))]
    lines = [COMMENT]
    for path, headers in rules:
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    (site / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def caching(site: Path) -> list[tuple[str, str]]:
    """Return (address, or folder with a * for what is in it; how it may be kept), in order of addresses.

    What is left out a host treats as it does by itself: both ask again, too.
    """
    return sorted([("/", ASK), *_top(site), *_assets(site / ASSETS)])


def _top(site: Path) -> Iterator[tuple[str, str]]:
    for path in site.iterdir():
        if path.is_dir() and path.name != ASSETS:
            yield f"/{path.name}/*", ASK
        elif path.is_file() and path.suffix not in packed.WAYS and path.name != NAME:
            yield f"/{path.name}", ASK


def _assets(assets: Path) -> Iterator[tuple[str, str]]:
    for folder in assets.iterdir() if assets.is_dir() else ():
        hashed = (
            [path.name for path in folder.iterdir() if HASHED.search(path.name)] if folder.is_dir() else []
        )
        at = f"/{ASSETS}/{folder.name}"
        if at == f"/{joining.FOLDER}":
            yield f"{at}/*", FOR_EVER
        elif hashed:  # some of the theme's files are named so, and others are not
            yield from ((f"{at}/{name}", FOR_EVER) for name in hashed)
        elif folder.is_dir():
            yield f"{at}/*", ASK
