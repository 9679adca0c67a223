"""Other link checkers: fetched into a folder of their own, exact versions, and how each is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

LINKCHECKER: Final = "linkchecker==10.6.0"
# linkinator 8 asks for Node 22.19; this is the last that runs on Node 20 as well.
NODE: Final = ("linkinator@7.6.1", "hyperlink@5.0.4")
# Its own default asks a server ten times a second at most, which would measure that and not its work.
NO_PAUSE: Final = "[checking]\nmaxrequestspersecond=100000\n[AnchorCheck]\n"
# And it never asks faster than that, unless the answers carry its name.
SERVER: Final = """
import functools, http.server, sys
class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass
    def end_headers(self):
        self.send_header("LinkChecker", "1")
        super().end_headers()
handler = functools.partial(Handler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
print(server.server_port, flush=True)
server.serve_forever()
"""


class Run(NamedTuple):
    """What a checker took, and said. seconds: by the clock; work: of the processor, 0 if unknown."""

    seconds: float
    work: float
    said: str


def fetch(folder: Path) -> list[str]:
    """Fetch the checkers into a folder that is not there yet; return the names of those that can be run."""
    if not folder.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
        _quietly([str(_program(folder, "python")), "-m", "pip", "install", "-q", LINKCHECKER])
        folder.parent.chmod(0o755)  # started as root it becomes nobody, and must still read this:
        (folder / "linkchecker.ini").write_text(NO_PAUSE, encoding="utf-8", newline="\n")
        if npm := shutil.which("npm"):
            _quietly([npm, "install", "--silent", "--prefix", str(folder), *NODE])
    names = ("linkchecker", "linkinator", "hyperlink")
    return [name for name in names if _program(folder, name).exists()]


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=False, capture_output=True)


def _program(folder: Path, name: str) -> Path:
    if name in ("python", "linkchecker"):
        room, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return folder / "python" / room / f"{name}{suffix}"
    return folder / "node_modules" / ".bin" / (f"{name}.cmd" if os.name == "nt" else name)


def run(folder: Path, name: str, site: Path, base: str) -> Run:
    """Check a site made for an address with one of the checkers, with all that it can look for here."""
    program = str(_program(folder, name))
    if name == "linkchecker":  # from a disk it would list folders instead of opening their pages
        with _served(site) as address:
            config = str(folder / "linkchecker.ini")
            return timed([program, "--no-status", "--config", config, "--verbose", address])
    if name == "linkinator":
        skip = ["--skip", "^https?://(?!localhost)", "--timeout", "20000"]
        flags = ["--recurse", "--check-css", "--check-fragments", "--format", "csv", *skip]
        return timed([program, str(site), *flags])
    flags = ["--recursive", "--internal", "--canonicalroot", base, "--root", str(site)]
    return timed([program, *flags, str(site / "index.html")])


def timed(command: list[str]) -> Run:
    """Run a command and measure it."""
    work = _work()
    start = time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    seconds = time.perf_counter() - start
    return Run(seconds, _work() - work, done.stdout + done.stderr)


def _work() -> float:
    """Return the processor's seconds of all children that have ended; 0 where the system does not say."""
    times = os.times()
    return times.children_user + times.children_system


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a folder from another process, so that its work is not the checker's."""
    command = [sys.executable, "-c", SERVER, str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline()) if server.stdout else 0
        address = f"http://127.0.0.1:{port}/"
        urllib.request.urlopen(address).close()
        try:
            yield address
        finally:
            server.terminate()
