"""A page's HTML -> the same with words of the other language marked, so that they are spoken in it.

Authors need not mark English terms in Hebrew text by hand (WCAG 2.2, 3.1.2 Language of Parts): words with
a small letter are marked, in runs. Abbreviations in capitals (PDF, SMART) are part of the Hebrew around
them, as 3.1.2 has it, and so are citations, which are names. What has its language already stays as it is.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"""(<!--.*?-->|</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
# Read letter by letter, or by the browser, or not at all; an <option> can hold no other element.
UNTOUCHED = {"code", "pre", "kbd", "samp", "svg", "script", "style", "textarea", "option", "template"}
OWN = re.compile(r'\slang=|\sclass="[^"]*\bkb-cite\b')
BEGINS = re.compile(
    rf"<(?:{'|'.join(sorted(UNTOUCHED))})\b|<[a-zA-Z].*?(?:{OWN.pattern})", re.DOTALL | re.IGNORECASE
)
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LATIN = re.compile(
    r"(?<![\w/.@:#{&-])[A-Za-z][A-Za-z0-9’']*"
    r"(?:(?: | ?(?:&amp;|–|-) ?|\. |, (?=[A-Z]\b))[A-Za-z][A-Za-z0-9’']*)*"
    r"(?![\w/@:=;-]|\.\w)"
)
HEBREW = re.compile(r"[\u05d0-\u05ea][\u0590-\u05ff׳״'\"]*(?:[ -][\u05d0-\u05ea][\u0590-\u05ff׳״'\"]*)*")
SMALL = re.compile(r"[a-z]")


def mark(html: str, lang: str) -> str:
    """Return a page's HTML with the words of the other language in elements that name it.

    html: the content of a page; lang: the language of the page, "he" or "en".
    """
    parts: list[str] = []
    inside: list[str] = []  # the open elements of one that is left as it is
    for number, part in enumerate(TOKEN.split(html)):
        if number % 2:
            _follow(part, inside)
            parts.append(part)
        else:
            parts.append(part if inside else _marked(part, lang))
    return "".join(parts)


def _follow(tag: str, inside: list[str]) -> None:
    """Keep count of where an untouched element begins and ends."""
    if not inside and not BEGINS.match(tag):  # nine tags in ten
        return
    named = NAME.match(tag)
    if named is None or named[1].lower() in VOID or tag.endswith("/>"):
        return
    name = named[1].lower()
    if tag.startswith("</"):
        if inside and inside[-1] == name:
            inside.pop()
    elif inside or name in UNTOUCHED or OWN.search(tag):
        inside.append(name)


def _marked(text: str, lang: str) -> str:
    if lang == "en":
        return HEBREW.sub(lambda run: f'<span lang="he" dir="rtl">{run[0]}</span>', text)
    return LATIN.sub(_english, text) if SMALL.search(text) else text


def _english(run: re.Match[str]) -> str:
    return f'<span lang="en" dir="ltr">{run[0]}</span>' if SMALL.search(run[0]) else run[0]
