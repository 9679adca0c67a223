"""The parts of a Word file: python-docx keeps their names, kinds and relations; their text is ours."""

from __future__ import annotations

from typing import Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from kb.handouts.markup import Element
from kb.handouts.word.ooxml import NAMESPACES, W, name

# What a part is -> its kind and how the document refers to it.
_KINDS: Final = {
    "document": (CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT),
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "header": (CT.WML_HEADER, RT.HEADER),
    "footer": (CT.WML_FOOTER, RT.FOOTER),
}


class Written(Part):
    """A part whose text is set when it is known; what it refers to can be added before."""

    text: bytes = b""

    @property
    def blob(self) -> bytes:
        """Return the part's text."""
        return self.text


def main_part(package: Package) -> Written:
    """Return the document itself, still empty."""
    kind, relation = _KINDS["document"]
    part = Written(PackURI("/word/document.xml"), kind, package=package)
    package.relate_to(part, relation)
    return part


def add_part(main: Written, what: str, text: bytes = b"", number: int | None = None) -> tuple[Written, str]:
    """Add a part that the document refers to; return it and the reference's id."""
    kind, relation = _KINDS[what]
    uri = PackURI(f"/word/{what}{number or ''}.xml")
    part = Written(uri, kind, package=main.package)
    part.text = text
    return part, main.relate_to(part, relation)


def written(tag: str, *rows: str) -> bytes:
    """Return the text of a part that is the same in many documents, from XML with the prefix w."""
    declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} xmlns:w="{W}">'
    return f"{declared}{''.join(rows)}</w:{tag}>".encode()


def root(tag: str, *children: Element) -> bytes:
    """Return a part's text: its root element, with all names declared.

    A reader older than check boxes may pass over them.
    """
    node = etree.Element(name(tag), nsmap=NAMESPACES)
    node.set(f"{{{NAMESPACES['mc']}}}Ignorable", "w14")
    node.extend(children)
    return etree.tostring(node, encoding="UTF-8", xml_declaration=True, standalone=True)
