"""The two commands and their verbs: what they say, what they leave, how they exit."""

from __future__ import annotations

import argparse
import ast
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run as door
from kb import check, content, kept
from support import ROOT, Edit
from verbs import bench, build, checking, drawing, fresh, mkdocs_run, new, printing, serve, testing, usage

RUN = ROOT / "scripts" / "run.py"
VERBS = "serve, test, build, check, handouts, pack, fresh, new, bench"


def command(*arguments: str, inside: bool = False) -> tuple[int, str, str]:
    """Run the real command; return (exit code, stdout, stderr). inside: as it goes on in .venv."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    environment[door.INSIDE] = sys.prefix if inside else ""
    done = subprocess.run(
        [sys.executable, str(RUN), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def asked(**options: object) -> argparse.Namespace:
    return argparse.Namespace(**options)


# Usage


@pytest.mark.parametrize("inside", [False, True], ids=["outside", "inside"])
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            ["nosuch"],
            "usage: run.py [-h] VERB ...\n"
            f"run.py: error: argument VERB: invalid choice: nosuch (choose from {VERBS})\n",
        ),
        (
            ["chek", "docs"],
            "usage: run.py [-h] VERB ...\n"
            f"run.py: error: argument VERB: invalid choice: chek (choose from {VERBS}); "
            "did you mean check?\n",
        ),
        (
            ["build", "--hlep"],
            "usage: run.py build [-h]\n"
            "run.py build: error: unrecognized arguments: --hlep; did you mean --help?\n",
        ),
        (
            ["serve", "--port", "x"],
            "usage: run.py serve [-h] [--port PORT]\n"
            "run.py serve: error: argument --port: a port is a number from 1 to 65535\n",
        ),
        (
            ["serve", "--port", "99999"],
            "usage: run.py serve [-h] [--port PORT]\n"
            "run.py serve: error: argument --port: a port is a number from 1 to 65535\n",
        ),
        (
            ["build", "now"],
            "usage: run.py build [-h]\nrun.py build: error: unrecognized arguments: now\n",
        ),
        (
            ["check", "--format", "xml"],
            "usage: run.py check [-h] [--site DIR] [--external] [--spelling] [--explain [RULE]]\n"
            "                    [--format {text,json,github}]\n"
            "                    [PATH ...]\n"
            "run.py check: error: argument --format: invalid choice: xml (choose from text, json, github)\n",
        ),
        (
            ["new", "thing", "x"],
            "usage: run.py new [-h] {exercise,case,workshop,page} slug\n"
            "run.py new: error: argument kind: invalid choice: thing "
            "(choose from exercise, case, workshop, page)\n",
        ),
        (
            ["new", "case"],
            "usage: run.py new [-h] {exercise,case,workshop,page} slug\n"
            "run.py new: error: the following arguments are required: slug\n",
        ),
        (
            ["handouts", "--lang", "fr"],
            "usage: run.py handouts [-h] [--only SLUG] [--lang {he,en}]\n"
            "run.py handouts: error: argument --lang: invalid choice: fr (choose from he, en)\n",
        ),
        (
            ["fresh", "--accept"],
            "usage: run.py fresh [-h] [--accept PATH [PATH ...]] [PATH ...]\n"
            "run.py fresh: error: argument --accept: expected at least one argument\n",
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_told_the_right_usage(arguments: list[str], text: str, inside: bool) -> None:
    code, out, err = command(*arguments, inside=inside)
    assert (code, out, err.replace("'", "")) == (2, "", text)


def test_help_is_the_list_of_verbs() -> None:
    code, out, err = command("--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: run.py [-h] VERB ...\n\n{usage.SUMMARY}\n\n")
    assert [line.split()[0] for line in usage.SUMMARY.splitlines()[2:]] == VERBS.split(", ")


def test_no_verb_at_all_is_misuse_and_gets_the_list() -> None:
    code, out, err = command()
    assert (code, out) == (2, "")
    assert err.startswith(f"usage: run.py [-h] VERB ...\n\n{usage.SUMMARY}\n\n")


@pytest.mark.parametrize("verb", VERBS.split(", "))
def test_every_verb_has_help_and_a_module(verb: str) -> None:
    fault = usage.fault([verb, "--help"])
    assert fault is not None
    assert (fault.code, fault.text.splitlines()[0].startswith(f"usage: run.py {verb} [-h]")) == (0, True)


def test_a_call_that_can_be_run_has_no_fault() -> None:
    assert usage.fault(["check", "docs", "cases", "--site", "site", "--format", "json"]) is None


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    assert door.main(["serve"]) == 2
    assert capsys.readouterr() == (
        "",
        "This project needs Python 3.11 or newer; this is Python 3.10.\n",
    )


def test_an_old_python_can_read_the_door() -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_door_knows_whether_it_is_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(door.INSIDE, f"{sys.prefix}{os.sep}")
    assert door.is_inside() is True
    for other in ("", str(tmp_path)):
        monkeypatch.setenv(door.INSIDE, other)
        assert door.is_inside() is False


# check


def run_check(
    root: Path, *paths: str, site: str | None = None, external: bool = False, form: str = "text"
) -> int:
    options = asked(
        paths=list(paths), site=site, external=external, spelling=False, format=form, explain=None
    )
    return checking.run(root, options)


DEAD = {
    "path": "docs/index.en.md",
    "line": 6,
    "rule": "link-page",
    "message": "the link leads to no page or file: guide/on.md; did you mean guide/one.md?",
    "fix": "mend the target",
}
DEAD_TEXT = (
    "docs/index.en.md:6: link-page: the link leads to no page or file: guide/on.md; "
    "did you mean guide/one.md? Fix: mend the target.\n"
)


@pytest.fixture
def broken(small: Path, edit: Edit) -> Path:
    for lang in ("he", "en"):
        edit(f"docs/index.{lang}.md", "guide/one.md#second", "guide/on.md")
    (small / "docs" / "index.he.md").unlink()
    return small


def test_a_clean_project(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check(small) == 0
    assert capsys.readouterr() == ("", "No findings.\n")


def test_a_broken_project(small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/index.en.md", "guide/one.md#second", "guide/on.md")
    edit("docs/index.he.md", "guide/one.md#second", "guide/on.md")
    assert run_check(small, "docs/index.en.md") == 1
    assert capsys.readouterr().out.splitlines()[-1] + "\n" == DEAD_TEXT


@pytest.mark.parametrize(
    ("form", "out", "err"),
    [
        ("text", DEAD_TEXT, "1 finding in 1 file.\n"),
        ("json", json.dumps([DEAD], indent=2) + "\n", ""),
        (
            "github",
            "::error file=docs/index.en.md,line=6,title=link-page::the link leads to no page or file: "
            "guide/on.md; did you mean guide/one.md? Fix: mend the target.\n",
            "",
        ),
    ],
)
def test_formats(
    form: str, out: str, err: str, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/index.en.md", "[One page](guide/one.md#second)", "[One page](guide/on.md)")
    edit("docs/index.he.md", "[עמוד אחד](guide/one.md#second)", "[עמוד אחד](guide/on.md)")
    fresh.run(small, asked(accept=[str(small)], paths=[]))
    capsys.readouterr()
    assert run_check(small, str(small / "docs/index.en.md"), form=form) == 1
    assert capsys.readouterr() == (out, err)


def test_only_what_lies_below_the_paths(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check(broken, str(broken / "cases"), str(broken / "docs/guide")) == 0
    assert capsys.readouterr() == ("", "No findings.\n")
    assert run_check(broken, str(broken / "docs")) == 1


def test_paths_are_read_from_where_one_stands(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(broken / "docs")
    assert [run_check(broken, path) for path in ("guide", "index.en.md", ".", "..", "../cases")] == [
        0,
        1,
        1,
        1,
        0,
    ]


@pytest.mark.parametrize("path", ["docs/none", "../elsewhere.md"])
def test_a_path_that_is_not_there_is_misuse(
    path: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small)
    assert run_check(small, path) == 2
    assert capsys.readouterr() == ("", f"There is no {path} in this project.\n")


def test_a_path_that_is_nearly_there_is_named(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check(small, str(small / "docs/guide/on.he.md")) == 2
    told = (
        f"There is no {small / 'docs/guide/on.he.md'} in this project; did you mean docs/guide/one.he.md?\n"
    )
    assert capsys.readouterr() == ("", told)


def test_a_site_that_is_not_there_is_misuse(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_check(small, site=str(small / "none")) == 2
    assert capsys.readouterr() == ("", f"There is no folder {small / 'none'}.\n")


def test_the_site_is_checked_too(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "site").mkdir()
    assert run_check(small, site=str(small / "site")) == 1
    assert capsys.readouterr() == (
        f"{small.as_posix()}/site: site-missing: there is no built site here. "
        "Fix: build it first: python3 scripts/run.py build.\n",
        "1 finding in 1 file.\n",
    )


# new


def run_new(root: Path, kind: str, slug: str) -> int:
    return new.run(root, asked(kind=kind, slug=slug))


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    ("kind", "slug", "made", "name"),
    [
        (
            "page",
            "guide/two-more",
            ["docs/guide/two-more.he.md", "docs/guide/two-more.en.md"],
            "guide/two-more.md",
        ),
        (
            "page",
            "guide/theory/index",
            ["docs/guide/theory/index.he.md", "docs/guide/theory/index.en.md"],
            "guide/theory/index.md",
        ),
        (
            "exercise",
            "letter",
            [f"exercises/letter/{name}" for name in ("index.he.md", "index.en.md", "exercise.yml")],
            "exercises/letter/index.md",
        ),
        (
            "case",
            "naomi2",
            [f"cases/naomi2/{name}" for name in ("index.he.md", "index.en.md", "case.yml")],
            "cases/naomi2/index.md",
        ),
    ],
)
def test_new_makes_files_and_says_what_is_left_to_do(
    kind: str, slug: str, made: list[str], name: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(small)
    assert run_new(small, kind, slug) == 0
    said = "".join(f"made {path}\n" for path in made)
    assert capsys.readouterr() == (f"{said}Now add it to nav in mkdocs.yml:  - {name}\n", "")
    after = files(small)
    assert sorted(after.keys() - before.keys()) == sorted(made)
    assert {path: after[path] for path in before} == before
    assert [path for path in made if b"\r" in after[path]] == []


def test_new_names_the_list_of_addresses_where_there_is_one(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / kept.FILE).parent.mkdir()
    (small / kept.FILE).write_text("addresses: []\n", encoding="utf-8")
    assert run_new(small, "exercise", "letter") == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said == "and to addresses in docs/contribute/addresses.yml:  - exercises/letter/"


@pytest.mark.parametrize(
    ("kind", "slug", "taken"),
    [
        ("exercise", "plan", "exercises/plan/index.he.md"),
        ("case", "ruth", "cases/ruth/index.he.md"),
        ("page", "guide/one", "docs/guide/one.he.md"),
        ("page", "guide/one/index", "docs/guide/one.en.md"),
        ("page", "cases/ruth", "cases/ruth/index.en.md"),
    ],
)
def test_new_leaves_what_is_there(
    kind: str, slug: str, taken: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(small)
    assert run_new(small, kind, slug) == 2
    assert capsys.readouterr() == ("", f"{taken} exists already.\n")
    assert files(small) == before


def test_new_writes_nothing_if_one_file_is_taken(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "cases/naomi").mkdir()
    (small / "cases/naomi/case.yml").write_text("mine\n", encoding="utf-8")
    before = files(small)
    assert run_new(small, "case", "naomi") == 2
    assert capsys.readouterr() == ("", "cases/naomi/case.yml exists already.\n")
    assert files(small) == before


@pytest.mark.parametrize(
    "slug", ["Letter", "my_letter", "a--b", "-a", "2x", "../x", "a/b", "", "מכתב", "a b", "a."]
)
@pytest.mark.parametrize("kind", ["exercise", "case"])
def test_new_wants_a_good_name(kind: str, slug: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(small)
    assert run_new(small, kind, slug) == 2
    assert capsys.readouterr() == (
        "",
        f"{slug} is no address: small ASCII letters, digits and hyphens, like my-exercise.\n",
    )
    assert files(small) == before


@pytest.mark.parametrize("slug", ["two", "guide/Two", "guide//two", "/guide/two", "guide/two/", "a/two.md"])
def test_new_wants_a_good_address_of_a_page(
    slug: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_new(small, "page", slug) == 2
    assert capsys.readouterr() == (
        "",
        f"{slug} is no address: small ASCII letters, digits and hyphens, a folder and a name, "
        "like guide/my-page.\n",
    )


# fresh


def run_fresh(root: Path, *accept: str, paths: tuple[str, ...] = ()) -> int:
    return fresh.run(root, asked(accept=list(accept) or None, paths=list(paths)))


def test_all_is_fresh(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_fresh(small) == 0
    assert capsys.readouterr() == ("", "10 of 10 English pages follow their source.\n")


def test_stale_pages_are_listed(
    small: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = content.load(small).by_uri["guide/one.he.md"].stamp
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    edit("docs/index.en.md", "source: ", "#")
    monkeypatch.setenv("PATH", "")  # where there is no git
    pages = content.load(small).by_uri
    assert run_fresh(small) == 1
    assert capsys.readouterr() == (
        f"docs/guide/one.en.md: follows {old}, docs/guide/one.he.md is now {pages['guide/one.he.md'].stamp}\n"
        f"  {fresh.NO_HISTORY}\n"
        f"docs/index.en.md: follows no stamp, docs/index.he.md is now {pages['index.he.md'].stamp}\n"
        f"  {fresh.NO_STAMP}\n",
        "8 of 10 English pages follow their source.\n",
    )


def test_accepting_stamps_what_is_named(small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    edit("cases/ruth/index.he.md", "סוף.", "סוף הסיפור.")
    assert run_fresh(small, str(small / "docs")) == 0
    assert capsys.readouterr() == ("docs/guide/one.en.md: stamped\n", "")
    assert run_fresh(small, str(small / "cases/ruth/index.en.md")) == 0
    assert capsys.readouterr() == ("cases/ruth/index.en.md: stamped\n", "")
    assert run_fresh(small) == 0


def test_accepting_all(
    small: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה אחרת")
    monkeypatch.chdir(small)
    assert run_fresh(small, ".") == 0
    assert capsys.readouterr() == ("docs/guide/one.en.md: stamped\n", "")


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("docs/none.en.md", "."),
        ("docs/index.he.md", "; did you mean docs/index.en.md?"),
        ("cases/rut/index.en.md", "; did you mean cases/ruth/index.en.md?"),
    ],
)
def test_accepting_what_is_no_english_page_is_misuse(
    path: str, end: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_fresh(small, str(small / path)) == 2
    assert capsys.readouterr() == ("", f"There is no English page at {path}{end}\n")


def test_a_page_without_front_matter_is_not_stamped(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "docs/index.en.md").write_text("text\n", encoding="utf-8")
    assert run_fresh(small, str(small / "docs/index.en.md")) == 1
    assert capsys.readouterr() == (
        "",
        "docs/index.en.md: not stamped; check says what is wrong with its front matter\n",
    )
    assert (small / "docs/index.en.md").read_text(encoding="utf-8") == "text\n"


# build


@pytest.fixture
def buildable(small: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project with a 404 page like the real one's; nothing is printed or drawn."""
    (small / "look").mkdir()
    (small / "look" / "404.html").write_text(
        '<!doctype html><html lang="he"><head><title>404</title>'
        '<meta name="description" content="D"></head><body></body></html>',
        encoding="utf-8",
    )
    edit("mkdocs.yml", "{name: material,", "{name: material, custom_dir: look,")
    monkeypatch.setattr(printing, "print_all", lambda root, project: [])
    monkeypatch.setattr(drawing, "draw_all", lambda root, project: [])
    monkeypatch.setattr(drawing, "publish", lambda root, project, site: None)
    return small


