"""What is made from the workshops: a plan's facts, agenda, materials, print set, and the list of all."""

from __future__ import annotations

import posixpath
from html import escape

from kb import clock, mount, policy
from kb.content import Page, Project
from kb.factsheet import sheet_html
from kb.linking import link_html, part_link_html, title
from kb.workshops.plans import Plan, Print, Session, Step, handout_page, plan_of, plans
from kb.workshops.words import COPIES, COUNTS, HANDOUTS, KINDS, LABELS, MATERIALS


def plan_facts_html(page: Page, project: Project) -> str:
    """Return a workshop's facts as a definition list; "" for other pages."""
    plan = plan_of(page, project)
    if plan is None:
        return ""
    labels = LABELS[page.lang]
    rows = [
        (labels["time"], _time(plan, page.lang)),
        (labels["group"], _people(plan, page.lang)),
        (labels["trainers"], str(plan.trainers)),
    ]
    return sheet_html(rows)


def _time(plan: Plan, lang: str) -> str:
    said = clock.said(plan.minutes, lang)
    count = len(plan.sessions)
    return said if count < 2 else LABELS[lang]["sessions"].format(said, count)


def _people(plan: Plan, lang: str) -> str:
    form = "some" if plan.low == plan.high else "people"
    return LABELS[lang][form].format(plan.low, plan.high)


def agenda_html(page: Page, project: Project) -> str:
    """Return a table for each session: clock time, minutes, what, how.

    Each table and row says its minutes and the table its start, for the script that begins elsewhere
    (behaviour/agenda.js); without it the times of the plan stand.
    """
    plan = plan_of(page, project)
    return "\n".join(_session(row, page, plan) for row in plan.sessions) if plan else ""


def _session(session: Session, page: Page, plan: Plan) -> str:
    labels = LABELS[page.lang]
    caption, named = "", ' aria-labelledby="agenda"'  # one session: the section's heading is its name
    if len(plan.sessions) > 1:
        name = f"{labels['agenda']}: {session.title}" if session.title else labels["agenda"]
        caption, named = f"<caption>{escape(name)}</caption>", ""
    heads = "".join(f'<th scope="col">{labels[key]}</th>' for key in ("clock", "minutes", "what", "how"))
    steps = "\n".join(_step(step, page) for step in session.steps)
    total = sum(step.minutes for step in session.steps)
    end = None if session.start is None else session.start + total
    start = "" if session.start is None else clock.written(session.start)
    return (
        f'<table class="kb-agenda"{named} data-kb-list="agenda" data-kb-session="{escape(session.id)}" '
        f'data-kb-start="{start}" data-kb-label="{labels["start"]}" data-search-exclude>'
        f"{caption}<thead><tr>{heads}</tr></thead><tbody>\n{steps}\n"
        f'<tr class="kb-agenda-end" data-kb-minutes="0"><td>{_clock(end)}</td><td>{total}</td>'
        f"<td>{labels['end']}</td><td></td></tr></tbody></table>"
    )


def _step(step: Step, page: Page) -> str:
    kind = KINDS[page.lang].get(step.kind, step.kind)
    name = escape(step.title or kind.capitalize())
    what = f'<a href="#{step.anchor}">{name}</a>' if step.anchor else name
    use = ""
    if step.use:
        link = part_link_html(page, step.use.page, step.use.anchor, step.use.title)
        use = f' <span class="kb-agenda-with">{link}</span>'
    return (
        f'<tr class="kb-agenda-{escape(step.kind)}" data-kb-step="{escape(step.id)}" '
        f'data-kb-minutes="{step.minutes}"><td>{_clock(step.start)}</td><td>{step.minutes}</td>'
        f"<td>{what}{use}</td><td>{kind if step.title else ''}</td></tr>"
    )


def _clock(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f'<time datetime="{clock.written(minutes)}">{clock.written(minutes)}</time>'


def materials_html(page: Page, project: Project) -> str:
    """Return what to bring, as a list under its name."""
    plan = plan_of(page, project)
    words = MATERIALS[page.lang]
    rows = "".join(f"<li>{escape(words.get(name, name))}</li>" for name in (plan.materials if plan else ()))
    if not rows:
        return ""
    return (
        f'<p class="kb-made-name" data-search-exclude>{LABELS[page.lang]["materials"]}</p>'
        f'<ul class="kb-materials" data-kb-list="materials" data-search-exclude>{rows}</ul>'
    )


def prints_html(page: Page, project: Project) -> str:
    """Return the print set: what, which copy, how many, and the file where it has been printed."""
    plan = plan_of(page, project)
    if plan is None or not plan.prints:
        return ""
    labels = LABELS[page.lang]
    heads = "".join(f'<th scope="col">{labels[key]}</th>' for key in ("handout", "copy", "count", "file"))
    rows = "\n".join(_print(row, page, project) for row in plan.prints)
    return (
        f'<table class="kb-prints" data-kb-list="prints" data-search-exclude>'
        f"<thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>"
    )


def _print(row: Print, page: Page, project: Project) -> str:
    labels = LABELS[page.lang]
    source = handout_page(row.handout, page.lang, project)
    known = HANDOUTS[page.lang].get(row.handout, row.handout)
    name = link_html(page, source) if source else escape(known)
    number = labels["range"].format(row.low, row.high) if row.low != row.high else str(row.low)
    count = COUNTS[page.lang].get(row.count, row.count)
    count = count if row.count == "once" else f"{count} ({number})"
    copy = COPIES[page.lang].get(row.copy, "")
    file = _file(row, title(source) if source else known, page, project)
    return f"<tr><td>{name}</td><td>{copy}</td><td>{escape(count)}</td><td>{file}</td></tr>"


def _file(row: Print, said: str, page: Page, project: Project) -> str:
    """Return a link to the printed file in the page's language; "" where it has not been printed."""
    name = ".".join(filter(None, (row.handout, row.copy, page.lang, "pdf")))
    if mount.handout(project.root, name) is None:
        return ""
    depth = "" if page.lang == policy.SOURCE_LANGUAGE else "../"
    href = f"{depth}{posixpath.relpath('handouts', page.address)}/{name}"
    whole = ", ".join(filter(None, (said, COPIES[page.lang].get(row.copy))))
    return f'<a href="{href}" type="application/pdf" aria-label="PDF: {escape(whole)}">PDF</a>'


def workshops_html(page: Page, project: Project) -> str:
    """Return all workshops, the shortest first: name, what for, time and group."""
    rows = "\n".join(_workshop(plan, page) for plan in plans(project, page.lang))
    if not rows:
        return ""
    return f'<ul class="kb-workshops" data-kb-list="workshops" data-search-exclude>\n{rows}\n</ul>'


def _workshop(plan: Plan, page: Page) -> str:
    about = escape(str(plan.page.meta.get("description", "")))
    return (
        f'<li data-kb-workshop="{plan.slug}" data-kb-minutes="{plan.minutes}">'
        f'<span class="kb-made-name">{link_html(page, plan.page)}</span> '
        f'<span class="kb-made-about">{about}</span> '
        f'<span class="kb-made-facts">{_time(plan, page.lang)} · {_people(plan, page.lang)}</span></li>'
    )
