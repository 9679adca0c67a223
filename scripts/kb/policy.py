"""Every list and limit of the project, once."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("he", "en")
SOURCE_LANGUAGE: Final = "he"
DIRECTIONS: Final = {"he": "rtl", "en": "ltr"}

# Content folder -> where its pages stand below the site's root.
MOUNTS: Final = {
    "docs": "",
    "cases": "cases",
    "exercises": "exercises",
    "situations": "ethics/situations",
    "course": "course",
    "workshops": "workshops",
}

# Folders with one facts file beside the two Markdown files: folder -> file name.
FACTS_FILES: Final = {
    "cases": "case.yml",
    "exercises": "exercise.yml",
    "situations": "situation.yml",
    "course": "unit.yml",
    "workshops": "plan.yml",
}

REFERENCES_FILE: Final = "docs/reference/references.json"
TERMS_FILE: Final = "docs/reference/terms.yml"
FIGURES_FOLDER: Final = "figures"
REFERENCES_PAGE: Final = "reference/references.md"
GLOSSARY_PAGE: Final = "reference/glossary.md"
RULES_PAGE: Final = "contribute/checks.md"

# Files that speak about words rather than with them: the termbase, the page on the booklet's misprints, and
# what people say of a situation in words of their own.
ABOUT_WORDS: Final = (TERMS_FILE, "docs/reference/about.he.md", "docs/reference/about.en.md")
OWN_WORDS: Final = FACTS_FILES["situations"]

# Front matter: key -> (type, required). `source` is the stamp of the Hebrew body an English page follows.
FRONT_MATTER: Final[dict[str, tuple[type, bool]]] = {
    "title": (str, True),
    "description": (str, True),
    "source": (str, False),
    "template": (str, False),
    "doors": (dict, False),
    "hide": (list, False),
}
TEMPLATES: Final = "overrides"
DESCRIPTION_LENGTH: Final = (40, 170)

# Set in the environment of MkDocs by who has just checked the content: the first build need not again.
CHECKED: Final = "KB_CONTENT_CHECKED"

COPIES: Final = ("blank", "guided", "trainer")
HANDOUT_FORMATS: Final = (".pdf", ".docx")
# Of a plan everybody gets the agenda, and trainers the whole.
PLAN_COPIES: Final = ("blank", "trainer")
STAMP_LENGTH: Final = 12

# How fast a page of the course is read. Measured on Hebrew prose: 187 words a minute, aloud, normally
# sighted people of 18 to 35 (Trauzettel-Klosinski & Dietz, 2012, the IReST texts, doi 10.1167/iovs.11-8284).
# Who studies stops, goes back and takes notes; 130 is our own reckoning of that and not a published figure.
WORDS_PER_MINUTE: Final = 130
