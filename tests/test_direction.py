"""The direction of a page on its html element."""

from __future__ import annotations

import pytest

from kb.direction import with_direction
from kb.findings import Finding


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ('<!doctype html>\n<html lang="he" class="x">\n<body>', '<html lang="he" class="x" dir="rtl">'),
        ('<html lang="en">', '<html lang="en" dir="ltr">'),
        ("<HTML LANG='he'>", "<HTML LANG='he' dir=\"rtl\">"),
        ("<html\n lang=he>", '<html\n lang=he dir="rtl">'),
        ('<html data-dir="ltr" lang="he">', '<html data-dir="ltr" lang="he" dir="rtl">'),
        ('<html lang="he"><html lang="en">', '<html lang="he" dir="rtl"><html lang="en">'),
    ],
)
def test_the_direction_of_the_language_is_added(html: str, result: str) -> None:
    done, fault = with_direction(html, "index.html")
    assert (result in done, fault) == (True, None)
    assert len(done) == len(html) + len(' dir="rtl"')


@pytest.mark.parametrize("html", ['<html lang="he" dir="rtl">', "<html dir='ltr' lang='en' class=x>"])
def test_a_direction_that_is_right_stays(html: str) -> None:
    assert with_direction(html, "index.html") == (html, None)


@pytest.mark.parametrize(
    ("html", "detail"),
    [
        ("<html>", 'lang="" dir=""'),
        ('<html lang="fr">', 'lang="fr" dir=""'),
        ('<html lang="he" dir="ltr">', 'lang="he" dir="ltr"'),
        ('<html lang="" dir="rtl">', 'lang="" dir="rtl"'),
        ('<p lang="he">', 'lang="" dir=""'),
        ("", 'lang="" dir=""'),
    ],
)
def test_a_tag_that_is_not_as_expected_stays_and_is_told(html: str, detail: str) -> None:
    assert with_direction(html, "en/index.html") == (html, Finding("en/index.html", 0, "site-lang", detail))
