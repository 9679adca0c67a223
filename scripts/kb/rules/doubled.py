"""Does something stand twice in a data file that may stand once, or is a least number the larger one?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import policy
from kb.content import Project
from kb.datafile import Data, Key
from kb.findings import Finding

Named = Iterator[tuple[Key, str]]


def find(project: Project) -> Iterator[Finding]:
    """Yield doubled ids, wordings and terms, and groups whose numbers are the wrong way round."""
    for folder, data in project.facts.items():
        yield from _twice(data, _ids(data, "sessions"))
        if folder.startswith("exercises/"):
            yield from _twice(data, _ids(data, "steps"))
            yield from _group(data)
        for lang in policy.LANGUAGES:
            yield from _twice(data, _says(data, lang))
    for lang in policy.LANGUAGES:
        yield from _twice(project.terms, _names(project.terms, lang))
    yield from _related(project.terms)


def _twice(data: Data, named: Named) -> Iterator[Finding]:
    seen: set[str] = set()
    for key, name in named:
        if name in seen:
            yield Finding(data.path, data.line(*key), "schema", f"{name} stands twice")
        seen.add(name)


def _ids(data: Data, name: str) -> Named:
    for index, row in data.rows(name):
        if isinstance(row.get("id"), str):
            yield (name, index, "id"), row["id"]


def _says(data: Data, lang: str) -> Named:
    wordings = data.mapping("says").get(lang)
    for index, text in enumerate(wordings if isinstance(wordings, list) else ()):
        if isinstance(text, str):
            yield ("says", lang, index), text.strip()


def _names(terms: Data, lang: str) -> Named:
    """Yield every term's first name: two terms of one name have two definitions."""
    for index, row in terms.rows("terms"):
        if isinstance(row.get(lang), str):
            yield ("terms", index, lang), row[lang].partition(";")[0].strip().lower()


def _related(terms: Data) -> Iterator[Finding]:
    for index, row in terms.rows("terms"):
        related = row.get("see")
        others = [other for other in related if isinstance(other, str)] if isinstance(related, list) else []
        key: Key = ("terms", index, "see")
        yield from _twice(terms, (((*key, place), other) for place, other in enumerate(others)))
        if row.get("id") in others:
            yield Finding(terms.path, terms.line(*key), "schema", f"see: {row['id']} is the term itself")


def _group(data: Data) -> Iterator[Finding]:
    low, high = data.mapping("group").get("min"), data.mapping("group").get("max")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield Finding(data.path, data.line("group"), "schema", f"group: min {low} is more than max {high}")
