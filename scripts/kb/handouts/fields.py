"""The places to write: each gets a number in the tree and a record of what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kb.handouts.markup import Element, drop, elements, fault, has_class, with_class, words

NUMBER: Final = "data-kb-field"


@dataclass(frozen=True)
class Field:
    """One place to write.

    kind: text (one line), lines (several), tick or choice (one of a group); name: the same for all
    choices of a group, unique otherwise; label: what a screen reader says; value: of a choice; words:
    of a choice between sentences, the sentence.
    """

    kind: Literal["text", "lines", "tick", "choice"]
    name: str
    label: str
    value: str = ""
    words: str = ""

    @property
    def choice_label(self) -> str:
        """Return what a screen reader says of one choice of a group."""
        return f"{self.label} {self.words or self.value}"


def number_fields(tree: Element) -> list[Field]:
    """Mark every field with its number, counted from 0 in reading order, and return the records."""
    _mark_ticks(tree)
    found: list[Field] = []
    for node in elements(tree):
        field = _field(tree, node, len(found))
        if field is None:
            continue
        if not field.label:
            raise fault(node, f"the field {field.name} has no label")
        node.set(NUMBER, str(len(found)))
        found.append(field)
    _check_names(tree, found)
    return found


def _mark_ticks(tree: Element) -> None:
    """Turn the check box of a task list's item into a mark on the item itself."""
    for item in with_class(tree, "task-list-item"):
        for node in elements(item):
            if node.tag == "input" and node.get("type") == "checkbox":
                holder = node.getparent()
                in_label = holder is not None and has_class(holder, "task-list-control")
                drop(holder if in_label and holder is not None else node)
                item.set("data-kb-tick", "")
                break


def _field(tree: Element, node: Element, number: int) -> Field | None:
    name = node.get("name") or ""
    if node.get("data-kb-tick") is not None:
        return Field("tick", f"tick-{number}", words(node))
    if node.tag == "textarea":
        return Field("lines", name, node.get("aria-label") or _label(tree, node))
    if node.tag != "input":
        return None
    if node.get("type") == "radio":
        return _choice(node, name)
    if node.get("type") in (None, "text"):
        return Field("text", name, node.get("aria-label") or _label(tree, node))
    raise fault(node, f"a field of the type {node.get('type')} cannot be printed")


def _choice(node: Element, name: str) -> Field:
    """Return a step of a scale or an option of a self-check; the label is the question of the group."""
    value = node.get("value") or ""
    for above in node.iterancestors("fieldset"):
        question = " ".join(words(legend) for legend in above.iter("legend"))
        if not has_class(above, "kb-choice"):
            return Field("choice", name, question, value)
        label, block = node.getparent(), above.getparent()
        sentence = words(label) if label is not None else ""
        return Field("choice", name, f"{_title(block)} {question}".strip(), value, sentence)
    return Field("choice", name, "", value)


def _title(block: Element | None) -> str:
    """Return the line that names a block, without its label."""
    for line in [] if block is None else with_class(block, "kb-block-title")[:1]:
        labels = sum(len(words(label)) for label in with_class(line, "kb-block-label"))
        return words(line)[labels:].strip()
    return ""


def _label(tree: Element, node: Element) -> str:
    ident = node.get("id")
    found = [words(label) for label in tree.iter("label") if ident and label.get("for") == ident]
    return " ".join(found)


def _check_names(tree: Element, found: list[Field]) -> None:
    seen: set[tuple[str, str]] = set()
    for node in elements(tree):
        number = node.get(NUMBER)
        if number is None:
            continue
        field = found[int(number)]
        if (field.name, field.value) in seen or not field.name:
            raise fault(node, f"the field name {field.name or '(none)'} stands twice or is empty")
        seen.add((field.name, field.value))
