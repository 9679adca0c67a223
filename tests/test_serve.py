"""The server: it shows both languages, and what is edited while it runs."""

from __future__ import annotations

import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb import content, stamps
from support import ROOT, Edit

LIMIT = 30.0  # seconds; how long an edit may take is measured by nobody here
START = """\
import argparse, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from verbs import serve
sys.exit(serve.run(Path(sys.argv[2]), argparse.Namespace(port=int(sys.argv[3]))))
"""
FIGURE = """\
kind: grid
caption: {he: כיתוב ראשון, en: First caption}
alt: {he: תיאור, en: Description}
columns: 2
cells:
  - {he: אחת, en: One}
  - {he: שתיים, en: Two}
base: {he: בסיס, en: Base}
"""


def wait_until(what: str, look: Callable[[], bool]) -> None:
    """Look again and again until it is so; fail after the limit."""
    end = time.monotonic() + LIMIT
    while not look():
        assert time.monotonic() < end, f"{what}: not within {LIMIT:.0f} seconds"
        time.sleep(0.1)


class Server:
    """A running server on a project. base: the address it said; rows: what it has said so far."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.rows: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        command = [sys.executable, "-c", START, str(ROOT / "scripts"), str(root), str(self.port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.rstrip())

    def said(self, text: str) -> bool:
        """Tell whether a line with this text has been said, or fail if the server has ended without."""
        while not self._lines.empty():
            self.rows.append(self._lines.get())
        found = any(text in row for row in self.rows)
        assert found or self.process.poll() is None, "\n".join(self.rows)
        return found

    def shows(self, address: str, text: str) -> bool:
        """Tell whether a page has this text now."""
        url = f"http://127.0.0.1:{self.port}/sub/{address}"
        try:
            with urllib.request.urlopen(url, timeout=LIMIT) as page:
                return text in page.read().decode("utf-8")
        except urllib.error.URLError:
            return False

    def end(self) -> int:
        """Send what Ctrl+C sends, and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LIMIT)


@pytest.fixture
def server(small: Path, edit: Edit) -> Iterator[Server]:
    (small / "figures").mkdir()
    (small / "figures" / "axes.yml").write_text(FIGURE, encoding="utf-8")
    for lang in ("he", "en"):
        edit(
            f"docs/index.{lang}.md",
            "(guide/one.md#second)",
            "(guide/one.md#second)\n\n/// figure | axes\n///",
        )
    edit("mkdocs.yml", "watch: [cases, exercises]", "watch: [cases, exercises, figures]")
    project = content.load(small)
    stamps.accept(small, project.by_uri["index.en.md"], project)
    running = Server(small)
    try:
        wait_until("the server starts", lambda: running.said("Ctrl+C ends."))
        yield running
    finally:
        if running.process.poll() is None:
            running.end()


def test_edits_show_in_both_languages(server: Server, edit: Edit) -> None:
    edits = [
        ("docs/guide/one.he.md", "פתיחה", "פתיחה חדשה", "guide/one/"),
        ("docs/guide/one.en.md", "An opening", "A new opening", "en/guide/one/"),
        ("cases/ruth/index.he.md", "סוף.", "סוף חדש.", "cases/ruth/"),
        ("cases/ruth/index.en.md", "The end.", "A new end.", "en/cases/ruth/"),
        ("exercises/plan/index.he.md", "רמז אחד", "רמז חדש", "exercises/plan/"),
        ("exercises/plan/index.en.md", "One hint", "A new hint", "en/exercises/plan/"),
        ("figures/axes.yml", "כיתוב ראשון", "כיתוב חדש", ""),
        ("figures/axes.yml", "First caption", "New caption", "en/"),
    ]
    for path, old, new, address in edits:
        assert server.shows(address, old)
        assert not server.shows(address, new)
        edit(path, old, new)
        wait_until(f"{path} at {address}", lambda a=address, n=new: server.shows(a, n))


def test_one_edit_of_the_facts_shows_in_both_languages(server: Server, edit: Edit) -> None:
    edit("cases/ruth/case.yml", "{value: 22, ", "{value: 23, ")
    wait_until("the fact in Hebrew", lambda: server.shows("cases/ruth/", "בגיל 23"))
    wait_until("the fact in English", lambda: server.shows("en/cases/ruth/", "At 23"))


def test_a_fault_is_told_and_the_others_go_on(server: Server, small: Path, edit: Edit) -> None:
    (small / "docs" / "guide" / "Two.he.md").write_text("no page\n", encoding="utf-8")
    (small / "docs" / "guide" / "two.he.md").write_bytes(b"---\ntitle: \xe0\n---\n")
    wait_until("the name", lambda: server.said("docs/guide/Two.he.md: file-name: "))
    wait_until("the encoding", lambda: server.said("docs/guide/two.he.md:2: encoding: "))
    edit("docs/guide/one.he.md", "פתיחה", "פתיחה חדשה")
    wait_until("the edit", lambda: server.shows("guide/one/", "פתיחה חדשה"))
    assert not server.said("Traceback")


def test_what_is_said_at_the_start_and_at_the_end(server: Server) -> None:
    base = f"http://127.0.0.1:{server.port}/sub/"
    said = [row for row in server.rows if row and not row.startswith("handouts: ")]
    assert said == [
        "1 of 3: checking the content",
        "2 of 3: printing handouts",
        "3 of 3: building both languages",
        f"  Hebrew:  {base}",
        f"  English: {base}en/",
        "  Edit and save: the pages reload. Ctrl+C ends.",
    ]
    assert server.end() == 0
    assert not server.shows("", "")
