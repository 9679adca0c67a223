"""The real pages in a project of Starlight, for measuring beside ours; needs Node and a network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import yaml

from kb import content, policy
from kb.siteconfig import site_config, site_name

# The newest pair that runs on Node 20; later ones ask for Node 22.
PACKAGES: Final = {"astro": "5.18.2", "@astrojs/starlight": "0.37.7"}
COLLECTION: Final = """\
import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""
CONFIG: Final = """\
import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ site: "https://example.org/", integrations: [starlight(%s)] });
"""
# Our own marks in Markdown: ids of headings, and the lines that open, set and close blocks.
MARKS: Final = re.compile(r"[ \t]*\{ #[\w-]+ \}|^[ \t]*///.*$", re.MULTILINE)


def build(root: Path, folder: Path) -> Path | str:
    """Write the project, install and build it; return its site, or why there is none."""
    npm = shutil.which("npm")
    if npm is None:
        return "there is no Node here"
    _write(root, folder)
    for command in (["install", "--no-audit", "--no-fund"], ["exec", "--", "astro", "build"]):
        done = subprocess.run(
            [npm, *command],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            return f"npm {command[0]} stopped: {(done.stderr or done.stdout).strip()[-300:]}"
    return folder / "dist"


def _write(root: Path, folder: Path) -> None:
    """Write settings and pages as Starlight wants them."""
    project, config = content.load(root), site_config(root)
    for page in project.pages:
        start = "" if page.lang == policy.SOURCE_LANGUAGE else page.lang
        front = {key: page.meta[key] for key in ("title", "description") if key in page.meta}
        text = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{MARKS.sub('', page.body)}"
        _file(folder / "src/content/docs" / start / page.name, text)
    sections = sorted({page.address.split("/")[0] for page in project.pages if page.address})
    options = {
        "title": {lang: site_name(config, lang) for lang in policy.LANGUAGES},
        "locales": {
            "root": {"label": "עברית", "lang": "he", "dir": "rtl"},
            "en": {"label": "English", "lang": "en"},
        },
        "sidebar": [{"label": name, "autogenerate": {"directory": name}} for name in sections],
    }
    package = {"name": "beside", "private": True, "type": "module", "dependencies": PACKAGES}
    _file(folder / "package.json", json.dumps(package))
    _file(folder / "src/content.config.ts", COLLECTION)
    _file(folder / "astro.config.mjs", CONFIG % json.dumps(options, ensure_ascii=False))


def _file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
