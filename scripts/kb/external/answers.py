"""What an address answered, and how a finding says it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

GONE: Final = (404, 410)
# Answers that a later try may better.
PASSING_STATUSES: Final = (408, 425, 429, 500, 502, 503, 504)
PASSING_KINDS: Final = ("timeout", "cut", "unreachable")

RULES_OF_KINDS: Final = {
    "moved": "external-moved",
    "timeout": "external-silent",
    "cut": "external-silent",
    "unreachable": "external-silent",
    "certificate": "external-unsafe",
    "loop": "external-redirect",
    "astray": "external-redirect",
    "type": "external-type",
    "malformed": "external-malformed",
}
WORDS: Final = {
    "ok": "answers well",
    "moved": "has moved to {}",
    "timeout": "gives no answer in time",
    "cut": "refuses or cuts the connection",
    "unreachable": "has no server: its name is not known or no way leads there",
    "certificate": "has no valid certificate",
    "loop": "redirects without end",
    "astray": "redirects to what is no address of the web",
    "type": "answers with a web page instead of the file",
    "malformed": "cannot be read as an address",
}


@dataclass(frozen=True)
class Answer:
    """What an address answered.

    kind: "ok", "status" (an HTTP error) or a key of RULES_OF_KINDS; status: of HTTP, 0 for none; address:
    of a moved page the new one, of a failure where redirects had led to, or ""; detail: why, or "".
    """

    kind: str
    status: int = 0
    address: str = ""
    detail: str = ""

    @property
    def name(self) -> str:
        """Return how the list of allowed failures names the answer: "403", "timeout"."""
        return str(self.status) if self.kind == "status" else self.kind

    @property
    def rule(self) -> str:
        """Return the rule that the answer breaks, "" for none."""
        if self.kind == "status":
            return "external-gone" if self.status in GONE else "external-refused"
        return RULES_OF_KINDS.get(self.kind, "")

    @property
    def passing(self) -> bool:
        """Tell whether it is worth asking again."""
        return self.kind in PASSING_KINDS or self.status in PASSING_STATUSES


def said(answer: Answer) -> str:
    """Return what an address does, to be put behind it: "answers 404 (Not Found)"."""
    if answer.kind == "moved":
        return WORDS["moved"].format(answer.address)
    text = WORDS.get(answer.kind, "")
    if answer.kind == "status":
        phrases = {status.value: status.phrase for status in HTTPStatus}
        phrase = phrases.get(answer.status, "")
        text = f"answers {answer.status}{f' ({phrase})' if phrase else ''}"
    elif answer.detail:
        text = f"{text} ({answer.detail})"
    if not answer.address:
        return text
    return (
        f"{text}: {answer.address}" if answer.kind == "astray" else f"{text}, redirected to {answer.address}"
    )
