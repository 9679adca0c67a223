"""The workshops as records, each in one language: sessions, steps with clock times, the print set."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kb import clock
from kb.content import Page, Project
from kb.course.units import pause_titles
from kb.datafile import Data
from kb.inline import facts
from kb.linking import page_at, title
from kb.pagedata import DESK, handout_copies, handout_slug

FOLDER: Final = "workshops/"
# The sections of a workshop's page, its sessions and steps aside, and the lists made in them.
SECTIONS: Final = ("aim", "prepare", "agenda", "after")
LISTS: Final = (("prepare", "materials"), ("prepare", "prints"), ("agenda", "agenda"))
PEOPLE: Final = {"each": 1, "pairs": 2, "groups": 4}  # how many share one copy

_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS: Final = re.compile(r"[*`]")


@dataclass(frozen=True)
class Use:
    """What a step works with: a page, and of it an anchor with its title, both "" for the whole page."""

    page: Page
    anchor: str
    title: str


@dataclass(frozen=True)
class Step:
    """A step of a session. start: its minute since midnight, None where the session's start is wrong;
    title: its heading on the page; anchor: the heading's id, "" where there is none.
    """

    id: str
    kind: str
    minutes: int
    start: int | None
    title: str
    anchor: str
    use: Use | None


@dataclass(frozen=True)
class Session:
    """One meeting. minutes: as the plan says them; the check compares them with the steps'."""

    id: str
    start: int | None
    minutes: int
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Print:
    """One handout of the print set.

    handout: its name ("story-moshe"); copy: "" for the handouts of the ethics desk; count: one of
    `each`, `trainer`, `once`, `pairs`, `groups`; low and high: copies for the smallest and largest group.
    """

    handout: str
    copy: str
    count: str
    low: int
    high: int


@dataclass(frozen=True)
class Plan:
    """A workshop. low and high: how many people; materials: as in plan.yml."""

    page: Page
    low: int
    high: int
    trainers: int
    materials: tuple[str, ...]
    sessions: tuple[Session, ...]
    prints: tuple[Print, ...]

    @property
    def slug(self) -> str:
        """Return the name of its folder."""
        return self.page.folder.removeprefix(FOLDER)

    @property
    def title(self) -> str:
        """Return the name of its page."""
        return title(self.page)

    @property
    def minutes(self) -> int:
        """Return the minutes of all sessions."""
        return sum(session.minutes for session in self.sessions)


def plans(project: Project, lang: str) -> list[Plan]:
    """Return the workshops of a language, the shortest first."""
    pages = (page for page in project.pages if page.lang == lang)
    found = [plan for page in pages if (plan := plan_of(page, project))]
    return sorted(found, key=lambda plan: (plan.minutes, plan.slug))


def plan_of(page: Page, project: Project) -> Plan | None:
    """Return the workshop whose page this is; None for other pages and unreadable facts."""
    key = ("plan", page.path)
    if key not in project.made:
        project.made[key] = _plan(page, project)
    found: Plan | None = project.made[key]
    return found


def _plan(page: Page, project: Project) -> Plan | None:
    data = project.facts.get(page.folder)
    if not page.folder.startswith(FOLDER) or data is None or not isinstance(data.value, dict):
        return None
    group = data.mapping("group")
    low, high, trainers = (
        _whole(group.get("min")),
        _whole(group.get("max")),
        _whole(data.value.get("trainers")),
    )
    headings = {
        heading.id: _plain(facts.expand(heading.text, page, project))
        for heading in page.outline.headings
        if heading.id
    }
    return Plan(
        page,
        low,
        high,
        trainers,
        tuple(name for _, name in data.texts("materials")),
        tuple(_session(row, headings, page, project) for _, row in data.rows("sessions")),
        tuple(_prints(data, low, high, trainers)),
    )


def begin_at(project: Project, slug: str, start: str) -> None:
    """Let every session of a workshop begin at a time like "10:30", in the records and not in the file."""
    for session in project.facts[f"{FOLDER}{slug}"].value["sessions"]:
        session["start"] = start
    project.made.clear()  # a check may have made the plan with its own times


def handouts(project: Project) -> dict[str, tuple[str, ...]]:
    """Return every handout a plan may name -> the copies there are; () for one that has no copies."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(DESK, ())
    for page in project.pages:
        slug = handout_slug(page)
        if slug and page.folder in project.facts:
            found[slug] = handout_copies(page, project)
    return found


def handout_page(handout: str, lang: str, project: Project) -> Page | None:
    """Return the page a handout of an exercise or case is printed from; None for those of the desk."""
    pages = (page for page in project.pages if page.lang == lang)
    return next((page for page in pages if handout_slug(page) == handout), None)


def step_rows(session: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    """Return (index, row) of the steps of a session's row; what is none the schema reports."""
    steps = session.get("steps")
    rows = enumerate(steps if isinstance(steps, list) else ())
    return [(index, row) for index, row in rows if isinstance(row, dict)]


def _session(row: Mapping[str, Any], headings: Mapping[str, str], page: Page, project: Project) -> Session:
    ident, start = str(row.get("id", "")), clock.read(row.get("start"))
    steps, at = [], start
    for _, step in step_rows(row):
        name, minutes = str(step.get("id", "")), _whole(step.get("minutes"))
        anchor = name if name in headings else ""
        use = _use(step, page.lang, project)
        steps.append(Step(name, str(step.get("kind", "")), minutes, at, headings.get(name, ""), anchor, use))
        at = None if at is None else at + minutes
    return Session(ident, start, _whole(row.get("minutes")), headings.get(ident, ""), tuple(steps))


def _use(step: Mapping[str, Any], lang: str, project: Project) -> Use | None:
    address = str(step.get("uses", ""))
    page = page_at(address, lang, project) if address else None
    if page is None:
        return None
    anchor = str(step.get("stage") or address.partition("#")[2])
    titles = {h.id: _plain(h.text) for h in page.outline.headings if h.id} | pause_titles(page)
    return Use(page, anchor, titles[anchor]) if anchor in titles else Use(page, "", "")


def _prints(data: Data, low: int, high: int, trainers: int) -> Iterator[Print]:
    for _, row in data.rows("prints"):
        count = str(row.get("count", ""))
        least, most = (math.ceil(people / PEOPLE.get(count, people or 1)) for people in (low, high))
        if count == "trainer":
            least = most = trainers
        yield Print(str(row.get("handout", "")), str(row.get("copy") or ""), count, least, most)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _plain(text: str) -> str:
    """Return a heading without the marks of Markdown."""
    return _SIGNS.sub("", _LINK.sub(r"\1", text))
