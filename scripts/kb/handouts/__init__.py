"""Handouts: a page's HTML fragment -> print-ready files.

source -> copies -> fields -> tidy -> vocabulary -> tables -> glyphs give a Document, the one tree
that every format is made from; pdf.py makes PDF of it (typeset -> order -> forms -> structure), word/
a Word file. store.py keeps the folder of files. Nothing here prints, exits or uses the working
directory.
"""

from kb.handouts.meta import HandoutError, HandoutMeta
from kb.handouts.pdf import render_pdf
from kb.handouts.store import Failure, Job, Printable, build, stale
from kb.handouts.word import render_docx

__all__ = [
    "Failure",
    "HandoutError",
    "HandoutMeta",
    "Job",
    "Printable",
    "build",
    "render_docx",
    "render_pdf",
    "stale",
]
