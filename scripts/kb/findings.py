"""What a check found, and what every rule means.

A rule only finds: it says where, and the detail of this one place. What is wrong in general and how
to mend it stands once in RULES.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Finding:
    """One fault at one place.

    path: file below the project root, with forward slashes; line: 1-based, 0 for the whole file;
    rule: a key of RULES; detail: what is wrong just here.
    """

    path: str
    line: int
    rule: str
    detail: str


class Rule(NamedTuple):
    """What a rule looks for (`what`) and how an author mends it (`fix`)."""

    what: str
    fix: str


RULES: dict[str, Rule] = {
    # reading files
    "encoding": Rule("the file is not UTF-8 text", "save the file as UTF-8"),
    "yaml": Rule(
        "the YAML cannot be read",
        "mend the YAML at this line; strings with a colon or a quotation mark need quotation marks "
        "around them",
    ),
    "json": Rule("the JSON cannot be read", "mend the JSON at this line"),
    "front-matter": Rule(
        "the front matter is missing or wrong",
        "start the file with ---, the keys title and description, and ---",
    ),
    "schema": Rule(
        "a key is missing, unknown or of the wrong kind",
        "compare with contribute/writing, which lists the keys",
    ),
    # pairs
    "file-name": Rule(
        "a page must be named NAME.he.md or NAME.en.md, in small ASCII letters, digits and hyphens",
        "rename the file",
    ),
    "pair": Rule(
        "the page exists in one language only",
        "write the page in the other language beside it, with the same name",
    ),
    "pair-headings": Rule(
        "the two languages differ in their headings",
        "give both pages the same headings, with the same ids and levels, in the same order",
    ),
    "pair-blocks": Rule(
        "the two languages differ in their blocks",
        "give both pages the same blocks, with the same ids and numbers, in the same order",
    ),
    "pair-links": Rule("the two languages differ in their links", "let both pages link to the same pages"),
    "pair-citations": Rule(
        "the two languages differ in their citations or marked terms",
        "cite the same works and mark the same terms in both languages",
    ),
    # headings
    "heading-id": Rule("a heading has no id", "add an id in small ASCII letters at its end: { #my-heading }"),
    "heading-id-twice": Rule(
        "an id stands twice on the page", "choose another id for one of the two, in both languages"
    ),
    "heading-level": Rule(
        "the heading skips a level or is a level 1 heading",
        "start at ## and go down one level at a time; the title is the page's level 1",
    ),
    # links
    "link-page": Rule("the link leads to no page or file", "mend the target"),
    "link-anchor": Rule("the link leads to an id that the page does not have", "mend the part after #"),
    "link-language": Rule(
        "the link names a language", "write the target without .he or .en; the site finds the right language"
    ),
    "link-absolute": Rule(
        "the link into our own site is absolute", "write it relative to this file, ending in .md"
    ),
    "picture": Rule("the picture does not exist", "mend the path or add the picture"),
    "picture-text": Rule(
        "the picture has no text alternative", "describe the picture between the square brackets"
    ),
    # blocks
    "block-unknown": Rule("there is no such block", "see contribute/writing for the blocks there are"),
    "block-open": Rule(
        "the block is not closed", "close it with a line of as many slashes as it was opened with"
    ),
    "block-close": Rule(
        "slashes close a block that is not open",
        "remove the line, or use as many slashes as the opening line has",
    ),
    "block-option": Rule(
        "a block's option is missing, unknown or wrong",
        "see contribute/writing for the options of each block",
    ),
    "block-title": Rule(
        "the block needs a text after the bar", "write it on the opening line: /// name | text"
    ),
    "block-parts": Rule(
        "a self-check lacks a part, or a part is empty or in the wrong place",
        "give judge 2 to 4 options and a code-says, and quiz 3 or 4 options of which one is right; each "
        "stands directly inside and says something, without a heading",
    ),
    # things named in the text
    "fact-unknown": Rule(
        "the text names a fact that the YAML file does not have",
        "mend the name, or add the fact to the YAML file",
    ),
    "fact-unused": Rule("no text uses this fact", "use it as {fact:NAME} or remove it"),
    "citation-unknown": Rule(
        "the cited work is not in the list of references",
        "mend the key, or add the work to docs/reference/references.json",
    ),
    "citation-unused": Rule(
        "no page cites this work", "cite it, or say why it is listed in its custom.uncited"
    ),
    "term-unknown": Rule(
        "the term is not in the termbase", "mend the id, or add the term to docs/reference/terms.yml"
    ),
    "figure-unknown": Rule("there is no such figure", "mend the name, or add the figure under figures/"),
    "figure-unused": Rule("no page shows this figure", "place it with /// figure | NAME, or remove it"),
    "reference-unknown": Rule("the YAML names a page, stage or step that does not exist", "mend the name"),
    "sum": Rule("the minutes of the steps do not add up", "mend the minutes of a step or the sum"),
    "situation-part": Rule(
        "a situation lacks a part, or its parts are not in order",
        "give it the eight headings that contribute/writing lists, with their ids, in their order",
    ),
    "unit-part": Rule(
        "a unit lacks a part, or its parts are not in order",
        "give it the headings and the made lists that contribute/writing names, with their ids, in their "
        "order",
    ),
    "unit-number": Rule(
        "the units are not numbered 1, 2, 3 and so on, each once",
        "give every unit a number of its own without a gap, and begin its folder's name with it",
    ),
    "objective-unasked": Rule(
        "no question of the self-check belongs to this objective",
        "add a judge or quiz block with objective: ID to the unit's page, or remove the objective",
    ),
    "plan-part": Rule(
        "a workshop lacks a part, or its parts are not in order",
        "give it the headings and the made lists that contribute/writing names, with their ids, in their "
        "order",
    ),
    "clock": Rule(
        "the time of day is not written as HH:MM",
        'write it in quotation marks with four digits, such as "09:00"',
    ),
    # translation
    "stale": Rule(
        "the Hebrew text has changed since this English page was stamped",
        "bring the English up to date, then run: python3 scripts/run.py fresh --accept PATH",
    ),
    "nav": Rule("the page is missing from the navigation", "add it to nav in mkdocs.yml"),
    # handouts
    "handout": Rule(
        "the handout cannot be printed",
        "mend the text at this place; contribute/writing says what can be printed",
    ),
    # the built site
    "site-missing": Rule("there is no built site here", "build it first: python3 scripts/run.py build"),
    "site-html": Rule("the file is not readable HTML", "see how the page was made"),
    "site-link": Rule("the link leads to nothing in the built site", "mend the source of the page"),
    "site-anchor": Rule(
        "the link leads to an id that the target does not have", "mend the source of the page"
    ),
    "site-id": Rule("an id stands twice on the page", "mend the source of the page or the template"),
    "site-lang": Rule(
        "lang or dir of the page is missing or wrong",
        "mend the template or the language settings in mkdocs.yml",
    ),
    "site-title": Rule("the page has no title or no description", "give the page a title and a description"),
    "site-alternate": Rule(
        "an alternate language address is missing, dead or not returned",
        "mend the template or the page's other language",
    ),
    "site-foreign": Rule("the page makes a request to another server", "serve the file from the site itself"),
    "site-weight": Rule(
        "the first visit to the page sends more than 100 kB or asks for more than 12 files",
        "shorten or split the page, or send what it does not need at once later",
    ),
    # addresses of other sites
    "external-gone": Rule(
        "the page on another site is gone",
        "look for its new address, or for another page that says the same, or remove the link",
    ),
    "external-refused": Rule(
        "another site does not let the check see the page",
        "open the address in a browser; if it opens there, add it with a reason to "
        "docs/contribute/allowed-links.yml, and if not, treat it as gone",
    ),
    "external-silent": Rule(
        "another site cannot be reached",
        "compare the address letter by letter and try again later; if it stays so, look for another page",
    ),
    "external-unsafe": Rule(
        "another site's certificate does not hold, so a browser warns of it",
        "look for another page; add a site that is only badly kept, with a reason, to "
        "docs/contribute/allowed-links.yml",
    ),
    "external-redirect": Rule(
        "another site redirects without end, or to nowhere",
        "open the address in a browser; if a page opens, link to the address shown there, and if not, treat "
        "it as gone",
    ),
    "external-type": Rule(
        "another site shows a page where the link promises a file",
        "look for the file's new address, or link to the page and say so in the text",
    ),
    "external-moved": Rule("a page on another site has moved for good", "link to the new address"),
    "external-malformed": Rule(
        "the address of another site is malformed", "copy the address again from the browser"
    ),
    "external-allowed": Rule(
        "a failure that is allowed does not happen any more",
        "remove the entry, or mend its address or answer",
    ),
}
