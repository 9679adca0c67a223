"""Files -> records."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.content import address_of, body_stamp, load, split_front_matter
from kb.findings import Finding
from support import Edit

TEXT = "---\ntitle: שם\ndescription: תיאור\n---\nפתיחה\n\n## כותרת { #a }\n"


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_every_page_of_the_small_project_is_loaded(small: Path) -> None:
    project = load(small)
    assert project.faults == []
    assert [(page.path, page.uri, page.name, page.lang) for page in project.pages if page.lang == "en"] == [
        ("docs/guide/one.en.md", "guide/one.en.md", "guide/one.md", "en"),
        ("docs/guide/three.en.md", "guide/three.en.md", "guide/three.md", "en"),
        ("docs/index.en.md", "index.en.md", "index.md", "en"),
        ("docs/reference/glossary.en.md", "reference/glossary.en.md", "reference/glossary.md", "en"),
        ("docs/reference/references.en.md", "reference/references.en.md", "reference/references.md", "en"),
        ("cases/ruth/index.en.md", "cases/ruth/index.en.md", "cases/ruth/index.md", "en"),
        ("exercises/plan/index.en.md", "exercises/plan/index.en.md", "exercises/plan/index.md", "en"),
        (
            "situations/gift/index.en.md",
            "ethics/situations/gift/index.en.md",
            "ethics/situations/gift/index.md",
            "en",
        ),
        ("course/01-start/index.en.md", "course/01-start/index.en.md", "course/01-start/index.md", "en"),
        (
            "workshops/meeting/index.en.md",
            "workshops/meeting/index.en.md",
            "workshops/meeting/index.md",
            "en",
        ),
    ]
    assert {page.uri for page in project.pages} == project.by_uri.keys()
    assert list(project.facts) == [
        "cases/ruth",
        "exercises/plan",
        "situations/gift",
        "course/01-start",
        "workshops/meeting",
    ]
    assert list(project.works) == ["bandura1977"]
    assert list(project.termbase) == ["self-efficacy"]


def test_pairs_hold_both_languages(small: Path) -> None:
    pairs = load(small).pairs
    assert list(pairs) == sorted(pairs)
    assert {name: sorted(pair.pages) for name, pair in pairs.items()} == {
        "cases/ruth/index.md": ["en", "he"],
        "course/01-start/index.md": ["en", "he"],
        "ethics/situations/gift/index.md": ["en", "he"],
        "exercises/plan/index.md": ["en", "he"],
        "guide/one.md": ["en", "he"],
        "guide/three.md": ["en", "he"],
        "index.md": ["en", "he"],
        "reference/glossary.md": ["en", "he"],
        "reference/references.md": ["en", "he"],
        "workshops/meeting/index.md": ["en", "he"],
    }


def test_the_pair_of_a_folder_with_facts(small: Path) -> None:
    project = load(small)
    pair = project.pair_in("cases/ruth")
    assert pair is not None
    assert pair.pages["he"].path == "cases/ruth/index.he.md"
    assert project.pair_in("cases/none") is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.md", ""),
        ("guide/one.md", "guide/one/"),
        ("guide/theory/index.md", "guide/theory/"),
        ("guide/index-of-things.md", "guide/index-of-things/"),
    ],
)
def test_addresses(name: str, address: str) -> None:
    assert address_of(name) == address


def test_links_between_addresses(small: Path) -> None:
    pages = {page.path: page for page in load(small).pages}
    home, inner = pages["docs/index.en.md"], pages["docs/guide/one.en.md"]
    story = pages["cases/ruth/index.en.md"]
    assert home.link_to(inner) == "guide/one/"
    assert inner.link_to(home) == "../../"
    assert inner.link_to(story) == "../../cases/ruth/"
    assert inner.link_to(inner) == "./"


def test_the_folder_of_facts_a_page_lies_in(small: Path) -> None:
    folders = {page.path: page.folder for page in load(small).pages if page.lang == "he"}
    assert folders["cases/ruth/index.he.md"] == "cases/ruth"
    assert folders["docs/guide/one.he.md"] == ""


def test_front_matter_body_and_their_lines(tmp_path: Path) -> None:
    write(tmp_path / "docs/a.he.md", TEXT)
    page = load(tmp_path).pages[0]
    assert page.meta == {"title": "שם", "description": "תיאור"}
    assert (page.body, page.body_line) == ("פתיחה\n\n## כותרת { #a }\n", 5)
    assert (page.front.line("description"), page.outline.headings[0].line) == (3, 7)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["crlf", "bom", "both"],
)
def test_windows_files_load_the_same(data: bytes, tmp_path: Path) -> None:
    write(tmp_path / "unix/docs/a.he.md", TEXT)
    write(tmp_path / "windows/docs/a.he.md", data)
    windows, unix = load(tmp_path / "windows"), load(tmp_path / "unix")
    assert windows.faults == unix.faults == []
    assert windows.pages == unix.pages
    assert windows.pages[0].stamp == unix.pages[0].stamp


@pytest.mark.parametrize("body", ["a\n\nb\n", "\n\na\n\nb", "a  \n\t\nb \n\n"])
def test_the_stamp_ignores_trailing_blanks(body: str) -> None:
    assert body_stamp(body) == body_stamp("a\n\nb")


@pytest.mark.parametrize("body", ["a\nb", "a\n\n b", "a\n\nB", ""])
def test_the_stamp_knows_other_texts_apart(body: str) -> None:
    assert body_stamp(body) != body_stamp("a\n\nb")


def test_the_stamp_does_not_hang_on_the_front_matter(small: Path, edit: Edit) -> None:
    before = load(small).by_uri["index.he.md"].stamp
    edit("docs/index.he.md", "title: בית", "title: הבית שלנו")
    assert load(small).by_uri["index.he.md"].stamp == before
    edit("docs/index.he.md", "שלום", "שלום לכם")
    assert load(small).by_uri["index.he.md"].stamp != before


def test_hidden_files_and_folders_are_skipped(small: Path) -> None:
    before = [page.path for page in load(small).pages]
    write(small / "docs/.draft.he.md", TEXT)
    write(small / "docs/.obsidian/note.he.md", TEXT)
    write(small / "cases/.git/case.yml", "slug: [")
    project = load(small)
    assert [page.path for page in project.pages] == before
    folders = ["cases/ruth", "exercises/plan", "situations/gift", "course/01-start", "workshops/meeting"]
    assert (project.faults, list(project.facts)) == ([], folders)


def test_files_that_are_no_pages_are_left_alone(small: Path) -> None:
    write(small / "docs/guide/picture.svg", "<svg/>")
    write(small / "docs/guide/notes.txt", "x")
    write(small / "cases/ruth/other.yml", "[")
    assert load(small).faults == []


@pytest.mark.parametrize(
    "name",
    ["One.he.md", "one.md", "one.fr.md", "one_two.en.md", "one--two.en.md", "אחת.he.md", "Theory/one.he.md"],
)
def test_misnamed_pages_are_found_and_not_loaded(name: str, tmp_path: Path) -> None:
    write(tmp_path / "docs" / name, TEXT)
    project = load(tmp_path)
    assert project.pages == []
    assert project.faults == [Finding(f"docs/{name}", 0, "file-name", name.split("/")[-1])]


def test_a_page_that_is_not_utf8_is_found_and_not_loaded(tmp_path: Path) -> None:
    write(tmp_path / "docs/a.he.md", TEXT.encode("windows-1255"))
    project = load(tmp_path)
    assert project.pages == []
    assert project.faults == [Finding("docs/a.he.md", 2, "encoding", "")]


NO_KEYS = (1, "front-matter", "there are no keys between the two lines of ---")


@pytest.mark.parametrize(
    ("text", "value", "body", "line", "faults"),
    [
        ("---\na: 1\n---\nx\n", {"a": 1}, "x\n", 4, []),
        ("---\na: 1\n---", {"a": 1}, "", 3, []),
        ("--- \na: 1\n---  \nx", {"a": 1}, "x", 4, []),
        (
            "---\n---\nx",
            None,
            "x",
            3,
            [NO_KEYS],
        ),
        (
            "---\njust text\n---\nx",
            "just text",
            "x",
            4,
            [NO_KEYS],
        ),
        ("x\n", None, "x\n", 1, [(1, "front-matter", "the file does not start with ---")]),
        ("", None, "", 1, [(1, "front-matter", "the file does not start with ---")]),
        ("---\na: 1\nx", None, "---\na: 1\nx", 1, [(1, "front-matter", "the file does not start with ---")]),
        ("---\na: 1\na: 2\n---\nx", None, "x", 5, [(3, "yaml", "the key a stands twice")]),
    ],
)
def test_front_matter_is_cut_off(
    text: str, value: object, body: str, line: int, faults: list[tuple[int, str, str]]
) -> None:
    front, rest, first, found = split_front_matter(text, "docs/a.he.md")
    assert (front.value, rest, first) == (value, body, line)
    assert found == [Finding("docs/a.he.md", *fault) for fault in faults]


def test_an_unreadable_front_matter_leaves_a_page_without_meta(tmp_path: Path) -> None:
    write(tmp_path / "docs/a.he.md", "---\ntitle: [\n---\nx\n")
    page = load(tmp_path).pages[0]
    assert (page.meta, page.body) == ({}, "x\n")


def test_an_empty_folder_is_an_empty_project(tmp_path: Path) -> None:
    project = load(tmp_path)
    assert (project.pages, project.faults, project.facts, project.works) == ([], [], {}, {})


def test_figures_are_known_by_their_file_names(small: Path) -> None:
    write(small / "figures/axes.yml", "kind: grid\n")
    write(small / "figures/broken.yml", "kind: [\n")
    project = load(small)
    assert {slug: data.value for slug, data in project.figures.items()} == {
        "axes": {"kind": "grid"},
        "broken": None,
    }
    assert project.faults == [
        Finding("figures/broken.yml", 2, "yaml", "expected the node content, but found '<stream end>'")
    ]


def test_rows_that_do_not_fit_are_known_by_id_and_not_shown(small: Path) -> None:
    write(small / "docs/reference/references.json", '[{"id": "a"}, {"title": "b"}, 3, {"id": 4}]')
    write(small / "docs/reference/terms.yml", "terms:\n- id: a\n- {he: b}\n- 3\n")
    project = load(small)
    assert (project.works, project.termbase) == ({}, {})
    assert (project.work_rows(), project.term_ids) == ([(0, "a")], {"a"})
