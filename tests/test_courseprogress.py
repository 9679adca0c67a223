"""What the scripts of the course are told of its units, so that the browser can remember them."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from kb import pagedata, policy, render
from kb.content import Project, load
from kb.course import progress as courseprogress
from kb.course.units import units
from support import ROOT, Edit

UNIT = "course/01-start/unit.yml"
PARTS = (
    "read:guide/one",
    "read:guide/three",
    "case",
    "exercise",
    "check:secret",
    "check:answer",
    "check:how-often",
    "reflection",
)
# As assets/behaviour/progress-store.js judges them: what fits neither is never kept.
KEPT_UNIT = re.compile(r"\d\d-[a-z0-9-]{1,60}")
KEPT_PART = re.compile(r"case|exercise|reflection|done|(read|check):[a-z0-9/-]{1,80}")


def write_course_page(root: Path) -> None:
    (root / "docs/course").mkdir()
    for lang in ("he", "en"):
        text = "---\ntitle: T\ndescription: D\n---\n<!-- kb:progress -->\n"
        (root / f"docs/course/index.{lang}.md").write_text(text, encoding="utf-8", newline="\n")


def told(project: Project, uri: str) -> dict[str, object]:
    data = pagedata.for_template(project.by_uri[uri], project)
    return {name: data[name] for name in ("unit", "member", "course")}


def test_the_parts_of_a_unit_are_the_same_in_both_languages(small: Path) -> None:
    project = load(small)
    assert [courseprogress.parts(unit) for lang in ("he", "en") for unit in units(project, lang)] == [
        PARTS,
        PARTS,
    ]


def test_what_a_unit_lacks_is_no_part_of_it(small: Path, edit: Edit) -> None:
    edit(UNIT, "stage: pause-start", "stage: nowhere")
    edit(UNIT, "exercise: plan", "exercise: none")
    edit("course/01-start/index.he.md", "{ #reflection }", "{ #other }")
    [unit] = units(load(small), "he")
    assert courseprogress.parts(unit) == (*PARTS[:2], *PARTS[4:7])


def test_the_place_of_the_panel_names_every_unit(small: Path, edit: Edit) -> None:
    edit(UNIT, "en: Ask before acting", "en: 'Ask <b>first</b> & act'")
    write_course_page(small)
    project = load(small)
    page = project.by_uri["course/index.en.md"]
    [place] = html.fragments_fromstring(render.complete(page.body, page, project).strip())
    assert place.get("data-kb-list") == "progress"
    [row] = place.xpath(".//li[@data-kb-unit]")
    assert (row.get("data-kb-unit"), row.get("data-kb-number")) == ("01-start", "1")
    assert row.get("data-kb-parts") == " ".join(PARTS)
    assert (row.find("a").text, row.find("a").get("href")) == ("A start", "01-start/")
    objectives = [item.text_content() for item in row.iter("li") if item is not row]
    assert objectives == ["Decide what stays secret", "Ask <b>first</b> & act", "Set the pace of meetings"]
    [plain] = place.iter("noscript")
    assert plain.text_content() == courseprogress.PLAIN["en"]


def test_without_units_there_is_no_panel(small: Path, edit: Edit) -> None:
    write_course_page(small)
    edit(UNIT, "exercise: plan", "exercise: [plan")
    project = load(small)
    page = project.by_uri["course/index.he.md"]
    assert render.complete(page.body, page, project).strip() == ""
    assert told(project, "index.he.md") == {"unit": {}, "member": [], "course": []}


def test_a_unit_knows_its_place_and_the_way_on(small: Path) -> None:
    folder = small / "course/02-next"
    folder.mkdir()
    facts = (small / UNIT).read_text(encoding="utf-8")
    text = facts.replace("number: 1", "number: 2").replace("01-start", "02-next")
    (folder / "unit.yml").write_text(text, encoding="utf-8")
    (folder / "index.en.md").write_text("---\ntitle: Next\n---\n", encoding="utf-8")
    write_course_page(small)
    project = load(small)
    following = {"number": 2, "title": "Next", "href": "../02-next/", "slug": "02-next"}
    assert told(project, "course/01-start/index.en.md")["unit"] == {
        "slug": "01-start",
        "number": 1,
        "count": 2,
        "parts": " ".join(PARTS),
        "next": following,
        "course": "../",
    }
    last = told(project, "course/02-next/index.en.md")["unit"]
    assert isinstance(last, dict) and (last["number"], last["next"]) == (2, None)


def test_pages_know_the_units_they_belong_to(small: Path) -> None:
    project = load(small)
    row = {"number": 1, "title": "A start", "href": "../../course/01-start/", "slug": "01-start"}
    assert told(project, "guide/one.en.md")["member"] == [{**row, "part": "read:guide/one"}]
    assert told(project, "exercises/plan/index.en.md")["member"] == [{**row, "part": "exercise"}]
    for uri in ("cases/ruth/index.en.md", "course/01-start/index.en.md", "index.en.md"):
        assert told(project, uri)["member"] == []


def test_only_the_home_page_leads_on_to_any_unit(small: Path) -> None:
    project = load(small)
    row = {"number": 1, "title": "A start", "href": "course/01-start/", "slug": "01-start"}
    assert told(project, "index.en.md")["course"] == [row]
    assert told(project, "guide/one.en.md")["course"] == []


def test_the_browser_can_keep_every_part_of_our_own_units() -> None:
    project = load(ROOT)
    wrong = [
        f"{unit.slug} {part}"
        for lang in policy.LANGUAGES
        for unit in units(project, lang)
        for part in courseprogress.parts(unit)
        if not KEPT_UNIT.fullmatch(unit.slug) or not KEPT_PART.fullmatch(part)
    ]
    assert wrong == []


def test_our_own_units_have_the_same_parts_in_both_languages() -> None:
    project = load(ROOT)
    he, en = ([courseprogress.parts(unit) for unit in units(project, lang)] for lang in ("he", "en"))
    assert he == en
