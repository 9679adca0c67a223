"""Tick boxes of task lists: the whole line is the box's label, so that touching the words ticks it."""

from __future__ import annotations

import re

from markdown.postprocessors import Postprocessor

ITEM = re.compile(
    r'<li class="task-list-item">(?P<loose>\s*<p>)?<label class="task-list-control">'
    r'(?P<box><input[^>]*?)\s*/?>(?P<mark><span class="task-list-indicator"></span>)</label>'
    r"(?P<words>.*?)(?(loose)(?=</p>)|(?=</li>|\n?<[uo]l))",
    re.DOTALL,
)


class TickLabels(Postprocessor):
    """Move the words of each task list item into its label and name its box tick-1, tick-2, ..."""

    def run(self, text: str) -> str:
        """Return the page's HTML with every tick box labelled."""
        number = 0

        def labelled(match: re.Match[str]) -> str:
            nonlocal number
            number += 1
            return (
                f'<li class="task-list-item">{match["loose"] or ""}<label class="kb-tick">'
                f'<span class="task-list-control">{match["box"]} class="kb-field" name="tick-{number}" '
                f'autocomplete="off" />{match["mark"]}</span>{match["words"].rstrip()}</label>'
            )

        return ITEM.sub(labelled, text)
