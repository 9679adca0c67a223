"""What holds for every link an author may write, whatever the pages are called."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kb import outline
from kb.content import address_of
from kb.resolving import Names, Target, as_written, misspelt, resolve

# The same trials at every run, kept nowhere, and as long as they take.
settings.register_profile("project", derandomize=True, database=None, deadline=None, max_examples=100)
settings.load_profile("project")

KINDS = {"outside", "malformed", "absolute", "language", "case", "page", "file", "missing"}
BASE = "https://example.org/sub/"

PART = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True)
FOLDERS = st.lists(PART.filter(lambda part: part not in ("he", "en")), max_size=3)
PAGE = st.builds(
    lambda folders, stem: "/".join([*folders, f"{stem}.md"]), FOLDERS, st.one_of(PART, st.just("index"))
)
FILE = st.builds(
    lambda folders, stem, ending: "/".join([*folders, f"{stem}.{ending}"]),
    FOLDERS,
    st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,6}", fullmatch=True),
    st.sampled_from(["pdf", "svg", "PNG"]),
)
ANCHOR = st.one_of(st.just(""), PART)
# Signs that addresses are made of, closer together than in any text.
SIGNS = [*"ab.:/\\@#?%&=~[]()-_ \u05d0\u05d1", "http", "https:", "//", "..", ".md", "www.", ".org", "mailto:"]
MESS = st.lists(st.sampled_from(SIGNS)).map("".join)


@st.composite
def sites(draw: st.DrawFn) -> tuple[Names, str, str]:
    """Draw the names of a site, the page a link stands on, and the page or file it leads to."""
    pages = draw(st.lists(PAGE, min_size=1, max_size=6, unique=True))
    files = draw(st.lists(FILE, max_size=3, unique_by=str.casefold))
    assume(not {file.casefold() for file in files} & set(pages))
    here, there = draw(st.sampled_from(pages)), draw(st.sampled_from([*pages, *files]))
    return Names.of(pages, files, [BASE]), here, there


def kind(name: str) -> str:
    return "page" if name.endswith(".md") else "file"


@given(sites(), ANCHOR)
def test_a_link_written_by_rule_leads_there(site: tuple[Names, str, str], anchor: str) -> None:
    names, here, there = site
    assert resolve(as_written(there, anchor, here), here, names) == Target(kind(there), there, anchor)


@given(sites(), ANCHOR, st.data())
def test_detours_and_escapes_change_nothing(
    site: tuple[Names, str, str], anchor: str, data: st.DataObject
) -> None:
    names, here, there = site
    written = as_written(there, anchor, here)
    detour = data.draw(st.sampled_from(["./", ".//", "aside/../", "a/b/../../"]))
    assert resolve(detour + written, here, names) == Target(kind(there), there, anchor)
    escaped = "".join(
        f"%{ord(sign):02X}" if sign.isalnum() and data.draw(st.booleans()) else sign for sign in written
    )
    assert resolve(escaped, here, names) == Target(kind(there), there, anchor)


@given(sites(), ANCHOR, st.data())
def test_another_case_is_told_the_name_as_listed(
    site: tuple[Names, str, str], anchor: str, data: st.DataObject
) -> None:
    names, here, there = site
    path = as_written(there, "", here)
    written = "".join(sign.swapcase() if data.draw(st.booleans()) else sign for sign in path)
    assume(written != path and not written.endswith((".HE.md", ".EN.md")))
    found = resolve(f"{written}#{anchor}" if anchor else written, here, names)
    assert (found.kind, found.name, found.anchor) == ("case", there, anchor)
    assert resolve(found.guess, here, names) == Target(kind(there), there, anchor)


@given(sites(), st.sampled_from(["", "en/", "he/"]), ANCHOR, st.sampled_from(["https:", "HTTP:", ""]))
def test_the_published_address_is_told_how_to_write_it(
    site: tuple[Names, str, str], language: str, anchor: str, protocol: str
) -> None:
    names, here, there = site
    assume(kind(there) == "page")
    end = f"#{anchor}" if anchor else ""
    for target in (
        f"{protocol}{BASE.removeprefix('https:')}{language}{address_of(there)}{end}",
        f"/{language}{address_of(there)}{end}",
    ):
        found = resolve(target, here, names)
        assert found.kind == "absolute"
        again = resolve(found.guess, here, names)
        # x.md and x/index.md have one address, which a check of its own reports.
        assert (again.kind, address_of(again.name), again.anchor) == ("page", address_of(there), anchor)


@given(sites(), st.one_of(MESS, st.text()))
def test_whatever_is_written_gets_an_answer(site: tuple[Names, str, str], target: str) -> None:
    names, here, _ = site
    found = resolve(target, here, names)
    assert found.kind in KINDS
    if found.guess and found.kind in ("case", "missing", "absolute"):
        assert resolve(found.guess, here, names).kind in ("page", "file")


@given(st.one_of(MESS, st.text()))
def test_what_is_proposed_for_a_malformed_address_is_well_formed(target: str) -> None:
    proposed = misspelt(target).strip()
    assert proposed == "" or misspelt(proposed) == ""


@given(
    st.lists(PART, min_size=2, max_size=4), st.lists(st.text("abz09-_.~()", min_size=1), max_size=3), ANCHOR
)
def test_addresses_of_other_sites_are_let_through(host: list[str], path: list[str], anchor: str) -> None:
    names = Names.of(["index.md"], [], [BASE])
    target = f"https://{'.'.join(host)}/{'/'.join(path)}" + (f"#{anchor}" if anchor else "")
    assert resolve(target, "index.md", names) == Target("outside")


@given(st.one_of(PAGE, FILE), ANCHOR, st.text("ab \u05d0!*_.", min_size=1), st.booleans())
def test_the_scanner_finds_the_target_as_written(name: str, anchor: str, text: str, picture: bool) -> None:
    target = f"{quote(name)}#{anchor}" if anchor else quote(name)
    found = outline.read(f"x {'!' if picture else ''}[{text}]({target}), y").links
    assert [(link.target, link.text, link.picture) for link in found] == [(target, text, picture)]
