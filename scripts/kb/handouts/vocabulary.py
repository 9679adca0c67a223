"""Which elements can be printed. What is not listed here stops the build; nothing gets lost."""

from __future__ import annotations

from typing import Final

from kb.handouts.markup import Element, elements, fault, words

# fmt: off
BLOCKS: Final = frozenset({
    "main", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "aside",
    "details", "summary", "blockquote", "figure", "figcaption", "fieldset", "legend", "table", "thead",
    "tbody", "tr", "th", "td", "hr", "img",
})
INLINE: Final = frozenset({
    "a", "strong", "em", "b", "i", "code", "sup", "sub", "span", "abbr", "br", "label", "input", "textarea",
})
OURS: Final = frozenset({
    "kb-write", "kb-fill", "kb-fills", "kb-scale", "kb-scale-low", "kb-scale-steps", "kb-scale-high",
    "kb-field", "kb-cell", "kb-guide", "kb-trainer", "kb-takeaway", "kb-since2010", "kb-rests", "kb-help",
    "kb-pause", "kb-reveal", "kb-figure", "kb-facts", "kb-cite", "kb-term", "kb-footnote",
    "kb-judge", "kb-quiz", "kb-choice", "kb-argued", "kb-argument", "kb-option-title", "kb-code-says",
    "kb-treated", "kb-block-title", "kb-block-label", "kb-card", "kb-card-front", "kb-card-back",
})
# fmt: on
# These mean nothing by themselves: without one of our classes they are somebody else's block.
_OURS_ONLY: Final = frozenset({"section", "aside", "details", "fieldset", "figure"})


def check(tree: Element) -> None:
    """Raise HandoutError at the first element that the templates do not know."""
    for node in elements(tree):
        tag = str(node.tag)
        if tag not in BLOCKS | INLINE:
            raise fault(node, f"the element <{tag}> cannot be printed")
        names = (node.get("class") or "").split()
        ours = [name for name in names if name.startswith("kb-")]
        for name in ours:
            if name not in OURS:
                raise fault(node, f"the block {name} cannot be printed")
        foreign_block = tag == "div" and names and not ours
        if foreign_block or (tag in _OURS_ONLY and not ours):
            raise fault(node, f'the element <{tag} class="{" ".join(names)}"> cannot be printed')
        if tag == "tr":
            _check_row(node)


def _check_row(row: Element) -> None:
    table = next(row.iterancestors("table"), None)
    head = None if table is None else next(table.iter("tr"), None)
    if head is None or len(head) == len(row):
        return
    first = words(row[0]) if len(row) else ""
    raise fault(row, f"the table row «{first}» has {len(row)} cells and the table has {len(head)} columns")
