"""What stands on the terminal."""

from __future__ import annotations

import io
import sys

import pytest

from kb.bidi import LRM, PDF, RLE
from support import ROOT
from verbs import terminal


class Screen(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (terminal.SETTING, "WT_SESSION", "TERM_PROGRAM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "60")


@pytest.mark.parametrize(
    ("variables", "who"),
    [
        ({}, "terminal"),
        ({"TERM": "xterm-256color"}, "terminal"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "terminal"),
        ({"WT_SESSION": "1"}, "program"),
        ({"WT_SESSION": "1", "TERM_PROGRAM": "mintty"}, "terminal"),
        ({"TERM_PROGRAM": "vscode"}, "program"),
        ({"TERM": "linux"}, "program"),
        ({"WT_SESSION": "1", "KB_HEBREW": "plain"}, "plain"),
        ({"KB_HEBREW": "program"}, "program"),
        ({"KB_HEBREW": "nonsense"}, "terminal"),
    ],
)
def test_who_orders_hebrew(variables: dict[str, str], who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal.orders_hebrew() == who


def test_what_is_piped_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setenv("WT_SESSION", "1")
    assert terminal.line("a: שלום: 5") == "a: שלום: 5"
    assert list(terminal.paragraph("מילה " * 30, "- ")) == [f"- {'מילה ' * 30}"]


def test_lines_and_paragraphs_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())
    assert terminal.line("a: שלום: 5") == f"a: שלום{LRM}: 5"
    assert list(terminal.paragraph(" ".join(["מילה"] * 15), "- ")) == [
        f"- {RLE}{' '.join(['מילה'] * 11)}{PDF}{LRM}",
        f"- {RLE}{' '.join(['מילה'] * 4)}{PDF}{LRM}",
    ]
    monkeypatch.setenv("KB_HEBREW", "program")
    assert list(terminal.paragraph("אב גד", "- ")) == ["- דג בא"]
    assert list(terminal.paragraph("Latin (only)", "- ")) == ["- Latin (only)"]
    assert list(terminal.paragraph("", "- ")) == ["- "]


def test_output_is_utf8_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    terminal.speak_utf8()
    print("שלום", flush=True)
    assert raw.getvalue().decode("utf-8").strip() == "שלום"
    assert 'PYTHONUTF8": "1"' in (ROOT / "scripts" / "run.py").read_text(encoding="utf-8")
