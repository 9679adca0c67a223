"""check --explain: what a rule means, why, how to mend it, and an example wrong and right."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from kb import nearest
from kb.reasons import WHY
from kb.rulebook import RULES
from verbs import terminal

# The examples are those by which the tests hold the rule: RULE/FAULT.yml.
GOLDEN: Final = "tests/golden"
RIGHT: Final = "ok-"


def run(root: Path, rule: str) -> int:
    """Print what a rule means, or for "" all rules with one line each; 2 for a rule there is not."""
    if not rule:
        width = max(map(len, RULES))
        print("\n".join(f"{name:{width}}  {text.what}" for name, text in RULES.items()))
        return 0
    if rule not in RULES:
        near = nearest.meant(rule, RULES) or "."
        print(f"There is no rule {rule}{near} check --explain names all of them.", file=sys.stderr)
        return 2
    print("\n".join(_rows(root, rule)))
    return 0


def _rows(root: Path, rule: str) -> Iterator[str]:
    words = RULES[rule]
    why = WHY.get(rule, ("", ""))
    yield rule
    for (what, fix), reason, name in ((words.en, why[0], "Fix"), (words.he, why[1], "תיקון")):
        yield ""
        for sentence in filter(None, (what, reason, f"{name}: {fix}")):
            yield from terminal.paragraph(f"{sentence[0].upper()}{sentence[1:]}.", "  ")
    if example := _example(root / GOLDEN / rule):
        yield ""
        yield from example


def _example(folder: Path) -> list[str]:
    """Return the shortest case in which a fault was put into a file, as wrong and right; [] for none."""
    found = []
    for path in sorted(folder.glob("*.yml")):
        if not path.stem.startswith(RIGHT):
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
            shown = [edit for edit in case["edits"] if "old" in edit and "new" in edit]
            if len(shown) == len(case["edits"]):
                found.append((len(str(shown)), path.stem, shown, case["findings"]))
    if not found:
        return []
    _, _, edits, findings = min(found, key=lambda row: row[:2])
    said = [row for row in findings if f": {folder.name}: " in row]
    return [*_edited(edits[0]), terminal.line(f"Found: {said[0]}")]


def _edited(edit: Mapping[str, Any]) -> Iterator[str]:
    yield f"In {edit['file']}"
    for name, text in (("wrong", edit["new"]), ("right", edit["old"])):
        for row in text.strip("\n").split("\n"):
            yield terminal.line(f"  {name}:  {row}") if row else f"  {name}:  (nothing)"
