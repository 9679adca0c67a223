"""[@key] -> a link to the entry in the list of references, in the field's style.

`[@maslow1954]` gives (Maslow, 1954), `[-@maslow1954]` only (1954), after a name in the sentence;
`[@popper1990, 6]` adds a page, `[@a; @b]` cites two works.
"""

from __future__ import annotations

import posixpath
import re

from kb import outline, policy
from kb.content import Page, Project
from kb.reference.works import author_and_year

ONE = re.compile(r"^(-?)@([A-Za-z0-9][\w-]*)(?:,\s*(.+))?$")
PAGES = {"he": ("עמ׳ {}", "עמ׳ {}"), "en": ("p. {}", "pp. {}")}


def target(page: Page, key: str) -> str:
    """Return the link from a page to an entry of the reference list, as Markdown writes it."""
    here = posixpath.dirname(page.name)
    return f"{posixpath.relpath(policy.REFERENCES_PAGE, here or '.')}#{key}"


def _one(part: str, page: Page, project: Project) -> str | None:
    match = ONE.match(part.strip())
    entry = project.works.get(match[2]) if match else None
    if match is None or entry is None:
        return None
    author, year = author_and_year(entry, page.lang)
    words = year if match[1] else f"{author}, {year}"
    if match[3]:
        several = bool(re.search(r"[-–,]", match[3]))
        words += f", {PAGES[page.lang][several].format(match[3].strip())}"
    return f"[{words}]({target(page, match[2])}){{ .kb-cite }}"


def expand(text: str, page: Page, project: Project) -> str:
    """Replace every citation whose keys are all known."""

    def replace(match: re.Match[str]) -> str:
        parts = [_one(part, page, project) for part in match[1].split(";")]
        known = [part for part in parts if part is not None]
        return f"({'; '.join(known)})" if len(known) == len(parts) else match[0]

    return outline.CITATION.sub(replace, text)
