"""serve: the main job. Prepare, print handouts, check, and show both languages with live reload."""

from __future__ import annotations

import argparse
import re
import socket
import sys
from pathlib import Path

from kb import check, content, report
from verbs import mkdocs_run, printing, terminal

HOST = "127.0.0.1"
SERVING = re.compile(r"Serving on (\S+)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Serve until Ctrl+C. Findings are shown and do not stop the author from seeing the page."""
    if _taken(options.port):
        other = options.port + 1
        print(f"Port {options.port} is in use. Try: run.py serve --port {other}", file=sys.stderr)
        return 2
    print("1 of 3: checking the content", flush=True)
    project = content.load(root)
    found = check.source(project)
    if found:
        print(terminal.line(report.as_text(found)))
        print(report.summary(found), flush=True)
    print("2 of 3: printing handouts", flush=True)
    found = printing.print_all(root, project)
    if found:
        print(terminal.line(report.as_text(found)), flush=True)
    print("3 of 3: building both languages", flush=True)
    return _serve(root, options.port)


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((HOST, port)) == 0


def _serve(root: Path, port: int) -> int:
    """Run MkDocs' server, passing on what an author needs to see."""
    arguments = ["--livereload", "--dev-addr", f"{HOST}:{port}"]
    process = mkdocs_run.start(root, mkdocs_run.command(root, "serve", *arguments))
    try:
        for line in process.stdout or ():
            if serving := SERVING.search(line):
                print(f"\n  Hebrew:  {serving[1]}\n  English: {serving[1]}en/\n")
                print("  Edit and save: the pages reload. Ctrl+C ends.\n", flush=True)
            elif not mkdocs_run.NOISE.match(line):
                print(terminal.line(line.rstrip()), flush=True)
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        return 0
