"""Which handouts the project has: every copy of every exercise and case, and those of the ethics desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from kb import policy
from kb.content import Page, Project
from kb.ethics.situations import CODE_PAGE
from kb.handouts.desk import DESK_PAGE, desk_jobs
from kb.handouts.meta import Copy, HandoutMeta, Kind, Lang
from kb.handouts.store import FORMATS, Job
from kb.pagedata import DESK, handout_copies, handout_slug
from kb.render import fragment
from kb.siteconfig import site_address, site_name

SOURCE_LINES: Final = {
    "he": "לפי חוברת תבת, 2010, במילים שלנו. רישיון CC BY 4.0",
    "en": "After the TEVET booklet, 2010, in our own words. Licence CC BY 4.0",
}
PLAN_LINES: Final = {
    "he": "התוכנית שלנו, על נושאים מחוברת תבת, 2010. רישיון CC BY 4.0",
    "en": "The plan is ours, on subjects of the TEVET booklet, 2010. Licence CC BY 4.0",
}
KINDS: Final[Mapping[str, Kind]] = {"exercises": "exercise", "cases": "case", "workshops": "plan"}


def jobs(project: Project, config: Mapping[str, Any], only: str = "", lang: str = "") -> Iterator[Job]:
    """Yield a job for each copy in each format; the plan of a workshop is printed only.

    only: a slug (smart-goal, story-moshe); lang: a language; "" for all.
    """
    for page in project.pages:
        slug = handout_slug(page)
        if not slug or (only and slug != only) or (lang and page.lang != lang):
            continue
        html = fragment(page, project, config)
        for copy in _copies(page, project):
            meta = _meta(page, slug, copy, config)
            for suffix in FORMATS:
                yield Job(f"{slug}.{copy}.{page.lang}{suffix}", meta, html)
    for job in desk_jobs(project, config) if not only or only in DESK else ():
        if job.meta.slug == (only or job.meta.slug) and job.meta.lang == (lang or job.meta.lang):
            yield job


def slugs(project: Project) -> set[str]:
    """Return every slug a handout may be asked for by."""
    pages = {slug for slug in map(handout_slug, project.pages) if slug}
    return pages | (set(DESK) if DESK_PAGE in project.pairs else set())


def source_page(meta: HandoutMeta, anchor: str, project: Project) -> Page:
    """Return the page that a handout's text stands on; of the cards' texts, the one with this id."""
    pages = [page for page in project.pages if page.lang == meta.lang]
    names = [f"{policy.MOUNTS['situations']}/{anchor}/index.md"] if meta.kind == "cards" else []
    names += [CODE_PAGE if meta.kind == "code" else DESK_PAGE]
    own = [page for page in pages if handout_slug(page) == meta.slug]
    return next(iter(own + [page for name in names for page in pages if page.name == name]))


def _copies(page: Page, project: Project) -> list[Copy]:
    wanted = handout_copies(page, project)
    return [copy for copy in get_args(Copy) if copy in wanted]


def _meta(page: Page, slug: str, copy: Copy, config: Mapping[str, Any]) -> HandoutMeta:
    lang: Lang = "he" if page.lang == policy.SOURCE_LANGUAGE else "en"
    prefix = "" if page.lang == policy.SOURCE_LANGUAGE else f"{page.lang}/"
    address = f"{site_address(config)}{prefix}{page.address}"
    kind = KINDS[page.folder.split("/")[0]]
    return HandoutMeta(
        slug=slug,
        copy=copy,
        lang=lang,
        kind=kind,
        title=str(page.meta.get("title", slug)),
        subtitle=str(page.meta.get("description", "")),
        site_title=site_name(config, page.lang),
        address=address.partition("://")[2].rstrip("/"),
        source_line=(PLAN_LINES if kind == "plan" else SOURCE_LINES)[page.lang],
    )
