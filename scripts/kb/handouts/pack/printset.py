"""Which handouts a workshop's print set holds, how often, and in which order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from kb.content import Project
from kb.handouts.jobs import jobs
from kb.handouts.labels import document_title
from kb.handouts.meta import HandoutMeta
from kb.handouts.pack.binder import Part, bind
from kb.handouts.store import Job
from kb.pagedata import handout_slug
from kb.workshops.plans import PEOPLE, Plan, Print, plans

GROUPS: Final = {
    "he": {"people": "למשתתפות ולמשתתפים", "trainers": "למנחים", "title": "{}: כל מה שמדפיסים"},
    "en": {"people": "For participants", "trainers": "For trainers", "title": "{}: the whole print set"},
}


@dataclass(frozen=True)
class Row:
    """One handout of the set. group: people or trainers; times: how many copies."""

    job: Job
    group: str
    times: int


@dataclass(frozen=True)
class Pack:
    """The print set of a workshop in one language, as one file (a store.Printable).

    plan: its slug; meta: what the plan's own handout has around it.
    """

    name: str
    plan: str
    meta: HandoutMeta
    rows: tuple[Row, ...]

    def made_from(self) -> object:
        """Return what decides what is in the file, the printer aside, as data for JSON."""
        return [[row.job.made_from(), row.group, row.times] for row in self.rows]

    def render(self) -> bytes:
        """Return the set as one PDF. Raises HandoutError for anything that cannot be printed."""
        names = GROUPS[self.meta.lang]
        parts = [
            Part(row.job.render(), document_title(row.job.meta), _label(row.job), names[row.group], row.times)
            for row in self.rows
        ]
        title = names["title"].format(self.meta.title)
        return bind(parts, title, self.meta.site_title, self.meta.lang)


def pack_name(plan: Plan) -> str:
    """Return the name of the file of a plan's print set."""
    return f"pack-{plan.slug}.{plan.page.lang}.pdf"


def packs(
    project: Project, config: Mapping[str, Any], lang: str, people: int | None = None
) -> Iterator[Pack]:
    """Yield the print set of every plan of a language.

    people: how many will come; None for as many as the plan is made for.
    """
    found = plans(project, lang)
    wanted = {row.handout for plan in found for row in plan.prints} | {_own(plan) for plan in found}
    made = {job.name: job for slug in sorted(wanted) for job in jobs(project, config, slug, lang)}
    for plan in found:
        rows = tuple(_rows(plan, people or plan.high, made))
        agenda = made.get(f"{_own(plan)}.blank.{lang}.pdf")
        if agenda is not None and rows:
            yield Pack(pack_name(plan), plan.slug, agenda.meta, rows)


def _rows(plan: Plan, people: int, made: Mapping[str, Job]) -> Iterator[Row]:
    """Yield what participants get, the agenda first, then what trainers get, their plan first."""
    prints = [
        Print(_own(plan), "blank", "once", 1, 1),
        *(row for row in plan.prints if row.count != "trainer"),
        Print(_own(plan), "trainer", "trainer", 1, 1),
        *(row for row in plan.prints if row.count == "trainer"),
    ]
    for row in prints:
        name = ".".join(filter(None, (row.handout, row.copy, plan.page.lang, "pdf")))
        if name in made:
            group = "trainers" if row.count == "trainer" else "people"
            job = replace(made[name], meta=replace(made[name].meta, paper=True))
            yield Row(job, group, _times(row, people, plan.trainers))


def _times(row: Print, people: int, trainers: int) -> int:
    if row.count == "trainer":
        return trainers
    return math.ceil(people / PEOPLE[row.count]) if row.count in PEOPLE else 1


def _own(plan: Plan) -> str:
    return handout_slug(plan.page)


def _label(job: Job) -> str:
    """Return what the pages are called in a viewer, before their number: "smart-goal blank"."""
    return job.name.removesuffix(f".{job.meta.lang}.pdf").replace(".", " ")
