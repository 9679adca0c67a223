"""Material's style sheet -> the same without the features that this site does not have.

A rule is left out only where its selector names a class of such a feature, which no element has; what
stands in :not(), :is() or :where() does not count, nor an
attribute. A page that has such a class after all is a fault of
the build (`used`), so that no page is shown without its styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Beginnings of class names. Each stands for a feature of the theme, or a Markdown extension, that is off.
UNUSED: Final = (
    "admonition", "annotate", "arithmatex", "critic", "emojione", "gemoji", "giscus",
    "glightbox", "grid", "headerlink", "highlight", "keys", "key-", "linenodiv", "linenos", "md-annotation",
    "md-author", "md-banner", "md-clipboard", "md-code__", "md-consent", "md-feedback", "md-meta",
    "md-pagination", "md-post", "md-profile", "md-select", "md-social", "md-source", "md-status",
    "md-suggest", "md-tabs", "md-tag", "md-tooltip", "md-top", "md-version", "mermaid", "tabbed-", "twemoji",
)  # fmt: skip
# Whole names: the kinds of admonitions, each with a picture of its own.
UNUSED_WHOLE: Final = (
    "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success", "tip",
    "warning", "md-button", "md-draft", "md-input", "md-search__suggest",
)  # fmt: skip
_NAMES: Final = rf"{'|'.join(UNUSED)}|(?:{'|'.join(UNUSED_WHOLE)})(?![\w-])"
IN_SELECTOR: Final = re.compile(rf"\.(?:{_NAMES})")
IN_PAGE: Final = re.compile(rf'\sclass="(?:[^"]*\s)?((?:{_NAMES})[^"\s]*)')
CONDITION: Final = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]")
GROUPS: Final = ("@media", "@supports", "@layer", "@container")
TOKEN: Final = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[{};]|\\.|[^{};"\'\\]+', re.DOTALL)
COMMA: Final = re.compile(r",(?![^(\[]*[)\]])")


def trim(css: str) -> str:
    """Return minified CSS (no comments) without rules that can only match what UNUSED names."""
    return "".join(_kept(rule) for rule in _rules(css))


def used(page: str) -> str:
    """Return the first class on a page of HTML whose styles are left out, or ""."""
    found = IN_PAGE.search(page)
    return found[1] if found else ""


def _rules(css: str) -> Iterator[str]:
    """Cut CSS into its outermost rules and statements."""
    rule, depth = "", 0
    for token in TOKEN.findall(css):
        rule += token
        depth += (token == "{") - (token == "}")
        if depth == 0 and token in ("}", ";"):
            yield rule
            rule = ""
    yield rule


def _kept(rule: str) -> str:
    head, brace, body = rule.partition("{")
    if not brace or (head.startswith("@") and not head.startswith(GROUPS)):
        return rule
    if head.startswith("@"):
        inner = trim(body[:-1])
        return f"{head}{{{inner}}}" if inner else ""
    kept = [part for part in COMMA.split(head) if not IN_SELECTOR.search(CONDITION.sub("", part))]
    return ",".join(kept) + brace + body if kept else ""
