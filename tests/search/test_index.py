"""The index as it is written: its rows, its bytes, and what stands in it only once or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from kb.search import index
from kb.search.sections import SearchPage, read
from kb.search.synonyms import Group


def page(url: str, fragment: str) -> SearchPage:
    return read(fragment, url, f"title of {url}")


def test_rows_pages_in_order_and_synonyms() -> None:
    pages = [page("b/", '<p>Two</p><h2 id="x">Head</h2><p>a</p><p>b</p>'), page("a/", "<p>One</p>")]
    assert index.build("he", pages, [Group(("gift", "present"), ("benefit",))]) == {
        "format": 1,
        "lang": "he",
        "pages": [["a/", "title of a/", 1], ["b/", "title of b/", 1]],
        "sections": [[0, "", "", "One"], [1, "", "", "Two"], [1, "x", "Head", "a\nb"]],
        "synonyms": [[["gift", "present"], ["benefit"]]],
    }


def test_frames_that_repeat_are_left_out_everywhere_and_others_stay() -> None:
    prompt = "<label>What would you do?</label>"
    pages = [
        page("a/", f"{prompt}<label>Only here?</label><p>What would you do?</p>"),
        page("b/", f"<p>Text</p>{prompt}"),
    ]
    assert [row[3] for row in index.build("he", pages)["sections"]] == ["Only here?", "Text"]


def test_pages_about_the_site_weigh_less_in_either_language_and_address_form() -> None:
    urls = [
        "contribute/writing/",
        "en/contribute/writing.html",
        "en/reference/about/",
        "guide/contribute/",
        "",
    ]
    rows = index.build("en", [page(url, "<p>x</p>") for url in urls])["pages"]
    assert {url: weight for url, _, weight in rows} == {
        "": 1,
        "contribute/writing/": 0.7,
        "en/contribute/writing.html": 0.7,
        "en/reference/about/": 0.75,
        "guide/contribute/": 1,
    }


def test_the_same_pages_in_another_order_give_the_same_bytes() -> None:
    pages = [page("a/", "<p>א</p>"), page("b/", "<p>ב</p>")]
    assert index.as_script(index.build("he", pages)) == index.as_script(index.build("he", pages[::-1]))


def test_file_is_utf8_one_call_of_json_with_unix_line_ends(tmp_path: Path) -> None:
    path = index.write(tmp_path, index.build("he", [page("a/", "<p>סודיות\u2028״ו\\עוד״</p>")]))
    text = path.read_bytes().decode()
    assert path == tmp_path / "search" / "index.he.js"
    assert text.startswith("KbSearch.receive({") and text.endswith("});\n") and "\r" not in text
    assert "סודיות" in text and "\\u05" not in text and "\u2028" not in text
    data = json.loads(text.removeprefix("KbSearch.receive(").removesuffix(");\n"))
    assert data["sections"] == [[0, "", "", "סודיות ״ו\\עוד״"]]
