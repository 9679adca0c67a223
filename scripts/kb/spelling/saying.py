"""Advice -> text for a terminal, rows for JSON, notices for GitHub, and a closing line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.spelling.advice import NEAR_FOR, Advice
from kb.spelling.wordlist import FILE

RULE = "spelling"
TAKE_OUT = "take the line out"


def message(advice: Advice) -> str:
    """Return the word, and of a listed one what is odd about it."""
    return f"{advice.word} {advice.remark}." if advice.remark else f"{advice.word}."


def perhaps(advice: Advice) -> str:
    """Return what may be done or may have been meant, "" if nothing comes near."""
    if advice.remark:
        return f"Perhaps: {TAKE_OUT}."
    return f"Perhaps: {', '.join(advice.perhaps)}." if advice.perhaps else ""


def as_text(found: Iterable[Advice]) -> str:
    """Return one line a word: `path:line: spelling: word. Perhaps: a, b.`"""
    return "\n".join(f"{f'{a.path}:{a.line}' if a.line else a.path}: {RULE}: {_sentences(a)}" for a in found)


def as_rows(found: Iterable[Advice]) -> list[dict[str, Any]]:
    """Return the advice as the rows of findings are, marked as advice."""
    return [
        {
            "path": a.path,
            "line": a.line,
            "rule": RULE,
            "message": message(a),
            "fix": perhaps(a),
            "advice": True,
        }
        for a in found
    ]


def as_github(found: Iterable[Advice]) -> str:
    """Return GitHub workflow commands, one notice a word."""
    return "\n".join(
        f"::notice file={a.path}{f',line={a.line}' if a.line else ''},title={RULE}::{_sentences(a)}"
        for a in found
    )


def summary(found: list[Advice]) -> str:
    """Return the closing line: how many words to look at, in how many files."""
    if not found:
        return "Spelling: no advice."
    words, files = len(found), len({a.path for a in found})
    counted = f"{words} word{'s' * (words != 1)} to look at in {files} file{'s' * (files != 1)}"
    lists = f"A word that is right goes into {FILE.format('he')} or {FILE.format('en')}."
    many = len({advice.word for advice in found if not advice.remark}) > NEAR_FOR
    short = f" Near words are shown for the first {NEAR_FOR} only, since they take a while." if many else ""
    return f"Spelling: {counted}. {lists}{short}"


def _sentences(advice: Advice) -> str:
    return " ".join(filter(None, (message(advice), perhaps(advice))))
