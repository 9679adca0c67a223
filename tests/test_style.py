"""The rules of the house that a program can see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from support import ROOT

SCRIPTS = ROOT / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.py"))
LONGEST_MODULE = 250
LONGEST_FUNCTION = 30

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def tool(*arguments: str) -> tuple[int, str]:
    """Run a tool of the environment over the project; return its exit code and what it said."""
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


# Linters


def test_ruff_finds_nothing() -> None:
    code, said = tool("ruff", "check", "--no-cache", "scripts", "tests")
    assert (code, said) == (0, "All checks passed!\n")


def test_everything_is_formatted() -> None:
    code, said = tool("ruff", "format", "--no-cache", "--check", "scripts", "tests")
    assert (code, re.sub(r"\d+", "N", said)) == (0, "N files already formatted\n")


def test_types_are_right() -> None:
    code, said = tool("mypy")
    assert (code, re.sub(r"\d+", "N", said)) == (0, "Success: no issues found in N source files\n")


# Sizes


def test_modules_are_short() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def code_lines(function: Function) -> int:
    """Return how many lines a function has, its docstring and decorators not counted."""
    first = function.body[0]
    docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    counted = (function.end_lineno or 0) - function.lineno + 1
    return counted - ((first.end_lineno or 0) - first.lineno + 1 if docstring else 0)


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def test_functions_are_short() -> None:
    lengths = {
        f"{named(path)}:{f.lineno} {f.name}": code_lines(f) for path in MODULES for f in functions(path)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_the_measure_of_functions() -> None:
    function = ast.parse('@cache\ndef f(\n    a,\n):\n    """One\n    two."""\n    return a\n').body[0]
    assert isinstance(function, ast.FunctionDef)
    assert code_lines(function) == 4


# Docstrings: every module, class and public function says what it is


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Yield the public classes and functions of a module, and the public methods of such classes."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_everything_public_says_what_it_is() -> None:
    silent = [named(path) for path in MODULES if not ast.get_docstring(tree(path))]
    for path in MODULES:
        nodes = public(tree(path).body)
        silent += [
            f"{named(path)}:{node.lineno} {node.name}" for node in nodes if not ast.get_docstring(node)
        ]
    assert silent == []


# Who imports whom


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, module) of everything a module imports; `from a import b` gives a and a.b."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def importers(module: str, below: str = "") -> set[str]:
    """Return the files that import a module or something below it."""
    return {
        named(path)
        for path in MODULES
        if named(path).startswith(below)
        for _, name in imports(path)
        if name == module or name.startswith(f"{module}.")
    }


def test_only_the_hooks_import_mkdocs() -> None:
    assert importers("mkdocs") == {"scripts/hooks.py"}


def test_only_one_room_uses_the_network() -> None:
    room = "scripts/kb/external/"
    assert importers("httpx") == {f"{room}asking.py", f"{room}failures.py"}
    assert importers("socket", "scripts/kb/") == {f"{room}failures.py"}


def test_the_house_knows_neither_of_its_doors() -> None:
    found = {module: importers(module, "scripts/kb/") for module in ("verbs", "hooks", "run")}
    assert found == {"verbs": set(), "hooks": set(), "run": set()}


def test_rules_never_import_each_other() -> None:
    found = [
        f"{named(path)}:{line} {name}"
        for path in (SCRIPTS / "kb" / "rules").glob("*.py")
        for line, name in imports(path)
        if name.startswith("kb.rules")
    ]
    assert found == []


def test_who_starts_before_the_environment_needs_the_standard_library_only() -> None:
    early = [
        SCRIPTS / "run.py",
        *(SCRIPTS / "kb" / f"{name}.py" for name in ("__init__", "nearest")),
        *(SCRIPTS / "verbs" / f"{name}.py" for name in ("__init__", "prepare", "usage")),
    ]
    allowed = sys.stdlib_module_names | {"verbs", "__future__"}
    found = [
        f"{named(path)}:{line} {name}"
        for path in early
        for line, name in imports(path)
        if name.split(".")[0] not in allowed and not name.startswith("kb.nearest")
    ]
    assert found == []


def test_no_file_is_named_like_a_standard_module() -> None:
    top = [*SCRIPTS.glob("*"), *(SCRIPTS / "verbs").glob("*"), *(SCRIPTS / "kb").rglob("*")]
    assert [
        named(path) for path in top if path.suffix == ".py" and path.stem in sys.stdlib_module_names
    ] == []
    assert [
        named(path) for path in SCRIPTS.iterdir() if path.is_dir() and path.name in sys.stdlib_module_names
    ] == []


# What the house never does

FORBIDDEN_NAMES = {"print", "exit", "quit", "input", "breakpoint"}
FORBIDDEN_CALLS = {
    "sys.exit",
    "os._exit",
    "os.getcwd",
    "os.chdir",
    "Path.cwd",
    "Path.home",
    "sys.argv",
    "sys.stdout",
}


def dotted(node: ast.AST) -> str:
    """Return `a.b.c` for an attribute of names, "" for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (left := dotted(node.value)):
        return f"{left}.{node.attr}"
    return ""


