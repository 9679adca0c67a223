"""Do both languages of a page, and of a text in a data file, give the same numbers?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from kb import policy
from kb.content import Page, Project
from kb.datafile import Data, Key
from kb.findings import Finding
from kb.numerals import figures, in_words


@dataclass
class Section:
    """The numbers of one section: (number as in kb.numerals, line), and all of its text."""

    line: int
    numbers: list[tuple[str, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def find(project: Project) -> Iterator[Finding]:
    """Yield one finding for each section in which one language has a number that the other has not."""
    for pair in project.pairs.values():
        source = pair.pages.get(policy.SOURCE_LANGUAGE)
        for lang, page in pair.pages.items():
            if source is not None and lang != policy.SOURCE_LANGUAGE:
                yield from _compare(page.path, _sections(page), source.path, _sections(source))
    for data in [*project.facts.values(), *project.figures.values(), project.terms]:
        yield from _data(data)


def _sections(page: Page) -> dict[str, Section]:
    """Return the sections of a page by the id of their heading; what has none counts to the one above."""
    starts = [(1, ""), *((heading.line, heading.id) for heading in page.outline.headings if heading.id)]
    found: dict[str, Section] = {}
    for line, name in starts:
        found.setdefault(name, Section(line))
    for passage in page.passages:
        section = found[starts[bisect_right(starts, passage.line, key=itemgetter(0)) - 1][1]]
        section.numbers += [(number, passage.line) for number in figures(passage.text)]
        section.texts.append(passage.text)
    return found


def _compare(
    path: str, ours: Mapping[str, Section], there: str, theirs: Mapping[str, Section]
) -> Iterator[Finding]:
    for name in ours.keys() & theirs.keys():  # a section that is missing has been said
        here, other = ours[name], theirs[name]
        extra, lost = _only(here, other), _only(other, here)
        if not (extra and lost):  # a number for a number is no matter of style
            extra = [each for each in extra if not in_words(each[0], " ".join(other.texts))]
            lost = [each for each in lost if not in_words(each[0], " ".join(here.texts))]
        if extra or lost:
            said = [f"only here {', '.join(number for number, _ in extra)}"] if extra else []
            for line in sorted({line for _, line in lost}):
                there_only = ", ".join(number for number, at in lost if at == line)
                said.append(f"only at {there}:{line} {there_only}")
            where = f"#{name}" if name else "the beginning"
            line = extra[0][1] if extra else here.line
            yield Finding(path, line, "pair-numbers", f"{where}: {'; '.join(said)}")


def _only(one: Section, other: Section) -> list[tuple[str, int]]:
    """Return the numbers of a section that another has less often, in order."""
    more = Counter(number for number, _ in one.numbers) - Counter(number for number, _ in other.numbers)
    found = []
    for number, line in reversed(one.numbers):
        if more[number] > 0:
            more[number] -= 1
            found.append((number, line))
    return found[::-1]


def _data(data: Data) -> Iterator[Finding]:
    """Compare the texts of a data file that stand beside each other as he and en."""
    for key, source, text in _couples(data.value):
        line = data.line(*key)
        theirs, ours = ({"": Section(line, [(n, line) for n in figures(t)], [t])} for t in (source, text))
        for finding in _compare(data.path, ours, data.path, theirs):
            yield Finding(
                data.path, line, finding.rule, finding.detail.replace("the beginning", str(key[-1]))
            )


def _couples(value: Any, key: Key = ()) -> Iterator[tuple[Key, str, str]]:
    """Yield (key of the English, Hebrew text, English text) of every such couple inside a value."""
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _couples(inner, (*key, index))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _couples(inner, (*key, str(name)))
            stem = str(name).removesuffix("en")
            source = value.get(f"{stem}{policy.SOURCE_LANGUAGE}")
            is_english = name == "en" or str(name).endswith("_en")
            if is_english and isinstance(inner, str) and isinstance(source, str):
                yield (*key, str(name)), source, inner
