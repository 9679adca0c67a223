"""new: a correct bilingual skeleton of an exercise, a case, a workshop or a page."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from kb import content, kept, skeletons

PART = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the files of a skeleton, or none at all; 2 if the slug is malformed or taken."""
    pattern = rf"{PART}(?:/{PART})+" if options.kind == "page" else PART
    if not re.fullmatch(pattern, options.slug):
        wanted = "a folder and a name, like guide/my-page" if options.kind == "page" else "like my-exercise"
        print(
            f"{options.slug} is no address: small ASCII letters, digits and hyphens, {wanted}.",
            file=sys.stderr,
        )
        return 2
    name = f"{options.slug if options.kind == 'page' else f'{options.kind}s/{options.slug}/index'}.md"
    made = skeletons.files(options.kind, options.slug)
    taken = [path for path in made if (root / path).exists()] or _same_address(root, name)
    if taken:
        print(f"{taken[0]} exists already.", file=sys.stderr)
        return 2
    for path, text in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(f"made {path}")
    print(f"Now add it to nav in mkdocs.yml:  - {name}")
    if (root / kept.FILE).exists():
        print(f"and to addresses in {kept.FILE}:  - {content.address_of(name)}")
    return 0


def _same_address(root: Path, name: str) -> list[str]:
    """Return the files that are published where a new page would be: guide/x.md and guide/x/index.md."""
    pages = content.load(root).pages
    return [page.path for page in pages if page.address == content.address_of(name)]
