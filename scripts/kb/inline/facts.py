"""{fact:name} -> the value of that fact, from the YAML file beside the page."""

from __future__ import annotations

from kb import outline
from kb.content import Page, Project


def values(page: Page, project: Project) -> dict[str, str]:
    """Return the facts a page may name: `facts` and `minutes` of its YAML file, and each step's minutes."""
    data = project.facts.get(page.folder)
    if data is None or not isinstance(data.value, dict):
        return {}
    found: dict[str, str] = {}
    for name, fact in data.mapping("facts").items():
        if isinstance(fact, dict):
            fact = fact.get(page.lang, fact.get("value", ""))
        found[str(name)] = str(fact)
    if "minutes" in data.value:
        found["minutes"] = str(data.value["minutes"])
    for _, step in data.rows("steps"):
        if "id" in step:
            found[str(step["id"])] = str(step.get("minutes", ""))
    return found


def expand(text: str, page: Page, project: Project) -> str:
    """Replace every known fact by its value; an unknown one stays, for the check to report."""
    known = values(page, project)
    return outline.FACT.sub(lambda m: known.get(m[1], m[0]), text)
