"""The words of all pages -> advice: words nobody knows, and listed words that need no listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kb import policy, render
from kb.content import Page, Project
from kb.siteconfig import site_config
from kb.spelling.places import Places
from kb.spelling.wordlist import WordList
from kb.spelling.words import Word, of_html, of_text

UNREAD = {"source", "template", "hide", "href"}  # front matter that is no text
# To how many words near ones are looked for, up to a second each: more only come when a list is new.
NEAR_FOR = 20


@dataclass(frozen=True, order=True)
class Advice:
    """A word to look at. remark: what is odd about a listed word, "" for a word that nobody knows."""

    path: str
    line: int
    word: str
    remark: str
    perhaps: tuple[str, ...]


class Speller(Protocol):
    """What is asked of a dictionary."""

    def knows(self, word: Word) -> bool:
        """Tell whether it has the word."""

    def near(self, word: Word) -> tuple[str, ...]:
        """Return words that may have been meant."""


def find(project: Project, speller: Speller, only: Iterable[str] = ()) -> list[Advice]:
    """Return the advice on all that readers see, or what falls below the paths in `only` ("." is all)."""
    lists = {lang: WordList(project.root, lang) for lang in policy.LANGUAGES}
    unknown = _unknown(project, speller, lists)
    found = list(_listed(lists.values()))
    wanted = [path.rstrip("/") for path in only]
    everything = not wanted or "." in wanted

    def is_asked(path: str) -> bool:
        return everything or any(path == p or path.startswith(f"{p}/") for p in wanted)

    unknown = {(path, line, word) for path, line, word in unknown if is_asked(path)}
    near = {word: speller.near(word) for word in sorted({word for _, _, word in unknown})[:NEAR_FOR]}
    found = [advice for advice in found if is_asked(advice.path)]
    found += [Advice(path, line, word.text, "", near.get(word, ())) for path, line, word in unknown]
    return sorted(found)


def _unknown(project: Project, speller: Speller, lists: Mapping[str, WordList]) -> set[tuple[str, int, Word]]:
    """Return (path, line, word) of the words that neither the dictionary nor the lists know."""
    places, found = Places(project), set()
    for page, words in _words(project):
        for word in words:
            is_known = speller.knows(word)
            if not lists[word.lang].allows(word, page.path, is_known) and not is_known:
                found.add((*places.find(word, page), word))
    return found


def _words(project: Project) -> Iterator[tuple[Page, list[Word]]]:
    """Yield each page with its distinct words, as rendered, and those of its title and description."""
    config = site_config(project.root)
    for page in project.pages:
        yield page, sorted(_of_page(page, project, config))


def _of_page(page: Page, project: Project, config: Mapping[str, Any]) -> set[Word]:
    words = of_html(render.fragment(page, project, config))
    words.update(word for text in _texts(page.meta) for word in of_text(text))
    return words


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of the front matter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for key, part in value.items() if key not in UNREAD for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))


def _listed(lists: Iterable[WordList]) -> Iterator[Advice]:
    """Yield advice on listed words that are listed before, that no page has, or that need no listing."""
    for words in lists:
        seen: set[str] = set()
        for line, word in words.rows:
            if word.text in seen:
                yield Advice(words.path, line, word.text, "is listed before", ())
            elif word.text not in words.met:
                yield Advice(words.path, line, word.text, "stands on no page", ())
            elif word.text not in words.needed:
                yield Advice(words.path, line, word.text, "is in the dictionary", ())
            seen.add(word.text)
