"""Golden cases: one file a fault. A faultless project, one edit, and exactly these findings.

tests/golden/RULE/FAULT.yml, and RULE/ok-NAME.yml for what looks like the fault and is none:
  edits:    list of {file, old, new}, {file, text} (a whole new file), {file, delete: true},
            {file, bytes: hex}
  findings: the report, line by line
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb import check, content, report, stamps
from kb.rulebook import RULES
from support import ROOT

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(GOLDEN.rglob("*.yml"))


def apply(root: Path, edit: dict[str, Any]) -> None:
    """Make one edit of a golden case."""
    path = root / edit["file"]
    if edit.get("delete"):
        path.unlink()
    elif "bytes" in edit:
        path.write_bytes(path.read_bytes() + bytes.fromhex(edit["bytes"]))
    elif "text" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit["text"], encoding="utf-8", newline="\n")
    else:
        text = path.read_text(encoding="utf-8")
        assert edit["old"] in text, f"{edit['old']!r} is not in {edit['file']}"
        path.write_text(text.replace(edit["old"], edit["new"], 1), encoding="utf-8", newline="\n")


def restamp(root: Path) -> None:
    """Let the English pages follow the edited Hebrew, so that a case shows its own fault alone."""
    project = content.load(root)
    for page in project.pages:
        if page.lang != "he" and page.meta:
            stamps.accept(root, page, project)


def is_right(case: Path) -> bool:
    """Tell whether a case shows what the rule must let through."""
    return case.stem.startswith("ok-")


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.relative_to(GOLDEN).with_suffix("").as_posix())
def test_fault_is_found(case: Path, small: Path) -> None:
    golden = yaml.safe_load(case.read_text(encoding="utf-8"))
    for edit in golden["edits"]:
        apply(small, edit)
    if case.parent.name != "stale":
        restamp(small)
    found = report.as_text(check.source(content.load(small))).splitlines()
    if os.environ.get("KB_ACCEPT_GOLDEN"):
        golden["findings"] = found
        text = yaml.safe_dump(golden, allow_unicode=True, sort_keys=False, width=1000)
        case.write_text(text, encoding="utf-8", newline="\n")
    assert found == golden["findings"]
    assert any(f": {case.parent.name}: " in row for row in found) is not is_right(case)


def test_the_faultless_project_has_no_findings(small: Path) -> None:
    assert report.as_text(check.source(content.load(small))) == ""


@pytest.mark.parametrize("right", [False, True], ids=["wrong", "right"])
def test_every_source_rule_has_a_golden_case(right: bool) -> None:
    have = {case.parent.name for case in CASES if is_right(case) is right}
    elsewhere = {rule for rule in RULES if rule.startswith(("site-", "external-"))} | {"handout", "card"}
    assert set(RULES) - elsewhere - have == set()


def test_check_says_it_on_the_command_line(small: Path) -> None:
    """The real project's command, asked about one page, exits 0 and says so."""
    run = [sys.executable, str(ROOT / "scripts" / "run.py"), "check", "docs", "--format", "json"]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n")
