"""A workshop's print set: every sheet as often as it is needed, in one file that stays tagged."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from handouts.conftest import Check
from handouts.printed import elements, meta, opened
from handouts.printed import fragment as sample
from kb import content
from kb.handouts import Job, build, stale
from kb.handouts.pack import Pack, Part, bind, packs
from kb.handouts.structure import walk
from kb.siteconfig import site_config
from support import Edit
from test_command_line import asked
from verbs import packing


def part(name: str, copy: str, lang: str, group: str, times: int) -> Part:
    about = meta(name, copy, lang)
    job = Job(f"{name}.{copy}.{lang}.pdf", type(about)(**{**vars(about), "paper": True}), sample(name, lang))
    return Part(job.render(), about.title, f"{name} {copy}", group, times)


@pytest.fixture(scope="module")
def bound() -> bytes:
    """Three sheets and two trainers' copies, in Hebrew."""
    parts = [
        part("worksheet", "blank", "he", "לכולם", 3),
        part("case", "guided", "he", "לכולם", 1),
        part("worksheet", "trainer", "he", "למנחים", 2),
    ]
    return bind(parts, "כל מה שמדפיסים", "אתר לדוגמה", "he")


def lengths(pdf: pikepdf.Pdf) -> list[int]:
    """Return the numbers of the pages on which something begins, counted from 0."""
    numbers = pdf.Root.PageLabels.Nums
    return [int(numbers[index]) for index in range(0, len(numbers), 2)]


def test_it_is_pdf_ua_1(bound: bytes, verapdf: Check, tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(bound)
    lines = verapdf([tmp_path / "pack.pdf"])
    assert [line.split()[0] for line in lines] == ["PASS"], lines


def test_every_copy_begins_a_sheet_and_has_its_label(bound: bytes) -> None:
    pdf = opened(bound)
    starts = lengths(pdf)
    assert len(starts) == 6
    assert [start % 2 for start in starts] == [0] * 6
    labels = [str(pdf.Root.PageLabels.Nums[index].P) for index in range(1, 12, 2)]
    assert labels == [*["worksheet blank "] * 3, "case guided ", *["worksheet trainer "] * 2]


def test_bookmarks_by_group_say_how_many(bound: bytes) -> None:
    with opened(bound).open_outline() as outline:
        tree = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert tree == [
        ("לכולם", ["מפת הקשרים שלי ×3", "רות: הדרך חזרה"]),
        ("למנחים", ["מפת הקשרים שלי ×2"]),
    ]


def test_all_copies_are_read_in_order(bound: bytes) -> None:
    said = [text for role, text in elements(opened(bound)) if role == "H1"]
    assert said == [*["מפת הקשרים שלי"] * 3, "רות: הדרך חזרה", *["מפת הקשרים שלי"] * 2]


def test_names_of_header_cells_are_not_shared(bound: bytes) -> None:
    pdf = opened(bound)
    tree = pdf.Root.StructTreeRoot
    idents = [str(node.ID) for node in walk(tree) if "/ID" in node]
    assert idents
    assert len(set(idents)) == len(idents)
    named = pikepdf.NameTree(tree.IDTree)
    assert sorted(named.keys()) == sorted(idents)


def test_copies_share_text_and_fonts(bound: bytes) -> None:
    single = bind([part("worksheet", "blank", "he", "לכולם", 1)], "x", "y", "he")
    many = bind([part("worksheet", "blank", "he", "לכולם", 20)], "x", "y", "he")
    assert len(many) < 4 * len(single)


def test_the_same_bytes_twice_and_nothing_to_fill_in(bound: bytes) -> None:
    parts = [part("case", "blank", "en", "All", 2)]
    assert bind(parts, "Set", "Site", "en") == bind(parts, "Set", "Site", "en")
    assert "/AcroForm" not in opened(bound).Root


def test_the_file_says_what_it_is(bound: bytes) -> None:
    pdf = opened(bound)
    assert (str(pdf.Root.Lang), pdf.Root.ViewerPreferences.Direction) == ("he-IL", Name.R2L)
    with pdf.open_metadata() as found:
        assert found["dc:title"] == "כל מה שמדפיסים"


# The set of a plan


def sets(root: Path, lang: str, people: int | None = None) -> list[Pack]:
    return list(packs(content.load(root), site_config(root), lang, people))


def rows(root: Path, people: int | None = None) -> list[tuple[str, str, int]]:
    (pack,) = sets(root, "en", people)
    return [(row.job.name, row.group, row.times) for row in pack.rows]


def test_a_set_has_the_agenda_the_sheets_and_the_trainers_copies_apart(small: Path) -> None:
    assert rows(small) == [
        ("plan-meeting.blank.en.pdf", "people", 1),
        ("plan.blank.en.pdf", "people", 5),
        ("plan-meeting.trainer.en.pdf", "trainers", 1),
        ("story-ruth.trainer.en.pdf", "trainers", 1),
    ]


def test_as_many_as_will_come(small: Path) -> None:
    assert rows(small, 7)[1] == ("plan.blank.en.pdf", "people", 4)


def test_a_set_is_printed_again_only_after_a_change(small: Path, edit: Edit, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(sets(small, "he"), out) == []
    assert stale(sets(small, "he"), out) == []
    edit("exercises/plan/index.he.md", "תרגיל", "תרגול")
    assert [job.name for job in stale(sets(small, "he"), out)] == ["pack-meeting.he.pdf"]


def test_the_command_prints_both_languages(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert packing.run(small, asked(plan="meeting", people=6, start=None, lang=None)) == 0
    assert capsys.readouterr().out == "build/packs/pack-meeting.he.pdf\nbuild/packs/pack-meeting.en.pdf\n"
    pages = pikepdf.open(io.BytesIO((small / "build/packs/pack-meeting.en.pdf").read_bytes())).pages
    assert len(pages) == 2 * (1 + 3 + 1 + 1)


def test_the_agenda_begins_when_asked(small: Path) -> None:
    assert packing.run(small, asked(plan="meeting", people=6, start="18:30", lang="en")) == 0
    printed = opened((small / "build/packs/pack-meeting.en.pdf").read_bytes())
    cells = [text for role, text in elements(printed) if role == "TD"]
    assert [text for text in cells if ":" in text][:3] == ["18:30", "18:40", "19:00"]


def test_an_unknown_plan_is_named(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert packing.run(small, asked(plan="nosuch", people=None, start=None, lang=None)) == 2
    assert capsys.readouterr().err == "There is no workshop nosuch. There are: meeting.\n"


def test_findings_stop_it(small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("workshops/meeting/plan.yml", "minutes: 60", "minutes: 61")
    assert packing.run(small, asked(plan="meeting", people=None, start=None, lang=None)) == 1
    assert capsys.readouterr().out == (
        "workshops/meeting/plan.yml:8: sum: the minutes of the steps do not add up: evening: the steps make "
        "60, minutes says 61. Fix: mend the minutes of a step or the sum.\n"
    )
    assert not (small / "build" / "packs").exists()
