"""mkdocs.yml as plain data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import siteconfig
from kb.findings import Finding

TEXT = """\
site_name: אתר
site_url: !ENV [SITE_URL, "https://example.org/"]
copyright: !ENV NOTICE
edit_uri: !ENV [A, B]
markdown_extensions:
  - attr_list
  - toc: {permalink: false}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - tables:
plugins:
  - search
  - i18n:
      languages:
        - {locale: he, name: עברית}
        - {locale: en, name: English, site_name: A site}
extra: !relative x
"""


def write(folder: Path, text: str | bytes) -> Path:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "mkdocs.yml").write_bytes(data)
    return folder


def test_settings_are_read_without_running_their_tags(tmp_path: Path) -> None:
    config, faults = siteconfig.read(write(tmp_path, TEXT))
    assert faults == []
    assert (config["site_name"], config["site_url"]) == ("אתר", "https://example.org/")
    assert (config["copyright"], config["edit_uri"]) == (None, "B")


def test_extensions_are_those_of_mkdocs_and_ours(tmp_path: Path) -> None:
    names, settings = siteconfig.markdown_extensions(siteconfig.site_config(write(tmp_path, TEXT)))
    assert names == ["attr_list", "toc", "pymdownx.emoji", "tables", "kb.worksheet.blocks"]
    assert (settings["toc"], settings["tables"], settings["attr_list"]) == ({"permalink": False}, {}, {})


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", []),
        ("- a\n", []),
        ("a: [\n", [Finding("mkdocs.yml", 2, "yaml", "expected the node content, but found '<stream end>'")]),
        (b"a: \xe0\n", [Finding("mkdocs.yml", 1, "encoding", "")]),
    ],
)
def test_settings_that_are_none(text: str | bytes, faults: list[Finding], tmp_path: Path) -> None:
    assert siteconfig.read(write(tmp_path, text)) == ({}, faults)


@pytest.mark.parametrize(
    ("given", "published", "address"),
    [
        ({}, "", ""),
        ({"site_url": "https://example.org"}, "", "https://example.org/"),
        ({"site_url": "https://example.org/sub/"}, "", "https://example.org/sub/"),
        ({"site_url": "https://example.org/"}, "https://coaching.example/x", "https://coaching.example/x/"),
    ],
)
def test_the_address_the_site_is_made_for(
    given: dict[str, str], published: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if published:
        monkeypatch.setenv("SITE_URL", published)
    assert siteconfig.site_address(given) == address


def test_the_name_of_the_site_in_a_language(tmp_path: Path) -> None:
    config = siteconfig.site_config(write(tmp_path, TEXT))
    assert [siteconfig.site_name(config, lang) for lang in ("he", "en")] == ["אתר", "A site"]
    assert siteconfig.site_name({}, "he") == ""
