"""Projects made up for measuring: the real pages without our hooks, and many pages in sections."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from kb import content, stamps
from kb.siteconfig import site_config

PAGE = """\
---
title: {title}
description: {description}
---
{opening}

## {first} {{ #first }}

{text}

## {second} {{ #second }}

{text}

- [{next}]({next}.md#first)
- [{first}](#second)

/// write | {first}
    id: answer
    lines: 3
///
"""
WORDS = {
    "he": {
        "opening": "פסקה ראשונה של עמוד שנוצר לצורך מדידה.",
        "first": "שאלה ראשונה?",
        "second": "שאלה שנייה?",
        "description": "עמוד שנוצר לצורך מדידה בלבד ואינו חלק מן האתר עצמו, בעברית.",
        "text": "מלווים שואלים, מקשיבים ורושמים. " * 30,
    },
    "en": {
        "opening": "The first paragraph of a page made up for measuring.",
        "first": "A first question?",
        "second": "A second question?",
        "description": "A page made up for measuring only, no part of the site itself, in English.",
        "text": "Staff ask, listen and write things down. " * 30,
    },
}
SECTION = 20


def bare(root: Path, folder: Path) -> Path:
    """Copy the real pages into a project of MkDocs, Material and static-i18n alone."""
    project = content.load(root)
    for page in project.pages:
        path = folder / "docs" / page.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (root / page.path).read_text(encoding="utf-8")
        # The bare theme has no template of ours.
        path.write_text(re.sub(r"(?m)^template: .*\n", "", text), encoding="utf-8", newline="\n")
    config = site_config(root)
    plain = {key: config[key] for key in ("site_name", "site_url", "nav", "markdown_extensions")}
    plain["theme"] = {"name": "material", "language": "he", "features": config["theme"].get("features", [])}
    # A bare Material site has its own search; ours stands in its place.
    plain["plugins"] = ["search", *config["plugins"]]
    plain["validation"] = config["validation"]
    return _write_config(folder, plain)


def many(root: Path, folder: Path, pages: int) -> Path:
    """Make a project of our own kind with `pages` pages in each language, in sections of 20."""
    sections: list[Any] = ["index.md"]
    for index in range(pages):
        section = f"part{index // SECTION + 1}"
        name = f"page{index + 1}"
        following = f"page{index + 2}" if (index + 1) % SECTION and index + 1 < pages else name
        _write_page(folder / "docs" / section, name, following)
        if index % SECTION == 0:
            sections.append({section: []})
        sections[-1][section].append(f"{section}/{name}.md")
    _write_page(folder / "docs", "index", "index")
    config = site_config(root)
    config.update(nav=sections, docs_dir="docs", watch=[], exclude_docs="")
    config["hooks"] = [str(root / "scripts" / "hooks.py")]
    config["theme"]["custom_dir"] = str(root / "overrides")
    path = _write_config(folder, config)
    project = content.load(folder)
    for page in project.pages:
        if page.lang != "he":
            stamps.accept(folder, page, project)
    return path


def _write_page(folder: Path, name: str, following: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for lang, words in WORDS.items():
        text = PAGE.format(title=name, next=following, **words)
        (folder / f"{name}.{lang}.md").write_text(text, encoding="utf-8", newline="\n")


def _write_config(folder: Path, config: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "mkdocs.yml"
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
