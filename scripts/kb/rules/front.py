"""Does every page say its title and description, and nothing unknown?"""

from __future__ import annotations

from collections.abc import Iterator

from kb import linking, policy
from kb.content import Page, Project
from kb.datafile import Key
from kb.findings import Finding
from kb.nearest import meant, nearest
from kb.pagedata import has_template


def find(project: Project) -> Iterator[Finding]:
    """Yield a finding for each missing, unknown or wrong-typed key of a front matter."""
    for page in project.pages:
        if isinstance(page.front.value, dict):
            yield from _page(page)
            yield from _doors(page.meta.get("doors"), ("doors",), page, project)
            if not has_template(page, project):
                detail = f"there is no template {page.meta['template']}"
                yield Finding(page.path, page.front.line("template"), "front-matter", detail)


def _page(page: Page) -> Iterator[Finding]:
    unknown = {str(key) for key in page.meta.keys() - policy.FRONT_MATTER.keys()}
    misspelt = {nearest(key, policy.FRONT_MATTER) for key in unknown}
    for key, (kind, required) in policy.FRONT_MATTER.items():
        if key not in page.meta:
            if required and key not in misspelt:
                yield Finding(page.path, 1, "front-matter", f"{key} is missing")
        elif not isinstance(page.meta[key], kind):
            detail = f"{key} must be a {_kind(kind)}"
            yield Finding(page.path, page.front.line(key), "front-matter", detail)
    for key in sorted(unknown):
        line = page.front.line(key)
        yield Finding(
            page.path, line, "front-matter", f"{key} is not a known key{meant(key, policy.FRONT_MATTER)}"
        )
    yield from _description(page)


def _doors(value: object, key: Key, page: Page, project: Project) -> Iterator[Finding]:
    """Check the addresses that the doors of the home page lead to, however deep they stand."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _doors(inner, (*key, str(name)), page, project)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _doors(inner, (*key, index), page, project)
    elif key[-1] == "href":
        address = str(value).replace("/#", "#").rstrip("/")
        if linking.fault(address, project):
            detail = f"doors: {value}{meant(address, linking.addresses(project))}"
            yield Finding(page.path, page.front.line(*key), "reference-unknown", detail)


def _kind(kind: type) -> str:
    return {"str": "text", "dict": "mapping", "list": "list"}[kind.__name__]


def _description(page: Page) -> Iterator[Finding]:
    text = page.meta.get("description")
    low, high = policy.DESCRIPTION_LENGTH
    if isinstance(text, str) and not low <= len(text) <= high:
        detail = f"description has {len(text)} characters; it needs {low} to {high}"
        yield Finding(page.path, page.front.line("description"), "front-matter", detail)
