"""Handouts: a page's HTML fragment -> print-ready files.

source -> copies -> fields -> tidy -> vocabulary -> tables -> glyphs give a Document, the one tree
that every format is made from; pdf.py makes PDF of it (typeset -> order -> forms -> structure).
store.py keeps the folder of files. Nothing here prints, exits or uses the working directory.
"""

from kb.handouts.meta import HandoutError, HandoutMeta
from kb.handouts.pdf import render_pdf
from kb.handouts.store import Failure, Job, build, stale

__all__ = ["Failure", "HandoutError", "HandoutMeta", "Job", "build", "render_pdf", "stale"]
