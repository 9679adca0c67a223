"""The words that the printer itself puts on paper, in both languages."""

from __future__ import annotations

from typing import Final

from kb.handouts.meta import HandoutMeta

# {page} and {pages} are filled in by the template: "1 / 2" is read backwards in Hebrew.
PAGES: Final = {"he": "עמוד {page} מתוך {pages}", "en": "Page {page} of {pages}"}

# Kind of document -> copy -> what the copy is called on its first page.
COPIES: Final[dict[str, dict[str, dict[str, str]]]] = {
    "he": {
        "exercise": {"blank": "דף למילוי", "guided": "דף עם הדרכה", "trainer": "דף למנחים"},
        "case": {"blank": "סיפור לדיון", "guided": "סיפור עם ההמשך", "trainer": "סיפור למנחים"},
        "plan": {"blank": "סדר היום", "trainer": "תוכנית למנחים"},
    },
    "en": {
        "exercise": {
            "blank": "Sheet to fill in",
            "guided": "Sheet with guidance",
            "trainer": "Sheet for trainers",
        },
        "case": {
            "blank": "Case to discuss",
            "guided": "Case with what happened",
            "trainer": "Case for trainers",
        },
        "plan": {"blank": "Agenda", "trainer": "Plan for trainers"},
    },
}

# Kind -> the words that its template needs besides the text. {sheet} and {sheets} are filled in there.
WORDS: Final[dict[str, dict[str, str]]] = {
    "he": {
        "help": "סכנה מיידית: 100 · מוקד הרווחה: 118",
        "both-sides": "הדפיסו דו־צדדי, בהיפוך על הצד הארוך ובגודל 100%, וגזרו לאורך הקווים",
        "front": "גיליון {sheet} מתוך {sheets}, חזית",
        "back": "גיליון {sheet} מתוך {sheets}, גב",
    },
    "en": {
        "help": "Immediate danger: 100 · Welfare hotline: 118",
        "both-sides": "Print on both sides, flipped on the long edge, at 100%, and cut along the lines",
        "front": "Sheet {sheet} of {sheets}, front",
        "back": "Sheet {sheet} of {sheets}, back",
    },
}


def copy_label(meta: HandoutMeta) -> str:
    """Return what this copy is called, "" where there is only one."""
    return COPIES[meta.lang].get(meta.kind, {}).get(meta.copy, "")


def document_title(meta: HandoutMeta) -> str:
    """Return the title a viewer shows: a screen reader then says which copy this is."""
    label = copy_label(meta)
    return f"{meta.title} – {label}" if label else meta.title
