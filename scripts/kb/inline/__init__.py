"""Marks in running text: facts, citations and terms -> plain Markdown or HTML.

Each module has `expand(text, page, project) -> str` for a stretch of text outside code, which keeps the
number of lines, so that line numbers of the source stay true.
"""
