"""Tiny real projects to try things on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from kb import content, stamps

SMALL = ROOT / "tests" / "sites" / "small"


def make_small(folder: Path) -> Path:
    """Copy the small project, stamped and with our hooks, and return its root."""
    root = folder / "project"
    shutil.copytree(SMALL, root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    hooks = (ROOT / "scripts" / "hooks.py").as_posix()
    config.write_text(text.replace("HOOKS", hooks), encoding="utf-8")
    project = content.load(root)
    for page in project.pages:
        if page.lang != "he":
            stamps.accept(root, page, project)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A complete, faultless project in a folder of its own."""
    return make_small(tmp_path)


Edit = Callable[[str, str, str], None]


@pytest.fixture
def edit(small: Path) -> Edit:
    """Replace a text in a file of the small project; the old text must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = small / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace
