"""Files -> records: pages, pairs of pages, facts; each knows its file and line."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from kb import outline, passages, policy, schema
from kb.datafile import Data, parse_yaml, read_json, read_text, read_yaml
from kb.findings import Finding
from kb.memory import Memory

PAGE_NAME = re.compile(r"(?P<stem>(?:[a-z0-9]+(?:-[a-z0-9]+)*))\.(?P<lang>[a-z]{2})\.md")
FOLDER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Page:
    """One Markdown file in one language.

    path: below the root ("cases/moshe/index.he.md"); uri: as if below docs/, with the language; name:
    the same without the language ("cases/moshe/index.md"), which is how links and the navigation call
    it; body_line: line of the file on which the body starts.
    """

    path: str
    uri: str
    name: str
    lang: str
    front: Data
    body: str
    body_line: int

    @property
    def meta(self) -> Mapping[str, Any]:
        """Return the front matter, empty if it could not be read."""
        return self.front.value if isinstance(self.front.value, dict) else {}

    @property
    def address(self) -> str:
        """Return the address below the language's root: "guide/theory/", "" for the home page."""
        return address_of(self.name)

    @property
    def folder(self) -> str:
        """Return the folder with one facts file this page lies in ("cases/moshe"), or ""."""
        parts = self.path.split("/")
        return "/".join(parts[:2]) if parts[0] in policy.FACTS_FILES and len(parts) > 2 else ""

    def link_to(self, other: Page) -> str:
        """Return the relative address from this page's address to another page's, same language."""
        return f"{posixpath.relpath(other.address or '.', self.address or '.')}/"

    @cached_property
    def outline(self) -> outline.Outline:
        """Return what stands where in the body, with lines of the file."""
        return outline.read(self.body, self.body_line)

    @cached_property
    def plain(self) -> list[tuple[int, str]]:
        """Return (line of the file, text) of all that is no code and no comment; code spans are OBJECTs."""
        return list(outline.plain_lines(self.body, self.body_line))

    @cached_property
    def passages(self) -> list[passages.Passage]:
        """Return what readers see of the file, without code, addresses and markup."""
        return list(passages.of_page(self))

    @cached_property
    def stamp(self) -> str:
        """Return the hash of the body by which a translation says which text it follows."""
        return body_stamp(self.body)


@dataclass(frozen=True)
class Pair:
    """The same page in every language it has."""

    name: str
    pages: Mapping[str, Page]


@dataclass
class Project:
    """All content below one root, and the faults met in reading it."""

    root: Path
    pages: list[Page] = field(default_factory=list)
    facts: dict[str, Data] = field(default_factory=dict)
    figures: dict[str, Data] = field(default_factory=dict)
    references: Data = field(default_factory=lambda: Data(policy.REFERENCES_FILE, []))
    terms: Data = field(default_factory=lambda: Data(policy.TERMS_FILE, {"terms": []}))
    faults: list[Finding] = field(default_factory=list)
    # What is asked for again and again and made once, by the name of its maker and the page.
    made: dict[tuple[str, str], Any] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """Return the pairs by language-less name."""
        found: dict[str, dict[str, Page]] = {}
        for page in self.pages:
            found.setdefault(page.name, {})[page.lang] = page
        return {name: Pair(name, pages) for name, pages in sorted(found.items())}

    def pair_in(self, folder: str) -> Pair | None:
        """Return the pair whose words lie in a folder with a facts file ("cases/moshe")."""
        top, _, slug = folder.partition("/")
        return self.pairs.get(f"{policy.MOUNTS[top]}/{slug}/index.md")

    def pair_at(self, address: str) -> Pair | None:
        """Return the pair at an address as data files write it: "guide/introduction", "cases/moshe"."""
        return self.pairs.get(f"{address}.md") or self.pairs.get(f"{address}/index.md")

    @cached_property
    def files(self) -> set[str]:
        """Return the plain files below docs/ as they are listed there: pictures, documents."""
        docs = self.root / "docs"
        return {path.relative_to(docs).as_posix() for path in _files(docs) if path.suffix != ".md"}

    @cached_property
    def passages(self) -> list[passages.Passage]:
        """Return the passages of all pages, and of the data files that carry words."""
        data = [*self.facts.values(), *self.figures.values(), self.terms]
        found = [passage for page in self.pages for passage in page.passages]
        return found + [passage for file in data for passage in passages.of_data(file)]

    @cached_property
    def works(self) -> dict[str, Any]:
        """Return the references by key; rows that are not as they should be are left to the check."""
        rows = [self.references.value[index] for index, _ in self.work_rows()]
        return {row["id"]: row for row in rows if schema.fits("references", [row])}

    def work_rows(self) -> list[tuple[int, str]]:
        """Return (index, id) of every row of the list of references that has an id."""
        rows = self.references.value if isinstance(self.references.value, list) else []
        ids = [(index, row.get("id")) for index, row in enumerate(rows) if isinstance(row, dict)]
        return [(index, ident) for index, ident in ids if isinstance(ident, str)]

    @cached_property
    def termbase(self) -> dict[str, Any]:
        """Return the terms by id; rows that are not as they should be are left to the check."""
        rows = [row for _, row in self.terms.rows("terms") if schema.fits("terms", {"terms": [row]})]
        return {row["id"]: row for row in rows}

    @property
    def term_ids(self) -> set[str]:
        """Return the id of every term, of those too that the check has to say something about."""
        return {row["id"] for _, row in self.terms.rows("terms") if isinstance(row.get("id"), str)}

    @cached_property
    def by_uri(self) -> dict[str, Page]:
        """Return the pages by address below docs/, language included."""
        return {page.uri: page for page in self.pages}


