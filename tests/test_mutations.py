"""Faults put into the real content, one at a time: each is found by its rule, and by no other.

A mutation is (rule, file, change). A file that ends in `.*` stands for both halves of a page, so that a
fault of the text is not one of the pair as well; the English is then stamped again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb import check, content, report, stamps
from kb.memory import Memory
from support import ROOT
from verbs import bench_check

Change = Callable[[str], str]
PAGE = "docs/guide/introduction"
BOTH = f"{PAGE}.*"
EXERCISE = "exercises/smart-goal/exercise.yml"
UNIT = "course/01-why-support/unit.yml"
PLAN = "workshops/one-case/plan.yml"
SITUATION = "situations/gift-from-employer"


def add(text: str) -> Change:
    """Write a paragraph at the end."""
    return lambda old: f"{old.rstrip()}\n\n{text}\n"


def swap(pattern: str, new: str) -> Change:
    """Replace the first place that matches; there must be one."""

    def change(old: str) -> str:
        changed, count = re.subn(pattern, new, old, count=1)
        assert count == 1, f"{pattern} is not there"
        return changed

    return change


def work_nobody_cites(old: str) -> str:
    rows = json.loads(old)
    return json.dumps([*rows, {**rows[0], "id": "nobody1900"}], ensure_ascii=False, indent=2)


MUTATIONS: list[tuple[str, str, Change]] = [
    ("yaml", f"{PAGE}.en.md", swap("title: .*", "title: [")),
    ("json", "docs/reference/references.json", swap(r"\[", "[,")),
    ("front-matter", f"{PAGE}.en.md", swap("description: ", "descripton: ")),
    ("front-matter", BOTH, swap("description: .*", "description: no")),
    ("schema", EXERCISE, swap("setting: .*", "setting: [alone, crowd]")),
    ("schema", EXERCISE, add("minuts: 3")),
    ("schema", SITUATION + "/situation.yml", swap("line: grey", "line: gray")),
    ("pair-headings", f"{PAGE}.en.md", add("## Another { #another-one }")),
    ("pair-blocks", f"{PAGE}.en.md", add("/// trainer\nA note.\n///")),
    ("pair-blocks", "exercises/smart-goal/index.en.md", swap(r"lines: \d+", "lines: 19")),
    ("pair-links", f"{PAGE}.en.md", add("[More](summary.md)")),
    ("pair-citations", f"{PAGE}.en.md", add("A claim [@booklet2010].")),
    ("pair-citations", f"{PAGE}.en.md", add("It is [support](term:support).")),
    ("pair-numbers", f"{PAGE}.en.md", add("That was in 1777.")),
    ("pair-numbers", "docs/guide/summary.en.md", swap(r"in 20(\d\d)", r"in 21\1")),
    ("stale", f"{PAGE}.he.md", add("משפט חדש.")),
    ("heading-id", BOTH, add("## כותרת")),
    ("heading-id", BOTH, add("## כותרת { #One_two }")),
    ("heading-id-twice", BOTH, add("## שאלה { #the-same }\n\n## שאלה { #the-same }")),
    ("heading-level", BOTH, add("#### שאלה { #deep-down }")),
    ("link-page", BOTH, add("[x](introducton.md)")),
    ("link-page", BOTH, add("[](summary.md)[x]()")),
    ("link-anchor", BOTH, add("[x](summary.md#nowhere)")),
    ("link-language", BOTH, add("[x](summary.he.md)")),
    ("link-absolute", BOTH, add("[x](/guide/summary/)")),
    ("link-case", BOTH, add("[x](Summary.md)")),
    ("link-malformed", BOTH, add("[x](http:/example.org/)")),
    ("link-name", BOTH, add("[x][nowhere]")),
    ("html-link", BOTH, add('<a href="summary.md">x</a>')),
    ("html-active", BOTH, add("<script>1</script>")),
    ("picture", BOTH, add("![תיאור](gone.png)")),
    ("picture-foreign", BOTH, add("![תיאור](https://pictures.example.com/a.png)")),
    ("block-unknown", BOTH, add("/// tekeaway\ntext\n///")),
    ("block-open", BOTH, add("/// help\ntext")),
    ("block-close", BOTH, add("///")),
    ("block-option", BOTH, add("/// write | x\n    id: a-field\n    lines: many\n///")),
    ("block-option", BOTH, add("/// write | x\n    id: a-field\n    line: 3\n///")),
    ("block-title", BOTH, add("/// pause\n    id: a-pause\ntext\n///")),
    ("block-parts", BOTH, add("/// code-says\ntext\n///")),
    ("situation-part", f"{SITUATION}/index.*", swap(r"(?s)## [^\n]*\{ #record \}.*?(?=## )", "")),
    ("unit-part", "course/01-why-support/index.*", swap("<!-- kb:readings -->", "")),
    ("plan-part", "workshops/one-case/index.*", swap("<!-- kb:agenda -->", "")),
    ("unit-number", UNIT, swap("number: 1", "number: 99")),
    (
        "objective-unasked",
        "course/06-vision-and-goals/unit.yml",
        swap("objectives:\n", "objectives:\n  - {id: unasked, he: לומר משהו, en: Say something}\n"),
    ),
    ("fact-unknown", "cases/moshe/index.*", add("{fact:nowhere}")),
    ("fact-unused", "cases/moshe/case.yml", swap("facts:\n", "facts:\n  left: {value: 3, booklet: 270}\n")),
    ("citation-unknown", BOTH, add("טענה [@nobody1900].")),
    ("citation-unused", "docs/reference/references.json", work_nobody_cites),
    ("term-unknown", BOTH, add("[x](term:suport)")),
    ("figure-unknown", BOTH, add("/// figure | netwoks\n///")),
    ("reference-unknown", EXERCISE, swap("practises: .*", "practises: [guide/suport-model]")),
    ("reference-unknown", PLAN, swap("handout: story-moshe", "handout: story-moses")),
    ("sum", EXERCISE, swap("minutes: 40", "minutes: 45")),
    ("clock", PLAN, swap('start: "09:00"', 'start: "9 in the morning"')),
    ("hebrew-quotes", f"{PAGE}.he.md", add('מנכ"ל.')),
    ("hebrew-hyphen", f"{PAGE}.he.md", add("תת-כותרת.")),
    ("spacing", BOTH, add("שלום , שלום.")),
    ("dots", BOTH, add("שלום...")),
    ("dash", BOTH, add("שלום -- שלום.")),
    ("invisible", BOTH, add("שלום\u200f שלום.")),
    ("latin-edge", f"{PAGE}.he.md", add("שפת C++ כאן.")),
    ("term-avoided", f"{PAGE}.he.md", add("קואצ׳ר.")),
    ("waiver-unused", "docs/contribute/waivers.yml", swap("only here 3:19", "only here 9:19")),
    (
        "waiver-rule",
        "docs/contribute/waivers.yml",
        add("  - {rule: par, file: README.md, reason: just for a try}"),
    ),
    ("address-gone", "docs/contribute/addresses.yml", swap("addresses:\n", "addresses:\n  - guide/gone/\n")),
    ("address-new", "docs/contribute/addresses.yml", swap("  - cases/limor/\n", "")),
]
# What is one fault and yet found twice: what a waiver let pass is said when the waiver no longer fits, and
# exercises name the number of their unit.
TOGETHER = {"waiver-unused": {"pair-numbers"}, "unit-number": {"reference-unknown"}}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Memory]:
    """The real content in a place where it may be edited, and what has been read of it."""
    root = bench_check.copied(ROOT, tmp_path_factory.mktemp("real") / "project")
    memory = Memory()
    assert report.as_text(check.source(content.load(root, memory))) == ""
    return root, memory


@pytest.fixture
def real(copy: tuple[Path, Memory]) -> Iterator[Callable[[str, Change, bool], list[str]]]:
    """Change the files of a name, and return the rules by which something is found; put all back."""
    root, memory = copy
    kept: dict[Path, bytes] = {}

    def mutated(name: str, change: Change, stamp: bool) -> list[str]:
        for path in {root / name.replace(".*", f".{lang}.md") for lang in ("he", "en")}:
            kept[path] = path.read_bytes()
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        project = content.load(root, memory)
        for page in stamps.stale_pages(project) if stamp else []:
            kept.setdefault(root / page.path, (root / page.path).read_bytes())
            stamps.accept(root, page, project)
        return [finding.rule for finding in check.source(content.load(root, memory))]

    yield mutated
    for path, was in kept.items():
        path.write_bytes(was)


@pytest.mark.parametrize(
    ("rule", "name", "change"), MUTATIONS, ids=[f"{rule}-{n}" for n, (rule, *_) in enumerate(MUTATIONS)]
)
def test_a_fault_in_the_real_content_is_found_by_its_rule_alone(
    rule: str, name: str, change: Change, real: Callable[[str, Change, bool], list[str]]
) -> None:
    found = real(name, change, rule != "stale")
    assert set(found) == {rule} | TOGETHER.get(rule, set())
    assert found.count(rule) == (2 if name.endswith(".*") else 1)


def test_nothing_is_found_when_all_is_put_back(copy: tuple[Path, Memory]) -> None:
    root, memory = copy
    assert report.as_text(check.source(content.load(root, memory))) == ""
