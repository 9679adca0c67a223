"""Text, YAML and JSON files whose values know their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.datafile import Data, parse_yaml, read_json, read_text, read_yaml
from kb.findings import Finding

YAML = """\
slug: plan
group: {min: 1, max: 12}
steps:
  - id: one
    minutes: 5

  - {id: two, minutes: 10}
"""


def test_every_key_knows_its_line() -> None:
    data, found = parse_yaml(YAML, "x.yml")
    assert found == []
    assert {key: data.line(*key) for key in [("slug",), ("group", "max"), ("steps", 0, "minutes")]} == {
        ("slug",): 1,
        ("group", "max"): 2,
        ("steps", 0, "minutes"): 5,
    }
    assert (data.line("steps", 1), data.line("steps", 1, "id")) == (7, 7)


def test_an_unknown_key_has_the_line_of_what_holds_it() -> None:
    data, _ = parse_yaml(YAML, "x.yml")
    assert (data.line("steps", 0, "name"), data.line("steps", 9), data.line("none"), data.line()) == (
        4,
        3,
        1,
        1,
    )


def test_lines_count_from_the_top_of_the_file() -> None:
    data, _ = parse_yaml("a: 1\nb: 2\n", "x.md", offset=1)
    assert (data.line("a"), data.line("b")) == (2, 3)
    assert parse_yaml("a: 1\nb: [\n", "x.md", offset=1)[1][0].line == 4


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ("a: 1\nb: [1, 2\n", 3, "expected ',' or ']', but got '<stream end>'"),
        ("a: one: two\n", 1, "mapping values are not allowed here"),
        ("a: 1\nb: 2\na: 3\n", 3, "the key a stands twice"),
        ("a:\n  b: 1\n  b: 2\n", 3, "the key b stands twice"),
        ("x: 1\ntitle: {{name}}\n", 2, "a key must be a text"),
        ("? [a, b]\n: c\n", 1, "a key must be a text"),
        ("a: &x [*x]\n", 1, "it is nested too deeply"),
        ("a: !!int x\n", 1, "invalid literal for int() with base 10: 'x'"),
        ("a: \x07\n", 1, "unacceptable character #x0007: special characters are not allowed"),
        ("a: !python x\n", 1, "could not determine a constructor for the tag '!python'"),
        ("\tb: 1\n", 1, "found character '\\t' that cannot start any token"),
    ],
)
def test_yaml_that_cannot_be_read(text: str, line: int, detail: str) -> None:
    data, found = parse_yaml(text, "x.yml")
    assert (data.value, found) == (None, [Finding("x.yml", line, "yaml", detail)])


def test_yaml_dates_stay_text() -> None:
    data, found = parse_yaml("a: 2010-05-01\nb: 2026-13-45\nc: 2010\nd: true\n", "x.yml")
    assert (data.value, found) == ({"a": "2010-05-01", "b": "2026-13-45", "c": 2010, "d": True}, [])


def test_yaml_nested_too_deeply_is_a_finding() -> None:
    _, found = parse_yaml("[" * 5000, "x.yml")
    assert found == [Finding("x.yml", 1, "yaml", "it is nested too deeply")]


def test_parts_of_the_wrong_kind_are_left_out() -> None:
    data = Data("x.yml", {"rows": [{"a": 1}, 3, None, {"b": 2}], "texts": ["a", 3, "b"], "one": {"a": 1}})
    assert data.rows("rows") == [(0, {"a": 1}), (3, {"b": 2})]
    assert data.texts("texts") == [(0, "a"), (2, "b")]
    assert data.mapping("one") == {"a": 1}


@pytest.mark.parametrize("value", [None, 3, "rows", [], {"rows": None}, {"rows": 3}, {"rows": "abc"}])
def test_nothing_is_found_in_a_value_of_another_kind(value: object) -> None:
    data = Data("x.yml", value)
    assert (data.rows("rows"), data.texts("rows"), data.mapping("rows")) == ([], [], {})


def test_text_is_read_with_plain_line_ends_and_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "א\r\nב\n".encode())
    assert read_text(path, "a.txt") == ("א\nב\n", [])


def test_text_that_is_not_utf8_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo\n\xe0\xe1")
    assert read_text(path, "a.txt") == ("", [Finding("a.txt", 3, "encoding", "")])


def test_an_empty_yaml_file_is_an_empty_mapping(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    data, found = read_yaml(path, "a.yml")
    assert (data.value, found) == ({}, [])


def test_a_faulty_yaml_file_has_no_value(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: \xe0\n")
    data, found = read_yaml(path, "a.yml")
    assert (data.value, found) == (None, [Finding("a.yml", 1, "encoding", "")])


JSON = """\
[
  {"type": "book",
   "id": "a"},
  {"id": "b"}, {"title": "c"},
  7
]
"""


def test_items_of_a_json_list_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(JSON, encoding="utf-8")
    data, found = read_json(path, "a.json")
    assert found == []
    assert data.value == [{"type": "book", "id": "a"}, {"id": "b"}, {"title": "c"}, 7]
    assert [data.line(index) for index in range(4)] == [3, 4, 4, 5]


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ('[\n  {"id": "a"}\n  {"id": "b"}\n]', 3, "Expecting ',' delimiter"),
        ("", 1, "Expecting value"),
        ("[" * 100_000, 1, "it is nested too deeply"),
    ],
)
def test_json_that_cannot_be_read(text: str, line: int, detail: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    data, found = read_json(path, "a.json")
    assert (data.value, found) == (None, [Finding("a.json", line, "json", detail)])


@pytest.mark.parametrize(("text", "value"), [("[]", []), ("[ ]\n", []), ("{}", {}), ("null", None), ("3", 3)])
def test_json_that_is_no_list_of_items(text: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    data, found = read_json(path, "a.json")
    assert (data.value, data.lines, found) == (value, {}, [])
