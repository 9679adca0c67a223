"""The check of external links: addresses -> answers, remembered or asked for -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kb.content import Project
from kb.external import addresses, allowed, asking, memory
from kb.external.addresses import Place
from kb.external.answers import Answer, said
from kb.external.memory import Memory
from kb.findings import Finding
from kb.siteconfig import site_address, site_config
from kb.sitefiles import Site

AGENT = "KnowledgeBaseLinkCheck/1.0"

Ask = Callable[[Iterable[str]], dict[str, Answer]]


class Offline(Exception):
    """Nothing could be reached, so nothing can be said of any address. The text: how many were asked."""


@dataclass(frozen=True)
class Outcome:
    """Findings; how many addresses were asked now, how many known, and when the oldest of these was asked."""

    findings: list[Finding]
    asked: int
    known: int
    oldest: datetime | None


def asker(project: Project, manners: asking.Manners, heard: asking.Heard) -> Ask:
    """Return how to ask the network, saying whose check it is."""
    address = site_address(site_config(project.root)) if (project.root / "mkdocs.yml").exists() else ""
    agent = f"{AGENT} (+{address})" if address.isascii() and address else AGENT
    return lambda urls: asking.ask(urls, agent, manners, heard)


def find(project: Project, site: Site | None, only: Iterable[str], now: datetime, ask: Ask) -> Outcome:
    """Check the external links of the content (below the paths in `only`) and of a built site, if given.

    now: with its time zone. Raises Offline.
    """
    content = addresses.of_content(project)
    places = [place for place in content if _below(place.path, only)]
    built = addresses.of_site(site) if site else []
    wanted = {place.url for place in [*places, *built]}
    remembered = memory.recall(project.root, now)
    known = {url: remembered[url] for url in sorted(wanted & remembered.keys())}
    unknown = wanted - known.keys()
    answers = ask(unknown) if unknown else {}
    if answers and _no_network(answers, known, ask):
        raise Offline(str(len(answers)))
    memory.keep(project.root, remembered | {url: Memory(a, now) for url, a in answers.items()})
    answers |= {url: m.answer for url, m in known.items()}
    entries = allowed.read(project.root)[0]
    linked = {place.url for place in [*content, *built]}
    found = [
        *_findings(places, built, answers, entries),
        *(f for f in allowed.no_longer(entries, linked, answers, bool(site)) if _below(f.path, only)),
    ]
    oldest = min((m.when for m in known.values()), default=None)
    return Outcome(sorted(set(found)), len(unknown), len(known), oldest)


def _below(path: str, only: Iterable[str]) -> bool:
    wanted = [each.rstrip("/") for each in only]
    return not wanted or any(each == "." or path == each or path.startswith(f"{each}/") for each in wanted)


def _no_network(answers: Mapping[str, Answer], known: Mapping[str, Memory], ask: Ask) -> bool:
    """Tell whether it is us: nothing was reached, nor is an address that answered well not long ago."""
    if any(answer.kind != "unreachable" for answer in answers.values()):
        return False
    witnesses = list(known)[:1]
    return not witnesses or ask(witnesses)[witnesses[0]].kind == "unreachable"


def _findings(
    places: list[Place], built: list[Place], answers: Mapping[str, Answer], entries: list[allowed.Entry]
) -> Iterable[Finding]:
    """Yield a finding for every place in the content, and for one page of the site what only that names."""
    bad = {u: a for u, a in answers.items() if a.rule and not allowed.allows(entries, u, a)}
    for place in places:
        if place.url in bad:
            yield _finding(place, bad[place.url])
    told = {place.url for place in places}
    pages: dict[str, set[str]] = {}
    for place in built:
        pages.setdefault(place.url, set()).add(place.path)
    for place in built:
        if place.url in bad and place.url not in told:
            told.add(place.url)
            yield _finding(place, bad[place.url], len(pages[place.url]))


def _finding(place: Place, answer: Answer, pages: int = 1) -> Finding:
    more = f"; it stands on {pages} pages" if pages > 1 else ""
    return Finding(place.path, place.line, answer.rule, f"{place.url} {said(answer)}{more}")
