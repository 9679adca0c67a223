"""The switch on the page about privacy: whether the browser keeps visited pages to open them offline."""

from __future__ import annotations

import posixpath
from html import escape
from typing import Final

from kb import policy
from kb.content import Page, Project

WORDS: Final = {
    "he": {
        "switch": "לשמור עמודים שביקרתי בהם",
        "on": "מעכשיו הדפדפן שומר את העמודים שאתם פותחים.",
        "off": "נמחק. הדפדפן אינו שומר עוד עמודים מן האתר.",
        "failed": "לא הצלחנו לשנות את זה. אפשר למחוק את נתוני האתר בהגדרות הדפדפן.",
    },
    "en": {
        "switch": "Keep pages that I visited",
        "on": "From now on the browser keeps the pages that you open.",
        "off": "Erased. The browser no longer keeps pages of this site.",
        "failed": "This could not be changed. You can erase the site's data in the browser's settings.",
    },
}


def switch_html(page: Page, project: Project) -> str:
    """Return the switch; it is hidden until its script finds that the browser can keep pages."""
    words = WORDS[page.lang]
    up = "" if page.lang == policy.SOURCE_LANGUAGE else "../"
    base = f"{up}{posixpath.relpath('.', page.address or '.')}/"
    data = "".join(f' data-kb-{key}="{escape(words[key])}"' for key in ("on", "off", "failed"))
    return (
        f'<p class="kb-offline" hidden data-search-exclude data-kb-base="{base}"{data}>'
        '<button type="button" class="kb-tool" aria-pressed="false">'
        f'<span class="kb-switch" aria-hidden="true"></span>{words["switch"]}</button> '
        '<span role="status"></span></p>'
    )
