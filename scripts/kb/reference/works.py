"""A work in CSL-JSON -> its citation and its list entry in the field's style (APA).

A work is written in its own language on pages of both languages, as the field does; an English page adds
a translation of a Hebrew title. The formatter is ours because the libraries for CSL styles cannot write
Hebrew names (they abbreviate given names letter by letter) and Hebrew labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

Entry = Mapping[str, Any]

AND = {"he": " ו", "en": " & "}
OTHERS = {"he": " ואחרים", "en": " et al."}
NO_DATE = {"he": "ללא תאריך", "en": "n.d."}
PAGES = {"he": "עמ׳ {}", "en": "pp. {}"}
EDITED = {"he": "בעריכת {}", "en": "In {} (Eds.)"}


def language(entry: Entry) -> str:
    """Return the language a work is written in."""
    return "he" if str(entry.get("language", "")).startswith("he") else "en"


def year(entry: Entry, lang: str) -> str:
    """Return the year of issue; custom.year_shown, for a reprint cited by two years, wins."""
    custom = entry.get("custom", {})
    shown = custom.get(f"year_shown_{lang}") or custom.get("year_shown")
    parts = entry.get("issued", {}).get("date-parts", [[]])
    return str(shown or (parts[0][0] if parts and parts[0] else NO_DATE[lang]))


def author_and_year(entry: Entry, lang: str) -> tuple[str, str]:
    """Return how running text names a work: ("Maslow", "1954").

    An English page names Hebrew works by custom.cite_en.
    """
    custom = entry.get("custom", {})
    if f"cite_{lang}" in custom:
        return str(custom[f"cite_{lang}"]), year(entry, lang)
    own = language(entry)
    names = [_family(person) for person in entry.get("author") or entry.get("editor") or []]
    if not names:
        return str(entry.get("title-short") or entry.get("title", "")), year(entry, lang)
    if len(names) > 2:
        return f"{names[0]}{OTHERS[own]}", year(entry, lang)
    return AND[own].join(names), year(entry, lang)


def _family(person: Mapping[str, str]) -> str:
    return person.get("family") or person.get("literal", "")


def _person(person: Mapping[str, str], own: str) -> str:
    """Return a name as a list entry begins with it; Hebrew given names are written out."""
    given = person.get("given", "")
    if not given:
        return _family(person)
    if own == "he":
        return f"{_family(person)}, {given}"
    return f"{_family(person)}, {initials(given)}"


def initials(given: str) -> str:
    """Return a Latin given name as initials: "Martin E. P." -> "M. E. P.", "K.-N." -> "K.-N."."""
    parts = given.replace(".", ". ").replace(". -", ".-").split()
    return " ".join("-".join(f"{name[0]}." for name in part.split("-") if name) for part in parts)


def _people(people: Iterable[Mapping[str, str]], own: str) -> str:
    names = [_person(person, own) for person in people]
    if len(names) < 2:
        return "".join(names)
    last = f" ו{names[-1]}" if own == "he" else f", & {names[-1]}"
    return ", ".join(names[:-1]) + last


def entry_html(entry: Entry) -> str:
    """Return one entry of the list as HTML, in the work's own language."""
    own = language(entry)
    people = _people(entry.get("author") or [], own)
    title = escape(str(entry.get("title", "")))
    whole = entry.get("type") not in {"article-journal", "article-newspaper", "article-magazine", "chapter"}
    shown = f"<cite>{title}</cite>" if whole else title
    parts = [f"{escape(people)} ({year(entry, own)})." if people else "", f"{shown}{_stop(title)}"]
    if not people:
        # A law carries its year in its name.
        parts = [f"{shown}." if entry.get("type") == "legislation" else f"{shown} ({year(entry, own)})."]
    parts += [_container(entry, own), _publisher(entry), _address(entry)]
    return " ".join(filter(None, parts))


def _stop(text: str) -> str:
    return "" if text.endswith((".", "?", "!")) else "."


def _container(entry: Entry, own: str) -> str:
    """Return what the work stands in: journal, volume, pages; or the book and its editors."""
    name = entry.get("container-title")
    pages = str(entry.get("page", "")).replace("-", "–")
    if not name:
        return ""
    where = f"<cite>{escape(str(name))}</cite>"
    if entry.get("type") == "chapter":
        editors = _joined([_editor(person, own) for person in entry.get("editor") or []], own)
        lead = f"{EDITED[own].format(escape(editors))}, " if editors else ""
        return f"{lead}{where}{f' ({PAGES[own].format(pages)})' if pages else ''}."
    volume, issue = str(entry.get("volume", "")), str(entry.get("issue", ""))
    number = f"<i>{escape(volume)}</i>" + (f"({escape(issue)})" if issue else "") if volume else escape(issue)
    last = PAGES[own].format(pages) if pages and own == "he" else pages
    return ", ".join(filter(None, (where, number, last))) + "."


def _joined(names: list[str], own: str) -> str:
    return AND[own].join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _editor(person: Mapping[str, str], own: str) -> str:
    given = person.get("given", "")
    short = given if own == "he" else initials(given)
    return f"{short} {_family(person)}".strip()


def _publisher(entry: Entry) -> str:
    place, name = entry.get("publisher-place"), entry.get("publisher")
    return escape(": ".join(str(part) for part in (place, name) if part)) + "." if place or name else ""


def _address(entry: Entry) -> str:
    """Return where the work is on the web, as a link: its DOI, else its URL."""
    url = f"https://doi.org/{entry['DOI']}" if entry.get("DOI") else str(entry.get("URL", ""))
    shown = escape(url.removeprefix("https://").removesuffix("/"))
    return f'<a href="{escape(url)}" lang="en" dir="ltr">{shown}</a>' if url else ""
