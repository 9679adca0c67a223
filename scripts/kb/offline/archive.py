"""A built site -> the zip of its offline copy, and the pages that offer it."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kb.offline import links, notice

FOLDER: Final = "download"
# What only a server, a search engine, who shows a link or a developer asks for, and the theme's own
# search, which ours has replaced.
LEFT_OUT: Final = (
    f"{FOLDER}/*", "cards/*", "404.html", "sitemap.xml", "*.gz", "*.br", "*.map", "_headers", "sw.js",
    "assets/javascripts/lunr/*", "assets/javascripts/workers/*",
)  # fmt: skip
# A zip knows no time before this one; the same site is the same bytes whenever it is packed.
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE: Final = 0o644 << 16
UNIX: Final = 3


def publish(site: Path, name: str, base: str) -> Path:
    """Pack a built site into its own download folder, offer it on the pages that ask, return the zip.

    name: what the site is called, in Latin letters; base: its address on the web, ending in a slash,
    or "". Packing comes first: a copy does not offer itself. Raises OSError.
    """
    data = pack(site, slug(name), base)
    place = site / FOLDER / f"{slug(name)}.zip"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)
    target = place.relative_to(site).as_posix()
    for path in sorted(site.rglob("*.html")):
        html = path.read_bytes().decode("utf-8")
        if notice.PLACE.search(html):
            here = path.relative_to(site).parent.as_posix()
            path.write_bytes(notice.offered(html, posixpath.relpath(target, here), len(data)).encode("utf-8"))
    return place


def pack(site: Path, folder: str, base: str) -> bytes:
    """Return the zip of a site's copy, all in one folder; the same site gives the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _files(site):
            uri = path.relative_to(site).as_posix()
            data = path.read_bytes()
            if uri.endswith(".html"):
                data = copied(data.decode("utf-8"), uri, base).encode("utf-8")
            entry = ZipInfo(f"{folder}/{uri}", NO_TIME)
            entry.create_system, entry.external_attr, entry.compress_type = UNIX, PLAIN_FILE, ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def copied(html: str, uri: str, base: str) -> str:
    """Return a page as it stands in the copy. uri: its file below the site's root; base: as in publish."""
    return links.to_files(notice.within(html, base and base + uri.removesuffix("index.html")))


def slug(name: str) -> str:
    """Return a name as a file can be called on any system: small Latin letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "site"


def _files(site: Path) -> Iterator[Path]:
    """Yield the files of the copy in the order of their names, the same on every system."""
    for path in sorted(site.rglob("*"), key=lambda path: path.relative_to(site).as_posix()):
        uri = path.relative_to(site).as_posix()
        if path.is_file() and not any(fnmatch(uri, pattern) for pattern in LEFT_OUT):
            yield path
