"""The paragraph that offers the copy to download: how large that is shows only after packing."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from kb.content import Page, Project

PLACE: Final = re.compile(r'<p class="kb-download" lang="(\w+)" data-search-exclude>.*?</p>', re.DOTALL)
MEGABYTE: Final = 1024 * 1024
WORDS: Final = {
    "he": {
        "unbuilt": "הקובץ נוצר כשבונים את האתר (build).",
        "link": "להורדת האתר כולו, בשתי השפות",
        "copy": "אתם קוראים עכשיו את העותק שהורד.",
        "size": "מ״ב",
        "online": "לעמוד הזה ברשת, עם העותק החדש ביותר",
    },
    "en": {
        "unbuilt": "The file is made when the site is built (build).",
        "link": "Download the whole site, in both languages",
        "copy": "You are reading the downloaded copy now.",
        "size": "MB",
        "online": "This page on the web, with the newest copy",
    },
}


def download_html(page: Page, project: Project) -> str:
    """Return the place of the offer; while the site is only being previewed there is nothing to download."""
    return _paragraph(page.lang, WORDS[page.lang]["unbuilt"])


def offered(html: str, href: str, size: int) -> str:
    """Return a page that offers the copy. href: from this page to it; size: bytes."""

    def offer(place: re.Match[str]) -> str:
        words = WORDS[place[1]]
        link = f'<a href="{escape(href)}" type="application/zip" download>{words["link"]}</a>'
        return _paragraph(place[1], f"{link} (<bdi>ZIP</bdi>, {size / MEGABYTE:.1f} {words['size']})")

    return PLACE.sub(offer, html)


def within(html: str, published: str) -> str:
    """Return a page of the copy, which says so. published: the page's address on the web, "" if unknown."""

    def say(place: re.Match[str]) -> str:
        words = WORDS[place[1]]
        link = f' <a href="{escape(published)}">{words["online"]}</a>' if published else ""
        return _paragraph(place[1], words["copy"] + link)

    return PLACE.sub(say, html)


def _paragraph(lang: str, inner: str) -> str:
    return f'<p class="kb-download" lang="{lang}" data-search-exclude>{inner}</p>'
