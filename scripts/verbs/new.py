"""new: a correct bilingual skeleton of an exercise, a case or a page."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from kb import skeletons

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
    made = skeletons.files(options.kind, options.slug)
    taken = [path for path in made if (root / path).exists()]
    if taken:
        print(f"{taken[0]} exists already.", file=sys.stderr)
        return 2
    for path, text in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(f"made {path}")
    name = options.slug if options.kind == "page" else f"{options.kind}s/{options.slug}/index"
    print(f"Now add it to nav in mkdocs.yml:  - {name}.md")
    return 0