STEPS = [
    "1 of 5: checking the content\n",
    "2 of 5: printing handouts, drawing picture cards\n",
    "3 of 5: building both languages\n",
    "4 of 5: packing the copy to download, and small copies to send\n",
    "5 of 5: checking the site\n",
]


def last_good(root: Path) -> Path:
    """Put a site there that an earlier build might have left."""
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the last good one", encoding="utf-8")
    return root / "site"


def left(root: Path) -> list[str]:
    """What a build leaves behind, but for the compiled templates, which it keeps for the next."""
    return sorted(path.name for path in (root / "build").glob("*") if path.name != "templates")


def test_build_leaves_a_site_in_place_of_the_last(buildable: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = last_good(buildable)
    (site / "gone.html").write_text("of old", encoding="utf-8")
    assert build.run(buildable, asked()) == 0
    assert capfd.readouterr() == ("".join([*STEPS, "site/ is ready: 21 pages.\n"]), "")
    assert not (site / "gone.html").exists()
    assert (site / "en" / "cases" / "ruth" / "index.html").exists()
    assert [path.name for path in (site / "download").iterdir()] == ["site.zip"]
    assert (site / "_headers").exists()
    assert left(buildable) == []


def test_faulty_content_stops_the_build(
    buildable: Path, edit: Edit, capfd: pytest.CaptureFixture[str]
) -> None:
    site = last_good(buildable)
    (buildable / "docs/index.en.md").unlink()
    assert build.run(buildable, asked()) == 1
    assert capfd.readouterr() == (
        STEPS[0] + "docs/index.he.md: pair: the page exists in one language only: index.en.md is missing. "
        "Fix: write the page in the other language beside it, with the same name.\n",
        "1 finding in 1 file. Nothing was written.\n",
    )
    assert files(site) == {"index.html": b"the last good one"}


def test_a_failing_mkdocs_stops_the_build(
    buildable: Path, edit: Edit, capfd: pytest.CaptureFixture[str]
) -> None:
    """With what it said, and without the noise of its progress."""
    site = last_good(buildable)
    edit("mkdocs.yml", "- tables\n", "- nosuch\n")
    code = build.run(buildable, asked())
    out, err = capfd.readouterr()
    assert (code, out) == (1, "".join(STEPS[:3]))
    assert err.splitlines()[0].startswith("ERROR   -  Config value 'markdown_extensions': ")
    assert err.splitlines()[-1] == "The build failed; site/ is as it was."
    assert files(site) == {"index.html": b"the last good one"}


def test_a_warning_of_mkdocs_stops_the_build_and_is_shown(
    buildable: Path, edit: Edit, capfd: pytest.CaptureFixture[str]
) -> None:
    edit("mkdocs.yml", "site_name: אתר קטן\n", "site_name: אתר קטן\nnosuch_setting: 1\n")
    assert build.run(buildable, asked()) == 1
    out, err = capfd.readouterr()
    assert out == "".join(STEPS[:3])
    assert err.splitlines() == [
        "WARNING -  Config value 'nosuch_setting': Unrecognised configuration name: nosuch_setting",
        "Aborted with 1 configuration warnings in 'strict' mode!",
        "The build failed; site/ is as it was.",
    ]


def test_a_faulty_site_is_not_put_in_place(buildable: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = last_good(buildable)
    (buildable / "look" / "404.html").write_text('<html lang="he"><body></body></html>', encoding="utf-8")
    assert build.run(buildable, asked()) == 1
    title = "the page has no title of its own or no description"
    mend = "Fix: give the page a title and a description that tell it from the others."
    assert capfd.readouterr() == (
        "".join(STEPS)
        + f"404.html: site-title: {title}: no description. {mend}\n"
        + f"404.html: site-title: {title}: no title. {mend}\n",
        "2 findings in 1 file: site-title 2. Nothing was written.\n",
    )
    assert files(site) == {"index.html": b"the last good one"}


def test_a_site_that_cannot_be_replaced_stays(
    buildable: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(fresh: Path, place: Path, old: Path) -> None:
        raise PermissionError(13, "Permission denied", "site")

    site = last_good(buildable)
    monkeypatch.setattr(build, "swap", refuse)
    assert build.run(buildable, asked()) == 1
    assert capfd.readouterr() == (
        "".join(STEPS),
        "site/ is as it was: it could not be replaced ([Errno 13] Permission denied: 'site'). "
        "Close what uses it.\n",
    )
    assert files(site) == {"index.html": b"the last good one"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """(the new site, the site, where the old one waits): each with one file, the last not there yet."""
    made = (tmp_path / "new", tmp_path / "site", tmp_path / "old")
    for folder in made[:2]:
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    return made


def test_swap(folders: tuple[Path, Path, Path]) -> None:
    fresh_site, place, old = folders
    build.swap(fresh_site, place, old)
    assert (files(place), fresh_site.exists(), old.exists()) == ({"index.html": b"new"}, False, False)


def test_swap_where_no_site_was(folders: tuple[Path, Path, Path]) -> None:
    fresh_site, place, old = folders
    place.rename(place.parent / "elsewhere")
    build.swap(fresh_site, place, old)
    assert (files(place), old.exists()) == ({"index.html": b"new"}, False)


@pytest.mark.parametrize("failing", ["new", "site"])
def test_a_failing_swap_leaves_the_old_site(
    failing: str, folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh_site, place, old = folders
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == failing:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        build.swap(fresh_site, place, old)
    assert (files(place), files(fresh_site)) == ({"index.html": b"site"}, {"index.html": b"new"})
    assert not old.exists()


def test_a_swap_broken_off_half_way_is_mended(folders: tuple[Path, Path, Path]) -> None:
    _, place, old = folders
    place.rename(old)
    build.mend(place, old)
    assert (files(place), old.exists()) == ({"index.html": b"site"}, False)


def test_mending_does_not_touch_a_site_that_is_there(folders: tuple[Path, Path, Path]) -> None:
    fresh_site, place, old = folders
    fresh_site.rename(old)
    build.mend(place, old)
    assert (files(place), old.exists()) == ({"index.html": b"site"}, False)


def test_a_build_after_a_killed_one_starts_from_the_last_good_site(
    buildable: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (buildable / "build").mkdir()
    last_good(buildable).rename(buildable / build.OLD)
    (buildable / "docs/index.en.md").unlink()
    assert build.run(buildable, asked()) == 1
    assert files(buildable / "site") == {"index.html": b"the last good one"}


# serve, test, handouts, bench: what goes wrong before they start


def test_a_port_in_use_is_misuse(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((serve.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.run(small, asked(port=port)) == 2
    assert capsys.readouterr() == ("", f"Port {port} is in use. Try: run.py serve --port {port + 1}\n")


def test_tests_without_a_browser_say_what_to_install(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testing, "_browser", lambda: None)
    assert testing.run(small, asked(paths=[])) == 2
    assert capsys.readouterr() == (
        "",
        "The tests need Chromium or Chrome, and none could be found or fetched. Install Google Chrome, "
        "or name a browser in the environment variable KB_CHROMIUM, and run the same command again.\n",
    )


def test_an_unknown_handout_is_misuse(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printing.run(small, asked(only="nosuch", lang=None)) == 2
    assert capsys.readouterr() == (
        "",
        "There is no handout nosuch. There are: plan, plan-meeting, story-ruth.\n",
    )


def test_an_unknown_figure_of_the_bench_is_misuse(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(small, asked(names=["nosuch"])) == 2
    known = ", ".join(bench.MEASURES)
    assert capsys.readouterr() == ("", f"There is no figure nosuch. There are: {known}.\n")
    assert bench.run(small, asked(names=["grow"])) == 2
    told = f"There is no figure grow; did you mean growth? There are: {known}.\n"
    assert capsys.readouterr() == ("", told)


# what mkdocs is started with


def test_builds_have_a_fixed_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert mkdocs_run.environment(tmp_path)["SOURCE_DATE_EPOCH"] == mkdocs_run.EPOCH
    monkeypatch.setenv("PATH", "")
    assert mkdocs_run.environment(tmp_path, A="b")["A"] == "b"


def test_the_check_says_the_same_as_the_command(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_check(broken, form="json")
    rows = json.loads(capsys.readouterr().out)
    assert [(row["path"], row["line"], row["rule"]) for row in rows] == [
        (finding.path, finding.line, finding.rule) for finding in check.source(content.load(broken))
    ]
    assert rows
