"""Self-checks: `judge`, a grey question, and `quiz`, one with a right answer, as HTML.

Without a script the options are plain radio buttons, and what can be said of them waits in a native
disclosure; overrides/assets/behaviour/self-check.js keeps that closed until a choice is made.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from kb.worksheet.markup import OpenBlock, add_title, child
from kb.worksheet.vocabulary import SELF_CHECKS


def is_self_check(element: etree.Element) -> bool:
    """Tell whether an element is a self-check, the only place for an option."""
    return element.get("class") in [f"kb-{name}" for name in SELF_CHECKS]


def question(block: OpenBlock, parent: etree.Element) -> etree.Element:
    """Build a self-check with its title; its options follow, and `finish` puts all in place."""
    ident = block.options["id"]
    names = {"class_": f"kb-{block.NAME}", "id": ident, "aria_labelledby": f"{ident}-title"}
    if objective := block.options["objective"]:
        names["data_kb_objective"] = objective
    section = child(parent, "section", **names)
    add_title(section, block.label(block.NAME), block.argument, f"{ident}-title")
    return section


def option(block: OpenBlock, parent: etree.Element) -> etree.Element:
    """Build what is said of an option, under the option's own words; of a quiz, whether it is right."""
    number = str(len(_arguments(parent)) + 1)
    said = child(parent, "div", class_="kb-argument", data_kb_option=number)
    title = child(said, "p", class_="kb-option-title")
    words = AtomicString(block.argument)
    if parent.get("class") == "kb-quiz":
        verdict = "right" if block.options["right"] else "wrong"
        said.set("data-kb-verdict", verdict)
        mark = child(title, "span", block.label(verdict), class_="kb-block-label")
        mark.tail = AtomicString(f" {words}")
    else:
        title.text = words
    return said


def code_says(block: OpenBlock, parent: etree.Element) -> etree.Element:
    """Build the part that says what the code or the booklet says, and what it leaves open."""
    said = child(parent, "div", class_="kb-code-says")
    add_title(said, block.label("code-says"), "")
    return said


def finish(block: OpenBlock, section: etree.Element) -> None:
    """After the situation put the options to choose from, then all that is said of them, to open."""
    arguments = _arguments(section)
    said = [*arguments, *_with_class(section, "kb-code-says")]
    for part in said:
        section.remove(part)
    choice = child(section, "fieldset", class_="kb-choice")
    child(choice, "legend", block.label(f"{block.NAME}-ask"))
    for part in arguments:
        number = part.get("data-kb-option", "")
        label = child(choice, "label")
        child(label, "input", class_="kb-field", type="radio", name=block.options["id"], value=number)
        child(label, "span", _words(part))
    details = child(section, "details", class_="kb-reveal kb-argued")
    child(details, "summary", block.label(f"{block.NAME}-more"))
    details.extend(said)
    _add_treated(block, details)


def _arguments(section: etree.Element) -> list[etree.Element]:
    return _with_class(section, "kb-argument")


def _with_class(section: etree.Element, name: str) -> list[etree.Element]:
    return [part for part in section if part.get("class") == name]


def _words(argument: etree.Element) -> AtomicString:
    """Return an option's own words, without its verdict."""
    title = argument[0]
    text = (title[0].tail if len(title) else title.text) or ""
    return AtomicString(text.strip())


def _add_treated(block: OpenBlock, parent: etree.Element) -> None:
    title, href = block.page.treated(block.options["page"])
    line = child(parent, "p", f"{block.label('treated')}: ", class_="kb-treated")
    if href:
        child(line, "a", AtomicString(title), href=href)
    else:
        line.text = AtomicString(f"{line.text}{title}")
