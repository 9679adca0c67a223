"""The small project built for real, through mkdocs and our hooks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import material
import pytest
from lxml import html

from kb import check, content, report
from support import BLANK_PDF, Edit, make_small
from verbs import mkdocs_run

PAGES = [
    "",
    "cases/ruth/",
    "ethics/situations/gift/",
    "course/01-start/",
    "workshops/meeting/",
    "exercises/plan/",
    "guide/one/",
    "guide/three/",
    "reference/glossary/",
    "reference/references/",
]


def build(root: Path, site: Path, *flags: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project and return what mkdocs said."""
    command = mkdocs_run.command(root, "build", "--site-dir", str(site), *flags)
    return subprocess.run(
        command,
        env=mkdocs_run.environment(root, **environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, with a handout that has been printed."""
    root = make_small(tmp_path_factory.mktemp("built"))
    handouts = root / "build" / "handouts"
    handouts.mkdir(parents=True)
    (handouts / "plan.blank.he.pdf").write_bytes(BLANK_PDF)
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """Its site, built strictly; the build says nothing."""
    folder = root.parent / "site"
    done = build(root, folder, "--strict")
    told = [row for row in done.stderr.splitlines() if not row.startswith("INFO")]
    assert (done.returncode, done.stdout, told) == (0, "", [])
    return folder


def read(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address / "index.html").read_bytes())


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_page_stands_at_its_address_in_both_languages(site: Path) -> None:
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    wanted = [f"{lang}{address}index.html" for lang in ("", "en/") for address in PAGES]
    assert found == sorted([*wanted, "404.html"])


@pytest.mark.parametrize("address", PAGES)
def test_pages_carry_their_language_and_direction(address: str, site: Path) -> None:
    hebrew, english = read(site, address), read(site, f"en/{address}")
    assert (hebrew.get("lang"), hebrew.get("dir")) == ("he", "rtl")
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")


def test_the_404_page_has_a_direction_too(site: Path) -> None:
    page = html.document_fromstring((site / "404.html").read_bytes())
    assert (page.get("lang"), page.get("dir")) in {("he", "rtl"), ("en", "ltr")}


@pytest.mark.parametrize(
    ("address", "title", "sentence"),
    [
        ("cases/ruth/", "סיפור לבדיקה", "בגיל 22."),
        ("en/cases/ruth/", "A test story", "At 22."),
        ("exercises/plan/", "תרגיל לבדיקה", "התרגיל נמשך 20 דקות."),
        ("en/exercises/plan/", "A test exercise", "The exercise takes 20 minutes."),
    ],
)
def test_cases_and_exercises_are_read_from_their_folders(
    address: str, title: str, sentence: str, site: Path
) -> None:
    page = read(site, address)
    assert text(page.find(".//h1")) == title
    assert sentence in [text(paragraph) for paragraph in page.iter("p")]


def test_pages_carry_blocks_and_fields(site: Path) -> None:
    exercise, case = read(site, "en/exercises/plan/"), read(site, "en/cases/ruth/")
    names = [field.get("name") for field in exercise.find_class("kb-field")]
    assert names == ["initials", *["sure"] * 10, "cell-1-1-2", "cell-1-2-2", "tick-1", "tick-2"]
    assert [text(label) for label in exercise.find_class("kb-block-label")] == ["Hint"]
    pause = case.get_element_by_id("pause-start")
    assert [field.get("name") for field in pause.find_class("kb-field")] == ["pause-start-answer"]
    assert [text(summary) for summary in pause.iter("summary")] == ["What happened"]
    assert case.get_element_by_id("figure-timeline-ruth").find("svg") is not None


@pytest.mark.parametrize(
    ("address", "words", "card"),
    [
        (
            "guide/one/",
            "מסוגלות",
            "מסוגלות עצמית כמה אנשים מאמינים שהם יכולים. עוד במילון המונחים",
        ),
        (
            "en/guide/one/",
            "self-efficacy",
            "self-efficacy How far people believe that they can. More in the glossary",
        ),
    ],
)
def test_a_term_opens_its_card_and_leads_to_the_glossary(
    address: str, words: str, card: str, site: Path
) -> None:
    page = read(site, address)
    (button,) = page.find_class("kb-term")
    popover = page.get_element_by_id(button.get("popovertarget", ""))
    assert (text(button), text(popover)) == (words, card)
    assert popover.get("popover") is not None
    (link,) = popover.iter("a")
    assert link.get("href") == "../../reference/glossary/#self-efficacy"
    glossary = read(site, f"{address.removesuffix('guide/one/')}reference/glossary/")
    assert glossary.get_element_by_id("self-efficacy").tag == "dt"


def test_anchors_are_the_same_in_both_languages(site: Path) -> None:
    for address in PAGES:
        ids = [[h.get("id") for h in read(site, f"{lang}{address}").iter("h2", "h3")] for lang in ("", "en/")]
        assert ids[0] == ids[1]


def test_citations_lead_to_their_works(site: Path) -> None:
    links = [link.get("href") for link in read(site, "guide/one/").find_class("kb-cite")]
    assert links == ["../../reference/references/#bandura1977"] * 2
    assert read(site, "reference/references/").get_element_by_id("bandura1977").tag == "li"


def test_handouts_stand_once_on_the_site(site: Path) -> None:
    found = [path.relative_to(site).as_posix() for path in site.rglob("*.pdf")]
    assert found == ["handouts/plan.blank.he.pdf"]
    assert (site / found[0]).read_bytes() == BLANK_PDF


def test_facts_and_sources_are_not_published(site: Path) -> None:
    assert [path for path in site.rglob("*") if path.suffix in {".yml", ".md"}] == []
    assert not (site / "reference" / "references.json").exists()


def test_the_built_site_has_no_findings_of_ours(site: Path, root: Path) -> None:
    """Material writes one 404 page for both languages, in the one built last; our own says Hebrew."""
    assert report.as_text(check.site(site, root)) == (
        "404.html:1: site-lang: the language or direction of the page (lang, dir) is missing or wrong: "
        'lang="en", the address says he. '
        "Fix: mend the template or the language settings in mkdocs.yml."
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_two_builds_give_the_same_bytes(site: Path, root: Path, tmp_path: Path) -> None:
    """In another folder and another time zone, with files touched since."""
    again = make_small(tmp_path)
    handout = again / "build" / "handouts" / "plan.blank.he.pdf"
    handout.parent.mkdir(parents=True)
    handout.write_bytes(BLANK_PDF)
    assert build(again, tmp_path / "again", "--strict", TZ="Asia/Tokyo").returncode == 0
    first, second = tree(site), tree(tmp_path / "again")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


DEAD = (
    "docs/guide/one.he.md:9: link-page: the link leads to no page or file: ../cases/rut/index.md; "
    "did you mean ../cases/ruth/index.md? Fix: mend the target."
)


@pytest.fixture
def mistaken(small: Path, edit: Edit) -> Path:
    """A project with one dead link, in both languages."""
    for lang in ("he", "en"):
        edit(f"docs/guide/one.{lang}.md", "../cases/ruth/index.md#start", "../cases/rut/index.md")
    return small


def test_a_mistake_is_told_once_with_file_and_line(mistaken: Path, tmp_path: Path) -> None:
    done = build(mistaken, tmp_path / "site")
    ours = [row for row in done.stderr.splitlines() if "link-page" in row]
    assert done.returncode == 0
    assert ours == [f"WARNING -  {DEAD.replace('.he.md:9', '.en.md:10')}", f"WARNING -  {DEAD}"]


def test_a_mistake_stops_a_strict_build(mistaken: Path, tmp_path: Path) -> None:
    done = build(mistaken, tmp_path / "site", "--strict")
    assert done.returncode == 1
    assert f"WARNING -  {DEAD}" in done.stderr.splitlines()


def test_who_has_checked_already_is_not_told_again(mistaken: Path, tmp_path: Path) -> None:
    done = build(mistaken, tmp_path / "site", **{mkdocs_run.CHECKED: "1"})
    assert (done.returncode, "link-page" in done.stderr) == (0, False)


@pytest.mark.parametrize(
    ("path", "data", "finding"),
    [
        (
            "docs/guide/Two.he.md",
            "---\ntitle: שתיים\n---\nטקסט [@bandura1977]\n".encode(),
            "docs/guide/Two.he.md: file-name: a page must be named NAME.he.md or NAME.en.md, in small Latin "
            "letters, digits and hyphens: Two.he.md. Fix: rename the file.",
        ),
        (
            "docs/guide/two.md",
            b"no language, no front matter\n",
            "docs/guide/two.md: file-name: a page must be named NAME.he.md or NAME.en.md, in small Latin "
            "letters, digits and hyphens: two.md. Fix: rename the file.",
        ),
        (
            "docs/guide/two.he.md",
            "---\ntitle: שתיים\n---\nטקסט\n".encode("windows-1255"),
            "docs/guide/two.he.md:2: encoding: the file is not UTF-8 text. Fix: save the file as UTF-8.",
        ),
        (
            "docs/guide/two.he.md",
            b"---\ntitle: [\n---\n/// write | W\n    id: [\n///\n\n/// nosuch\n",
            "docs/guide/two.he.md:3: yaml: the YAML cannot be read: expected the node content, but found "
            "'<stream end>'. Fix: mend the YAML at this line; a value with a colon or a quotation mark "
            "needs quotation marks around it.",
        ),
        (
            "docs/guide/two.he.md",
            b"---\ntitle: 5\ndescription: [a]\nhide: x\ntemplate: 7\n---\ntext\n",
            "docs/guide/two.he.md:2: front-matter: the lines at the top of the file, between --- and ---, "
            "are missing or wrong: title must be a text. Fix: start the file with ---, the keys title and "
            "description, and ---.",
        ),
    ],
    ids=["misnamed", "no-language", "encoding", "yaml", "kinds"],
)
def test_a_faulty_page_is_told_and_does_not_stop_the_others(
    path: str, data: bytes, finding: str, small: Path, tmp_path: Path
) -> None:
    (small / path).write_bytes(data)
    done = build(small, tmp_path / "site")
    assert f"WARNING -  {finding}" in done.stderr.splitlines()
    assert ("Traceback" in done.stderr, done.returncode) == (False, 0)
    assert (tmp_path / "site" / "en" / "guide" / "one" / "index.html").exists()


def test_a_theme_with_another_language_is_told(small: Path, edit: Edit, tmp_path: Path) -> None:
    words = Path(material.__file__).parent / "templates" / "partials" / "languages" / "he.html"
    look = small / "look" / "partials" / "languages" / "he.html"
    look.parent.mkdir(parents=True)
    text = words.read_text(encoding="utf-8").replace('"language": "he"', '"language": "fr"')
    look.write_text(text, encoding="utf-8")
    edit("mkdocs.yml", "{name: material,", "{name: material, custom_dir: look,")
    done = build(small, tmp_path / "site")
    assert (
        "WARNING -  guide/one/index.html: site-lang: the language or direction of the page (lang, dir) is "
        "missing or wrong: "
        'lang="fr" dir="". Fix: mend the template or the language settings in mkdocs.yml.'
    ) in done.stderr.splitlines()


def test_the_hooks_read_what_the_check_reads(root: Path) -> None:
    """What was built above is faultless by the check of its source, too."""
    assert check.source(content.load(root)) == []
