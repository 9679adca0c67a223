"""Which verbs there are and how they are called; what to say when a call is wrong."""

from __future__ import annotations

import argparse
import io
import re
from contextlib import redirect_stderr, redirect_stdout
from typing import Final, NamedTuple, Never

from kb.nearest import meant

TESTED = {"test", "bench"}  # verbs that need what the tests need

SUMMARY = """\
python3 scripts/run.py VERB      (on Windows: py scripts\\run.py VERB)

  serve      prepare everything, build, check, and show the site with live reload
  test       run every test, in a real browser too
  build      check, print the handouts, build the site, check the site; leaves site/
  check      check the content (--site: and a built site, --external: links to other sites, --spelling: words)
  handouts   print the worksheets and stories as PDF and Word, only what changed
  pack       print a workshop's whole set as one PDF, every sheet as often as it is needed
  fresh      say which English pages no longer follow their Hebrew source, and what changed in it
  new        make a correct bilingual skeleton of an exercise, a case, a workshop or a page
  bench      measure what the project promises about its speed and weight"""


class Fault(NamedTuple):
    """What to say and the exit code to leave with (0 for help, 2 for misuse)."""

    text: str
    code: int


# What argparse says of a word it does not know; the quotation marks differ from version to version.
CHOICE: Final = re.compile(r"invalid choice: '?([^' ]*)'? \(choose from (.*)\)")
TOO_MANY: Final = re.compile(r"unrecognized arguments: (--?[\w-]+)")


class _Parser(argparse.ArgumentParser):
    """A grammar that says what a misspelt verb, option or value was probably meant to be."""

    def error(self, message: str) -> Never:
        """Say the usage and what is wrong, and leave with 2."""
        if choice := CHOICE.search(message):
            message += meant(choice[1], re.findall(r"[\w-]+", choice[2]))
        elif option := TOO_MANY.search(message):
            message += meant(option[1], self._option_string_actions)
        super().error(message)


class _Verb(_Parser):
    """The grammar of one verb: says its own usage, and not the whole program's, when a word is too many."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Parse as argparse does, but refuse what is left over here."""
        found, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


def _people(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 200:
        raise argparse.ArgumentTypeError("a number of people is from 1 to 200")
    return int(text)


def _start(text: str) -> str:
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise argparse.ArgumentTypeError("a time is written like 09:30")
    return text


FIGURES = "build, growth, check, search, handouts, weight, lighthouse, site"


def parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    top = _Parser(prog="run.py", description=SUMMARY, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Verb)
    serve = verbs.add_parser("serve", help="show the site with live reload")
    serve.add_argument("--port", type=_port, default=8000, help="default: 8000")
    test = verbs.add_parser("test", help="run every test")
    test.add_argument("paths", nargs="*", metavar="PATH", help="only these test files or folders")
    verbs.add_parser("build", help="leave a checked site in site/")
    _check(verbs.add_parser("check", help="check content and built site"))
    handouts = verbs.add_parser("handouts", help="print what changed")
    handouts.add_argument("--only", metavar="SLUG", help="one exercise, or story-CASE")
    handouts.add_argument("--lang", choices=["he", "en"])
    pack = verbs.add_parser("pack", help="print a workshop's whole set as one PDF")
    pack.add_argument("plan", metavar="PLAN", help="the name of its folder below workshops/")
    pack.add_argument("--people", type=_people, metavar="N", help="how many will come; default: all places")
    pack.add_argument("--start", type=_start, metavar="HH:MM", help="when it begins; default: as planned")
    pack.add_argument("--lang", choices=["he", "en"])
    fresh = verbs.add_parser("fresh", help="which English pages are behind")
    fresh.add_argument("paths", nargs="*", metavar="PATH", help="only these pages, in either language")
    fresh.add_argument("--accept", nargs="+", metavar="PATH", help="stamp these English pages")
    new = verbs.add_parser("new", help="make a skeleton")
    new.add_argument("kind", choices=["exercise", "case", "workshop", "page"])
    new.add_argument("slug", help="small ASCII letters, digits, hyphens; a page: guide/my-page")
    bench = verbs.add_parser("bench", help="measure")
    bench.add_argument("names", nargs="*", metavar="NAME", help=FIGURES)
    return top


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="only findings below these paths")
    check.add_argument("--site", metavar="DIR", help="check this built site as well")
    check.add_argument("--external", action="store_true", help="ask other sites whether the links still hold")
    check.add_argument("--spelling", action="store_true", help="advise on words that no dictionary knows")
    check.add_argument(
        "--explain", nargs="?", const="", metavar="RULE", help="say what a rule means, or name all rules"
    )
    check.add_argument("--format", choices=["text", "json", "github"], default="text")


def needs(arguments: list[str]) -> str:
    """Return what a call that can be run needs installed, a key of prepare.LOCKS."""
    options = parser().parse_args(arguments)
    if options.verb in TESTED:
        return "test"
    return "spelling" if getattr(options, "spelling", False) else "site"


def fault(arguments: list[str]) -> Fault | None:
    """Return what is wrong with a call (or the help it asks for), None if it can be run."""
    if not arguments:
        return Fault(parser().format_help().rstrip(), 2)
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            parser().parse_args(arguments)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 2
        return Fault((out.getvalue() or err.getvalue()).rstrip(), code)
    return None
