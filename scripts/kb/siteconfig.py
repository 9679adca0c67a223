"""mkdocs.yml as plain data: the settings that our own stages share with MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kb.datafile import Loader, parse_yaml, read_text
from kb.findings import Finding

CONFIG = "mkdocs.yml"
EXTENSION = "kb.worksheet.blocks"


class _SiteLoader(Loader):
    """Reads mkdocs.yml without running its tags."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return the default of `!ENV [NAME, default]`: our stages print for the published site."""
    if isinstance(node, yaml.SequenceNode):
        values = loader.construct_sequence(node)
        return values[-1] if len(values) > 1 else None
    return None


def _unknown(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> str:
    """Return a tag of MkDocs that we do not read, as the name it carries."""
    return tag


_SiteLoader.add_constructor("!ENV", _environment)
_SiteLoader.add_multi_constructor("!", _unknown)
_SiteLoader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)


def read(root: Path) -> tuple[dict[str, Any], list[Finding]]:
    """Return mkdocs.yml below `root` as plain data ({} if it cannot be read), and what is wrong with it."""
    text, found = read_text(root / CONFIG, CONFIG)
    if found:
        return {}, found
    data, found = parse_yaml(text, CONFIG, loader=_SiteLoader)
    return (data.value if isinstance(data.value, dict) else {}), found


def site_config(root: Path) -> dict[str, Any]:
    """Return mkdocs.yml below `root` as plain data."""
    return read(root)[0]


def markdown_extensions(config: Mapping[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """Return the Markdown extensions of mkdocs.yml and their settings, ours included."""
    names: list[str] = []
    settings: dict[str, Any] = {}
    for item in config.get("markdown_extensions", []):
        name, values = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        names.append(name)
        settings[name] = values or {}
    return [*names, EXTENSION], settings


def site_address(config: Mapping[str, Any]) -> str:
    """Return the address the site is made for, ending in a slash; SITE_URL in the environment wins."""
    return _closed(os.environ.get("SITE_URL") or written_address(config))


def written_address(config: Mapping[str, Any]) -> str:
    """Return the address of the site that mkdocs.yml writes, ending in a slash; "" for none."""
    return _closed(str(config.get("site_url") or ""))


def _closed(address: str) -> str:
    return address if address.endswith("/") or not address else f"{address}/"


def site_name(config: Mapping[str, Any], lang: str) -> str:
    """Return the site's name in a language, as the i18n plugin has it."""
    for plugin in config.get("plugins") or ():
        languages = plugin.get("i18n", {}).get("languages", ()) if isinstance(plugin, dict) else ()
        for language in languages:
            if language.get("locale") == lang and language.get("site_name"):
                return str(language["site_name"])
    return str(config.get("site_name", ""))