def address_of(name: str) -> str:
    """Return the address of a language-less page name: "guide/theory/index.md" -> "guide/theory/"."""
    folder, _, stem = name.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, stem if stem != "index" else "") if part]
    return "".join(f"{part}/" for part in parts)


def body_stamp(body: str) -> str:
    """Return the hash of a body; blanks at line ends and around the body do not count."""
    text = "\n".join(line.rstrip() for line in body.strip().split("\n"))
    return hashlib.sha256(text.encode()).hexdigest()[: policy.STAMP_LENGTH]


def load(root: Path, memory: Memory | None = None) -> Project:
    """Read all content below `root`. Never raises for content: faults become findings.

    memory: of an earlier load in this process; pages that have not changed since are taken from there.
    """
    project, memory = Project(root), memory or Memory()
    for top, mounted in policy.MOUNTS.items():
        for path in _files(root / top):
            if path.suffix == ".md":
                page, faults = memory.recall(path, partial(_load_page, root, top, mounted))
                project.pages += [page] if page else []
                project.faults += faults
            elif path.name == policy.FACTS_FILES.get(top):
                shown = path.relative_to(root).as_posix()
                data, faults = memory.recall(path, partial(read_yaml, shown=shown))
                project.facts[Path(shown).parent.as_posix()] = data
                project.faults += faults
    _load_data(project, memory)
    return project


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in a stable order, hidden ones left out."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in parts):
            yield path


def _load_page(root: Path, top: str, mounted: str, path: Path) -> tuple[Page | None, list[Finding]]:
    shown = path.relative_to(root).as_posix()
    inner = path.relative_to(root / top)
    match = PAGE_NAME.fullmatch(path.name)
    folders_good = all(FOLDER_NAME.fullmatch(part) for part in inner.parts[:-1])
    if not match or match["lang"] not in policy.LANGUAGES or not folders_good:
        return None, [Finding(shown, 0, "file-name", path.name)]
    text, faults = read_text(path, shown)
    if faults:
        return None, faults
    front, body, body_line, found = split_front_matter(text, shown)
    folder = "/".join([*([mounted] if mounted else []), *inner.parts[:-1]])
    prefix = f"{folder}/" if folder else ""
    uri, name = f"{prefix}{path.name}", f"{prefix}{match['stem']}.md"
    return Page(shown, uri, name, match["lang"], front, body, body_line), found


def split_front_matter(text: str, shown: str) -> tuple[Data, str, int, list[Finding]]:
    """Return (front matter, body, the body's first line, findings)."""
    match = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        fault = Finding(shown, 1, "front-matter", "the file does not start with ---")
        return Data(shown, None), text, 1, [fault]
    front, found = parse_yaml(match[1] or "", shown, offset=1)
    if not found and not isinstance(front.value, dict):
        found = [Finding(shown, 1, "front-matter", "there are no keys between the two lines of ---")]
    return front, text[match.end() :], match[0].count("\n") + 1, found


def _load_data(project: Project, memory: Memory) -> None:
    """Read references, terms and figures where they exist."""
    root = project.root
    if (root / policy.REFERENCES_FILE).exists():
        project.references, faults = read_json(root / policy.REFERENCES_FILE, policy.REFERENCES_FILE)
        project.faults += faults
    if (root / policy.TERMS_FILE).exists():
        project.terms, faults = read_yaml(root / policy.TERMS_FILE, policy.TERMS_FILE)
        project.faults += faults
    for path in _files(root / policy.FIGURES_FOLDER):
        if path.suffix == ".yml":
            shown = path.relative_to(root).as_posix()
            project.figures[path.stem], faults = memory.recall(path, partial(read_yaml, shown=shown))
            project.faults += faults
