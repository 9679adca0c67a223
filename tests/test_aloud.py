"""What a page's HTML needs to be read aloud well: languages of words, heads of rows."""

from __future__ import annotations

import pytest

from kb.aloud import languages, tables

EN = '<span lang="en" dir="ltr">{}</span>'


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("אימון (personal coaching) אישי", f"אימון ({EN.format('personal coaching')}) אישי"),
        ("Personal Training and Mentorship.", f"{EN.format('Personal Training and Mentorship')}."),
        ("ב־coaching", f"ב־{EN.format('coaching')}"),
        ("B. F. Skinner טען", f"{EN.format('B. F. Skinner')} טען"),
        ("Trutko, J. ועוד", f"{EN.format('Trutko, J')}. ועוד"),
        ("Enter, Esc", f"{EN.format('Enter')}, {EN.format('Esc')}"),
        ("Work &amp; Life", EN.format("Work &amp; Life")),
        ("entry-level", EN.format("entry-level")),
        ("PDF ו־SMART", "PDF ו־SMART"),
        ("רישיון CC BY", "רישיון CC BY"),
        ("הקובץ docs/reference/terms.yml", "הקובץ docs/reference/terms.yml"),
        ("https://example.org/course", "https://example.org/course"),
        ("א&nbsp;ב &quot;ג&quot;", "א&nbsp;ב &quot;ג&quot;"),
        ("<code>fresh --accept</code>", "<code>fresh --accept</code>"),
        (
            '<a class="kb-cite" href="#x">(Maslow, 1954)</a>',
            '<a class="kb-cite" href="#x">(Maslow, 1954)</a>',
        ),
        ('<span lang="en">so <b>it</b> is</span> כן', '<span lang="en">so <b>it</b> is</span> כן'),
        ("<svg><text>soft</text></svg> soft", f"<svg><text>soft</text></svg> {EN.format('soft')}"),
        ('<p title="so > it">so<br>it</p>', f'<p title="so > it">{EN.format("so")}<br>{EN.format("it")}</p>'),
        ("<!-- so it is -->", "<!-- so it is -->"),
    ],
)
def test_english_in_hebrew(text: str, marked: str) -> None:
    assert languages.mark(text, "he") == marked


def test_hebrew_in_english() -> None:
    marked = '(<span lang="he" dir="rtl">המחלקה לשירותים</span>), 10 years'
    assert languages.mark("(המחלקה לשירותים), 10 years", "en") == marked


def test_marking_twice_changes_nothing() -> None:
    once = languages.mark("<p>אימון, coaching, אישי</p>", "he")
    assert languages.mark(once, "he") == once


HEADED = (
    "<table>\n<thead>\n<tr>\n<th>{}</th>\n<th>א</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>ב</td>\n<td>ג</td>\n</tr>\n</tbody>\n</table>"
)


def test_an_empty_corner_makes_heads_of_rows() -> None:
    html = tables.with_row_heads(HEADED.format(""))
    assert "<td></td>\n<th>א</th>" in html
    assert '<th scope="row">ב</th>\n<td>ג</td>' in html


def test_other_tables_stay() -> None:
    assert tables.with_row_heads(HEADED.format("ד")) == HEADED.format("ד")
