"""The house: everything the project knows how to do with its content, as plain Python.

Nothing here prints, exits, imports mkdocs or looks at the working directory.
Data flows one way: content -> records -> checks -> handouts -> mount -> render -> site.
"""
