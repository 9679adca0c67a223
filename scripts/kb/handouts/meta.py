"""What a handout is, apart from its text, and what is said when it cannot be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Copy = Literal["blank", "guided", "trainer"]
Kind = Literal["exercise", "case", "plan", "code", "path", "cards"]
Lang = Literal["he", "en"]


class HandoutError(Exception):
    """The text cannot be printed.

    detail: what is wrong, naming the element or character; near: the text of the nearest heading
    before it (the title at the very start); anchor: that heading's id, "" where it has none.
    """

    def __init__(self, detail: str, near: str, anchor: str = "") -> None:
        super().__init__(f"{detail} (near: {near})")
        self.detail, self.near, self.anchor = detail, near, anchor


@dataclass(frozen=True)
class HandoutMeta:
    """What stands around the text of one handout, in the handout's language.

    slug: smart-goal, story-moshe; subtitle: one sentence under the title, may be empty; address:
    the page's address as people read it (example.org/exercises/smart-goal), for the footer;
    source_line: where the text comes from and its licence, for the footer; site_title: for the
    head of the first page; paper: to be printed only, so without form fields.
    """

    slug: str
    copy: Copy
    lang: Lang
    kind: Kind
    title: str
    subtitle: str
    site_title: str
    address: str
    source_line: str
    paper: bool = False

    @property
    def has_form(self) -> bool:
        """Tell whether the fields of this copy can be filled in on a screen."""
        return self.copy != "trainer" and not self.paper