def test_the_house_does_not_print_exit_or_look_where_it_stands() -> None:
    found = []
    for path in sorted((SCRIPTS / "kb").rglob("*.py")):
        for node in ast.walk(tree(path)):
            name = dotted(node)
            if name in FORBIDDEN_CALLS or (isinstance(node, ast.Name) and name in FORBIDDEN_NAMES):
                found.append(f"{named(path)}:{node.lineno} {name}")  # type: ignore[attr-defined]
            if isinstance(node, ast.Raise) and "SystemExit" in ast.dump(node):
                found.append(f"{named(path)}:{node.lineno} SystemExit")
    assert found == []


def test_text_files_are_opened_with_their_encoding() -> None:
    """Windows would take another one; and it would write other line ends."""
    found = []
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                given = {keyword.arg for keyword in node.keywords}
                if node.func.attr == "read_text" and "encoding" not in given:
                    found.append(f"{named(path)}:{node.lineno} {node.func.attr}")
                if node.func.attr == "write_text" and not {"encoding", "newline"} <= given:
                    found.append(f"{named(path)}:{node.lineno} {node.func.attr}")
    assert found == []


# What no tracked file may hold


def tracked() -> list[Path]:
    """Return the files that are, or are about to be, under version control."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every tracked text file but this one, which names what it looks for."""
    for path in tracked():
        if path != Path(__file__).resolve():
            try:
                yield path, path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                assert path.suffix in BINARY, f"{named(path)} is not UTF-8"


BINARY = {".woff2", ".ttf", ".png", ".pdf", ".docx", ".ico", ".gz", ".jar", ".class"}
NEVER = {
    "the host of a package registry": r"pypi\.|pythonhosted|npmjs|yarnpkg|deb\.debian|crates\.io",
    "a path of one machine": r"/root/|/home/[a-z]|/work/|/tmp/brief|/Users/[a-z]|[CD]:\\\\Users",
}


@pytest.mark.parametrize("what", NEVER)
def test_no_tracked_file_holds(what: str) -> None:
    pattern = re.compile(NEVER[what])
    found = [
        f"{named(path)}:{number} {match[0]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := pattern.search(line))
    ]
    assert found == []


def test_text_files_have_plain_line_ends() -> None:
    assert [named(path) for path, text in texts() if "\r" in text] == []


# Styles: Hebrew first, so sides are logical

STYLES = sorted((ROOT / "overrides").rglob("*.css"))
SIDE = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
)


def rules(text: str) -> str:
    """Return a style sheet with its comments blanked."""
    return re.sub(r"/\*.*?\*/", lambda found: re.sub(r"[^\n]", " ", found[0]), text, flags=re.DOTALL)


def sides(text: str) -> list[tuple[int, str]]:
    """Return (line, what) for everything that names a physical side."""
    plain = rules(text)
    return [(plain.count("\n", 0, found.start()) + 1, found[0]) for found in SIDE.finditer(plain)]


def test_styles_name_logical_sides_only() -> None:
    found = [
        f"{named(path)}:{line} {what}"
        for path in STYLES
        if "vendor" not in path.parts
        for line, what in sides(path.read_text(encoding="utf-8"))
    ]
    assert found == []
    assert STYLES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a { left: 0 }", [(1, "left:")]),
        ("a {\n margin-left: 1px }", [(2, "margin-left:")]),
        ("a { border-right-color: red }", [(1, "border-right-color:")]),
        ("a { border-top-left-radius: 1px }", [(1, "border-top-left-radius:")]),
        ("a { text-align: right }", [(1, "text-align: right")]),
        ("a { float:left }", [(1, "float:left")]),
        ("a { inset-inline-start: 0; margin-inline: 0; text-align: start }", []),
        ("a { transform: translateX(-1px); background-position: left top }", []),
        ("/* left: 0 */ a { --left: 0; transform-origin: right }", []),
    ],
)
def test_how_sides_are_found(text: str, found: list[tuple[int, str]]) -> None:
    assert sides(text) == found


def test_classes_of_our_own_begin_with_kb() -> None:
    """What does not is Material's or an extension's: a class that its templates or scripts know."""
    theirs = re.compile(
        r"\.(?:md-[\w-]+|no-js|js|headerlink|task-list[\w-]*|footnote[\w-]*|footnotes|highlight[\w-]*|linenos?)$"
    )
    found = sorted(
        {
            f"{named(path)} {name}"
            for path in STYLES
            if "vendor" not in path.parts
            for name in re.findall(
                r"\.-?[a-zA-Z_][\w-]*(?=[^{}]*\{)", rules(path.read_text(encoding="utf-8"))
            )
            if not name.startswith(".kb-") and not theirs.match(name)
        }
    )
    assert found == []
