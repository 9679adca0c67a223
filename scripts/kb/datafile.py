"""Reading text, YAML and JSON so that every value knows its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kb.findings import Finding

Key = tuple[str | int, ...]


@dataclass(frozen=True)
class Data:
    """A parsed data file: path below the root, the value, and the line (1-based) of each key path."""

    path: str
    value: Any
    lines: Mapping[Key, int] = field(default_factory=dict)

    def line(self, *key: str | int) -> int:
        """Return the line of a key path, or of its nearest known parent."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def rows(self, name: str) -> list[tuple[int, Mapping[str, Any]]]:
        """Return (index, row) of the mappings in a list; what is of another kind the schema reports."""
        return [(index, row) for index, row in self._items(name) if isinstance(row, dict)]

    def texts(self, name: str) -> list[tuple[int, str]]:
        """Return (index, text) of the texts in a list; what is of another kind the schema reports."""
        return [(index, item) for index, item in self._items(name) if isinstance(item, str)]

    def mapping(self, name: str) -> Mapping[str, Any]:
        """Return the mapping under a key, empty where there is none."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return value if isinstance(value, dict) else {}

    def _items(self, name: str) -> list[tuple[int, Any]]:
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return list(enumerate(value)) if isinstance(value, list) else []


class Loader(yaml.SafeLoader):
    """Reads YAML 1.1 but for dates, which stay the text that the author wrote."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

_CLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FastLoader(_CLoader):  # type: ignore[misc]
    """The same in C, ten times as fast. It says less of what is wrong, so Loader reads faulty text again."""

    yaml_implicit_resolvers = Loader.yaml_implicit_resolvers


def read_text(path: Path, shown: str) -> tuple[str, list[Finding]]:
    """Return the file's text with LF line ends; ("", one finding) if it is not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return "", [Finding(shown, line, "encoding", "")]
    return text.replace("\r\n", "\n"), []


def _walk(node: yaml.Node, key: Key, offset: int, lines: dict[Key, int]) -> None:
    lines.setdefault(key, node.start_mark.line + 1 + offset)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            if not isinstance(name, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key must be a text", problem_mark=name.start_mark)
            if name.value in seen:
                problem = f"the key {name.value} stands twice"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=name.start_mark)
            seen.add(name.value)
            lines[(*key, name.value)] = name.start_mark.line + 1 + offset
            _walk(value, (*key, name.value), offset, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*key, index), offset, lines)


def parse_yaml(
    text: str, shown: str, offset: int = 0, loader: type[yaml.SafeLoader] = Loader
) -> tuple[Data, list[Finding]]:
    """Parse YAML. `offset` is the number of lines above the text in its file."""
    if loader is Loader:
        try:
            return _read(text, shown, offset, FastLoader), []
        except (yaml.YAMLError, ValueError, RecursionError):
            pass  # Loader says where and why
    try:
        return _read(text, shown, offset, loader), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, problem = mark.line + 1 if mark else 1, error.problem or ""
    except (yaml.YAMLError, ValueError) as error:  # a control character; !!int that is none
        line, problem = 1, str(error).splitlines()[0]
    except RecursionError:
        line, problem = 1, "it is nested too deeply"
    return Data(shown, None), [Finding(shown, line + offset, "yaml", problem)]


def _read(text: str, shown: str, offset: int, loader: Any) -> Data:
    reader = loader(text)
    node = reader.get_single_node()
    if node is None:
        return Data(shown, None)
    lines: dict[Key, int] = {}
    _walk(node, (), offset, lines)
    return Data(shown, reader.construct_document(node), lines)


def read_yaml(path: Path, shown: str) -> tuple[Data, list[Finding]]:
    """Read and parse a YAML file. An empty file is an empty mapping; None stands for a faulty one."""
    text, found = read_text(path, shown)
    if found:
        return Data(shown, None), found
    data, found = parse_yaml(text, shown)
    return (Data(shown, {}) if data.value is None and not found else data), found


def read_json(path: Path, shown: str) -> tuple[Data, list[Finding]]:
    """Read and parse a JSON file; of a list, the line of each item's `id` is known by (index,)."""
    text, found = read_text(path, shown)
    if found:
        return Data(shown, None), found
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return Data(shown, None), [Finding(shown, error.lineno, "json", error.msg)]
    except RecursionError:
        return Data(shown, None), [Finding(shown, 1, "json", "it is nested too deeply")]
    return Data(shown, value, _item_lines(text) if isinstance(value, list) else {}), []


def _item_lines(text: str) -> dict[Key, int]:
    """Return the line of each item of a JSON list: of its id, or of its beginning."""
    lines: dict[Key, int] = {}
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    while start := re.compile(r"[\s,]*([^\s,\]])").match(text, at):
        at = decoder.raw_decode(text, start.start(1))[1]
        ident = re.compile(r'"id"\s*:').search(text, start.start(1), at)
        place = ident.start() if ident else start.start(1)
        lines[(len(lines),)] = text.count("\n", 0, place) + 1
    return lines
