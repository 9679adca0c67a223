"""The tags of several PDFs as one tree: a part for each copy, under one for each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from kb.handouts.structure import walk


class Tags:
    """Collects the structure trees of what is bound, and writes theirs."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self._element(Name.Document, self._root)
        self._groups: dict[str, Any] = {}
        self._numbers = Array()
        self._next = 0
        self._ids: dict[str, Any] = {}
        self._roles: Any = None
        self._copies = 0

    def add(self, source: pikepdf.Pdf, pages: Sequence[pikepdf.Page], group: str) -> None:
        """Take over the tags of one copy, whose pages already stand in the new file."""
        self._copies += 1
        tree = self._pdf.copy_foreign(source.Root.StructTreeRoot)
        if self._roles is None:
            self._roles = tree.get("/RoleMap")
        self._renumber(tree, pages)
        self._place_links(source, pages)
        if group not in self._groups:
            self._groups[group] = self._element(Name.Part, self._document)
            self._groups[group].T = String(group)
        parent = self._groups[group]
        inside = tree.K if isinstance(tree.K, Array) else [tree.K]
        for element in inside:
            element.S, element.P = Name.Part, parent
            parent.K.append(element)
            self._rename(element)

    def finish(self) -> None:
        """Write the tree into the file."""
        root = self._root
        root.K = self._document
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._numbers))
        root.ParentTreeNextKey = self._next
        if self._roles is not None:
            root.RoleMap = self._roles
        if self._ids:
            names = Array()
            for ident in sorted(self._ids):
                names.append(String(ident))
                names.append(self._ids[ident])
            limits = Array([String(min(self._ids)), String(max(self._ids))])
            leaf = self._pdf.make_indirect(Dictionary(Names=names, Limits=limits))
            root.IDTree = Dictionary(Kids=Array([leaf]))
        self._pdf.Root.StructTreeRoot = root

    def _element(self, kind: Name, parent: Any) -> Any:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent, K=Array()))
        if kind != Name.Document:
            parent.K.append(element)
        return element

    def _renumber(self, tree: Any, pages: Sequence[pikepdf.Page]) -> None:
        """Give pages and links the next free numbers, by which their elements are found."""
        entries = dict(_pairs(tree.ParentTree))
        offset = self._next
        for page in pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + offset
            for link in page.obj.get("/Annots", []):
                if "/StructParent" in link:
                    link.StructParent = int(link.StructParent) + offset
        for number in sorted(entries):
            self._numbers.append(number + offset)
            self._numbers.append(entries[number])
        self._next = offset + max(entries, default=-1) + 1

    def _place_links(self, source: pikepdf.Pdf, pages: Sequence[pikepdf.Page]) -> None:
        """Let links within a handout lead to their own copy: names would be the same in all."""
        places = _destinations(source)
        for page in pages:
            for link in page.obj.get("/Annots", []):
                if isinstance(link.get("/Dest"), String):
                    link.Dest = self._pdf.copy_foreign(source.make_indirect(places[str(link.Dest)]))

    def _rename(self, element: Any) -> None:
        """Make the ids of header cells unique in the whole file."""
        for node in walk(element):
            if "/ID" in node:
                node.ID = String(f"{self._copies}-{node.ID}")
                self._ids[str(node.ID)] = node
            for attributes in _attributes(node):
                if "/Headers" in attributes:
                    renamed = [String(f"{self._copies}-{ident}") for ident in attributes.Headers]
                    attributes.Headers = Array(renamed)


def _attributes(node: Any) -> list[Any]:
    inside = node.get("/A", [])
    items = list(inside) if isinstance(inside, Array) else [inside]
    return [item for item in items if isinstance(item, Dictionary)]


def _pairs(node: Any) -> list[tuple[int, Any]]:
    numbers = node.get("/Nums", [])
    found = [(int(numbers[index]), numbers[index + 1]) for index in range(0, len(numbers), 2)]
    for kid in node.get("/Kids", []):
        found += _pairs(kid)
    return found


def _destinations(source: pikepdf.Pdf) -> dict[str, Any]:
    """Return the named places of a file."""
    names = source.Root.get("/Names")
    tree = names.get("/Dests") if names is not None else None
    return dict(pikepdf.NameTree(tree)) if tree is not None else {}
