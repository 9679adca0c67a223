"""check --spelling: advice on words, beside the findings and without a say in the exit code."""

from __future__ import annotations

import json

from kb import content, report
from kb.findings import Finding
from kb.spelling import advice, dictionary, saying


def find(project: content.Project, only: list[str]) -> list[advice.Advice]:
    """Return the advice on the whole project's words, or on those below some paths."""
    return advice.find(project, dictionary.Dictionary(dictionary.packaged()), only)


def said(form: str, found: list[Finding], words: list[advice.Advice]) -> str:
    """Return findings and then advice in one of the formats; in JSON one list of both."""
    if form == "json":
        rows = json.loads(report.as_json(found)) + saying.as_rows(words)
        return json.dumps(rows, ensure_ascii=False, indent=2)
    advised = saying.as_github(words) if form == "github" else saying.as_text(words)
    return "\n".join(filter(None, (report.FORMATS[form](found), advised)))


def summary(words: list[advice.Advice]) -> str:
    """Return the closing line about spelling."""
    return saying.summary(words)
