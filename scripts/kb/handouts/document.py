"""Fragment and facts -> what is printed: the one tree that every format of a handout is made from."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from kb.handouts.copies import select
from kb.handouts.fields import Field, number_fields
from kb.handouts.glyphs import check_glyphs
from kb.handouts.made import settle
from kb.handouts.markup import Element
from kb.handouts.meta import HandoutMeta
from kb.handouts.source import read
from kb.handouts.tables import set_column_widths
from kb.handouts.tidy import tidy
from kb.handouts.vocabulary import check


@dataclass(frozen=True)
class Document:
    """One copy of one handout, ready for typesetting.

    tree: the checked elements; drawings: SVG texts that its images name by number; fields: records
    of the places to write, which its elements name by number.
    """

    meta: HandoutMeta
    tree: Element
    drawings: tuple[str, ...]
    fields: tuple[Field, ...]

    def xml(self) -> str:
        """Return the tree as XML."""
        return etree.tostring(self.tree, encoding="unicode")


def document(fragment: str, meta: HandoutMeta) -> Document:
    """Return the copy that `meta` names of a page's HTML fragment.

    Raises HandoutError for anything that cannot be printed.
    """
    tree, drawings = read(fragment, meta.title)
    settle(tree)
    select(tree, meta)
    fields = number_fields(tree)
    tidy(tree)
    check(tree)
    set_column_widths(tree)
    check_glyphs(tree, drawings, meta)
    return Document(meta, tree, tuple(drawings), tuple(fields))
