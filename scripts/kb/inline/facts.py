"""{fact:name} -> the value of that fact, from the YAML file beside the page."""

from __future__ import annotations

from kb import outline
from kb.content import Page, Project


def values(page: Page, project: Project) -> dict[str, str]:
    """Return the facts a page may name: `facts` and `minutes` of its YAML file, and each step's minutes.

    Of a unit, the minutes of its parts; of a workshop, those of each session and its steps, and their sum.
    """
    data = project.facts.get(page.folder)
    if data is None or not isinstance(data.value, dict):
        return {}
    found: dict[str, str] = {}
    for name, fact in data.mapping("facts").items():
        if isinstance(fact, dict):
            fact = fact.get(page.lang, fact.get("value", ""))
        found[str(name)] = str(fact)
    sessions = [session for _, session in data.rows("sessions")]
    parts = data.mapping("minutes")
    found |= {str(name): str(minutes) for name, minutes in parts.items()}
    if "minutes" in data.value and not parts:
        found["minutes"] = str(data.value["minutes"])
    elif sessions:
        found["minutes"] = str(
            sum(minutes for row in sessions if isinstance(minutes := row.get("minutes"), int))
        )
    rows = [step for _, step in data.rows("steps")]
    for session in sessions:
        steps = session.get("steps")
        rows += [
            session,
            *(step for step in (steps if isinstance(steps, list) else ()) if isinstance(step, dict)),
        ]
    for row in rows:
        if "id" in row:
            found[str(row["id"])] = str(row.get("minutes", ""))
    return found


def expand(text: str, page: Page, project: Project) -> str:
    """Replace every known fact by its value; an unknown one stays, for the check to report."""
    known = values(page, project)
    return outline.FACT.sub(lambda m: known.get(m[1], m[0]), text)
