"""Which handouts the project has: every copy of every exercise and case, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from kb import policy
from kb.content import Page, Project
from kb.handouts.meta import Copy, HandoutMeta, Kind, Lang
from kb.handouts.store import Job
from kb.pagedata import handout_slug
from kb.render import fragment
from kb.siteconfig import site_address, site_name

SOURCE_LINES: Final = {
    "he": "לפי חוברת תבת, 2010, במילים שלנו. רישיון CC BY 4.0",
    "en": "After the TEVET booklet, 2010, in our own words. Licence CC BY 4.0",
}
KINDS: Final[Mapping[str, Kind]] = {"exercises": "exercise", "cases": "case"}


def jobs(project: Project, config: Mapping[str, Any], only: str = "", lang: str = "") -> Iterator[Job]:
    """Yield a job for each copy; `only` a slug (smart-goal, story-moshe), `lang` a language."""
    for page in project.pages:
        slug = handout_slug(page)
        if not slug or (only and slug != only) or (lang and page.lang != lang):
            continue
        html = fragment(page, project, config)
        for copy in _copies(page, project):
            meta = _meta(page, slug, copy, config)
            yield Job(f"{slug}.{copy}.{page.lang}.pdf", meta, html)


def slugs(project: Project) -> set[str]:
    """Return every slug a handout may be asked for by."""
    return {slug for slug in map(handout_slug, project.pages) if slug}


def _copies(page: Page, project: Project) -> list[Copy]:
    """Return the copies the exercise asks for; all three of a case."""
    data = project.facts.get(page.folder)
    named = data.value.get("copies") if data is not None and isinstance(data.value, dict) else None
    return [copy for copy in get_args(Copy) if named is None or copy in named]


def _meta(page: Page, slug: str, copy: Copy, config: Mapping[str, Any]) -> HandoutMeta:
    lang: Lang = "he" if page.lang == policy.SOURCE_LANGUAGE else "en"
    prefix = "" if page.lang == policy.SOURCE_LANGUAGE else f"{page.lang}/"
    address = f"{site_address(config)}{prefix}{page.address}"
    return HandoutMeta(
        slug=slug,
        copy=copy,
        lang=lang,
        kind=KINDS[page.folder.split("/")[0]],
        title=str(page.meta.get("title", slug)),
        subtitle=str(page.meta.get("description", "")),
        site_title=site_name(config, page.lang),
        address=address.partition("://")[2].rstrip("/"),
        source_line=SOURCE_LINES[page.lang],
    )
