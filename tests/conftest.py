"""Tiny real projects to try things on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import policy
from support import Edit, make_small


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the site is published, and what has been checked, are for each test to say."""
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv(policy.CHECKED, raising=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A complete, faultless project in a folder of its own."""
    return make_small(tmp_path)


@pytest.fixture
def edit(small: Path) -> Edit:
    """Replace a text in a file of the small project; the old text must be there."""

    def replace(path: str, old: str, new: str) -> None:
        file = small / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace
