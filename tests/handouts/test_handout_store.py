"""The folder of handouts: only what changed is printed, and only whole files are found there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kb.handouts import Failure, HandoutMeta, Job, build, stale, store

META = HandoutMeta("one", "blank", "en", "exercise", "One", "", "Site", "example.org", "Source")


def job(slug: str, text: str = "text") -> Job:
    return Job(f"{slug}.blank.en.pdf", replace(META, slug=slug), f"<p>{text}</p>")


class Steps:
    """Writes down what a build reports."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []
        self.names: list[str] = []

    def __call__(self, done: int, total: int, name: str) -> None:
        self.seen.append((done, total))
        self.names.append(name)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_builds_and_says_how_far_it_is(tmp_path: Path) -> None:
    steps = Steps()
    assert build([job("one"), job("two")], tmp_path / "out", steps) == []
    assert names(tmp_path / "out") == ["manifest.json", "one.blank.en.pdf", "two.blank.en.pdf"]
    assert (tmp_path / "out" / "one.blank.en.pdf").read_bytes().startswith(b"%PDF")
    assert steps.seen == [(0, 2), (1, 2), (2, 2)]
    assert sorted(steps.names) == ["", "one.blank.en.pdf", "two.blank.en.pdf"]


def test_nothing_is_printed_again_without_a_change(tmp_path: Path) -> None:
    build([job("one"), job("two")], tmp_path)
    steps = Steps()
    build([job("one"), job("two")], tmp_path, steps)
    assert steps.seen == [(0, 0)]


@pytest.mark.parametrize(
    "changed",
    [
        job("one", "another text"),
        Job("one.blank.en.pdf", replace(META, slug="one", title="Another"), "<p>text</p>"),
        Job("one.blank.en.pdf", replace(META, slug="one", address="example.net"), "<p>text</p>"),
    ],
)
def test_a_change_of_text_or_facts_makes_one_file_stale(tmp_path: Path, changed: Job) -> None:
    build([job("one"), job("two")], tmp_path)
    assert stale([changed, job("two")], tmp_path) == [changed]


def test_a_change_of_the_printer_makes_all_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [job("one"), job("two")]
    build(jobs, tmp_path)
    monkeypatch.setattr(store, "_engine", lambda: "another engine")
    assert stale(jobs, tmp_path) == jobs


def test_the_printer_is_its_code_templates_fonts_and_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    store._engine.cache_clear()
    now = store._engine()
    read = Path.read_bytes
    for suffix in (".py", ".typ", ".ttf"):
        monkeypatch.setattr(Path, "read_bytes", lambda path, s=suffix: read(path) + b"x" * (path.suffix == s))
        store._engine.cache_clear()
        assert store._engine() != now, suffix
    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(store, "version", lambda library: "another")
    store._engine.cache_clear()
    assert store._engine() != now
    store._engine.cache_clear()


def test_a_missing_file_is_printed_again(tmp_path: Path) -> None:
    build([job("one")], tmp_path)
    (tmp_path / "one.blank.en.pdf").unlink()
    assert stale([job("one")], tmp_path) == [job("one")]


def test_files_of_jobs_that_are_gone_disappear(tmp_path: Path) -> None:
    build([job("one"), job("two")], tmp_path)
    build([job("two")], tmp_path)
    assert names(tmp_path) == ["manifest.json", "two.blank.en.pdf"]
    assert list(json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))) == ["two.blank.en.pdf"]


def test_a_build_of_some_jobs_leaves_the_others_alone(tmp_path: Path) -> None:
    build([job("one"), job("two")], tmp_path)
    build([job("two", "new")], tmp_path, complete=False)
    assert names(tmp_path) == ["manifest.json", "one.blank.en.pdf", "two.blank.en.pdf"]
    assert stale([job("one"), job("two", "new")], tmp_path) == []


def test_a_fault_leaves_the_last_good_file_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    build([job("one"), job("two")], tmp_path)
    good = (tmp_path / "one.blank.en.pdf").read_bytes()
    bad = job("one", "✓")
    failures = build([bad, job("two", "new")], tmp_path)
    assert [failure.job for failure in failures] == [bad]
    assert isinstance(failures[0], Failure)
    assert failures[0].error.detail == "the print font has no ✓ (U+2713, CHECK MARK), in «✓»"
    assert (tmp_path / "one.blank.en.pdf").read_bytes() == good
    assert stale([bad, job("two", "new")], tmp_path) == [bad]


def test_a_disk_that_fills_up_leaves_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([job("one")], tmp_path)
    good = (tmp_path / "one.blank.en.pdf").read_bytes()

    def half(path: Path, data: bytes) -> int:
        path.open("wb").write(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space left on device"):
        build([job("one", "new")], tmp_path, complete=False)
    monkeypatch.undo()
    assert (tmp_path / "one.blank.en.pdf").read_bytes() == good
    assert names(tmp_path) == ["manifest.json", "one.blank.en.pdf"]


def test_files_are_moved_into_place_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write = Path.write_bytes

    def watch(path: Path, data: bytes) -> int:
        written.append(path.name)
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", watch)
    build([job("one")], tmp_path)
    assert written
    assert [name for name in written if not name.endswith(".part")] == []


def test_an_interrupted_build_keeps_what_was_finished(tmp_path: Path) -> None:
    def stop(done: int, total: int, name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    jobs = [job(f"n{number}") for number in range(8)]
    with pytest.raises(KeyboardInterrupt):
        build(jobs, tmp_path, stop)
    assert len(stale(jobs, tmp_path)) == 6
    assert not list(tmp_path.glob("*.part"))
    for path in tmp_path.glob("*.pdf"):
        assert path.read_bytes().rstrip().endswith(b"%%EOF")


def test_half_written_files_of_a_killed_build_are_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "one.blank.en.pdf.123.part").write_bytes(b"%PDF-1.7 half")
    build([job("one")], tmp_path)
    assert names(tmp_path) == ["manifest.json", "one.blank.en.pdf"]


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"'])
def test_a_broken_manifest_means_printing_again(tmp_path: Path, text: str) -> None:
    build([job("one")], tmp_path)
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert build([job("one")], tmp_path) == []
    assert stale([job("one")], tmp_path) == []
