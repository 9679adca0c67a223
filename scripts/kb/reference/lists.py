"""The list of references as a page: what the booklet draws on, then what was added since."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from kb import outline
from kb.content import Page, Project
from kb.reference.works import Entry, author_and_year, entry_html, language, year

SECTIONS = {
    "booklet": {"he": "המקורות של החוברת", "en": "Works the booklet draws on"},
    "added": {"he": "החוברת עצמה, ומקורות שהוספנו", "en": "The booklet itself, and works we added"},
}
CITED_ON = {"he": "מוזכר בעמודים", "en": "Cited on"}
DIRECTION = {"he": "rtl", "en": "ltr"}


def references_html(page: Page, project: Project) -> str:
    """Return the whole list; in each section works in the page's language come first."""
    cited = _cited(page.lang, project)
    blocks = []
    for name, heading in SECTIONS.items():
        rows = [entry for entry in project.works.values() if _section(entry) == name]
        rows.sort(key=lambda entry: _order(entry, page.lang))
        items = "\n".join(_item(entry, page, cited) for entry in rows)
        if items:
            blocks.append(
                f'<h2 id="works-{name}">{heading[page.lang]}</h2>\n<ul class="kb-references">\n{items}\n</ul>'
            )
    return "\n".join(blocks)


def _section(entry: Entry) -> str:
    """Tell whether the booklet names the work: custom.where holds the chapters that do."""
    return "booklet" if entry.get("custom", {}).get("where") else "added"


def _order(entry: Entry, lang: str) -> tuple[bool, str, str]:
    own = language(entry)
    return own != lang, author_and_year(entry, own)[0].lower(), year(entry, own)


def _item(entry: Entry, page: Page, cited: Mapping[str, list[Page]]) -> str:
    key, own = str(entry["id"]), language(entry)
    remark = entry.get("custom", {}).get(f"remark_{page.lang}")
    parts = [f'<span lang="{own}" dir="{DIRECTION[own]}">{entry_html(entry)}</span>']
    if page.lang != own and own == "he":
        parts.append(_in_english(entry))
    if remark:
        parts.append(f'<span class="kb-remark">{escape(str(remark))}</span>')
    links = ", ".join(
        f'<a href="{page.link_to(other)}">{escape(str(other.meta.get("title", other.name)))}</a>'
        for other in cited.get(key, [])
    )
    if links:
        parts.append(f'<span class="kb-cited-on">{CITED_ON[page.lang]}: {links}</span>')
    return f'<li id="{key}">{" ".join(filter(None, parts))}</li>'


def _in_english(entry: Entry) -> str:
    """Return authors and title of a Hebrew work for readers of English, in brackets."""
    custom = entry.get("custom", {})
    people = [
        f"{person.get('family', '')}, {person.get('given', '')[:1]}."
        for person in custom.get("author_en", [])
    ]
    title = str(entry.get("translated-title") or custom.get("title_en") or "").strip("[]")
    text = " ".join(filter(None, (", ".join(people), f"{title}." if title else "")))
    return f"[{escape(text)}]" if text else ""


def _cited(lang: str, project: Project) -> dict[str, list[Page]]:
    """Return key -> the pages of one language that cite the work."""
    found: dict[str, list[Page]] = {}
    for page in project.pages:
        if page.lang == lang:
            for key in sorted(outline.cited_keys(page.body)):
                found.setdefault(key, []).append(page)
    return found
