"""Tick boxes of task lists: the whole line is the box's label, so that touching the words ticks it."""

from __future__ import annotations

import re

from markdown.postprocessors import Postprocessor

ITEM = re.compile(
    r'<li class="task-list-item"><label class="task-list-control">(?P<box><input[^>]*?)\s*/?>'
    r'(?P<mark><span class="task-list-indicator"></span>)</label>(?P<words>.*?)(?=</li>|\n?<[uo]l)',
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
                '<li class="task-list-item"><label class="kb-tick"><span class="task-list-control">'
                f'{match["box"]} class="kb-field" name="tick-{number}" autocomplete="off" />{match["mark"]}</span>'
                f"{match['words'].rstrip()}</label>"
            )

        return ITEM.sub(labelled, text)
