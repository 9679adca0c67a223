"""Packed copies: beside every text, the same each time, none that saves nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from kb import packed

TEXT = "שלום, " * 200


def test_copies_stand_beside_the_texts(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "short.js").write_text("a()", encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"0" * 500)
    assert packed.pack(tmp_path) == 1
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert names == ["en/index.html", "en/index.html.br", "en/index.html.gz", "font.woff2", "short.js"]
    data = TEXT.encode()
    assert brotli.decompress((tmp_path / "en/index.html.br").read_bytes()) == data
    assert gzip.decompress((tmp_path / "en/index.html.gz").read_bytes()) == data


def test_the_same_text_packs_to_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        (folder / "x.css").write_text(TEXT, encoding="utf-8")
        packed.pack(folder)
        made.append([(folder / f"x.css{end}").read_bytes() for end in (".br", ".gz")])
    assert made[0] == made[1]
