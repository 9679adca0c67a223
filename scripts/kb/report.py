"""Findings -> text for a terminal, JSON for tools, annotations for GitHub. The only formatter."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from kb.findings import Finding
from kb.rulebook import RULES


def message(finding: Finding) -> str:
    """Return what is wrong as a sentence: the rule in general, then this place."""
    what = RULES[finding.rule].what
    text = f"{what}: {finding.detail}" if finding.detail else what
    return text if text.endswith("?") else f"{text}."


def unique(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings sorted by place, each once."""
    return sorted(set(findings))


def as_text(findings: Iterable[Finding]) -> str:
    """Return one line a finding: `path:line: rule: what is wrong. Fix: what to do.`"""
    rows = []
    for f in unique(findings):
        place = f"{f.path}:{f.line}" if f.line else f.path
        said = re.sub(r"\s*[\r\n]+\s*", " ", message(f))
        rows.append(f"{place}: {f.rule}: {said} Fix: {RULES[f.rule].fix}.")
    return "\n".join(rows)


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list of objects with path, line, rule, message and fix."""
    rows = [
        {"path": f.path, "line": f.line, "rule": f.rule, "message": message(f), "fix": RULES[f.rule].fix}
        for f in unique(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _escape(text: str, *, property_value: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_value else text


def as_github(findings: Iterable[Finding]) -> str:
    """Return GitHub workflow commands, one error annotation a finding."""
    rows = []
    for f in unique(findings):
        where = f"file={_escape(f.path, property_value=True)}" + (f",line={f.line}" if f.line else "")
        text = _escape(f"{message(f)} Fix: {RULES[f.rule].fix}.")
        rows.append(f"::error {where},title={_escape(f.rule, property_value=True)}::{text}")
    return "\n".join(rows)


FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def summary(findings: Iterable[Finding]) -> str:
    """Return the closing line: how many findings, in how many files, and of several how many by each rule."""
    found = unique(findings)
    if not found:
        return "No findings."
    files = len({f.path for f in found})
    said = f"{len(found)} finding{'s' * (len(found) != 1)} in {files} file{'s' * (files != 1)}"
    if len(found) == 1:
        return f"{said}."
    counts = sorted(Counter(f.rule for f in found).items(), key=lambda each: (-each[1], each[0]))
    return f"{said}: {', '.join(f'{rule} {count}' for rule, count in counts)}."
