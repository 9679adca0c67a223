"""A built site on a port of this machine, sent as a good static host sends it: packed copies, its headers."""

from __future__ import annotations

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, Final

SUFFIX: Final = ".br"


class _Host(http.server.SimpleHTTPRequestHandler):
    """Sends a file's packed copy to those who can read it."""

    protocol_version = "HTTP/1.1"  # as every host: one connection for many files

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """Answer with the packed copy of what is asked for, or, where there is none, as the parent does."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        packed = path.with_name(path.name + SUFFIX)
        if not packed.is_file() or "br" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        data = packed.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def guess_type(self, path: object) -> str:
        """Say that texts are UTF-8."""
        kind = super().guess_type(str(path))
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is printed is the measure's table."""


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve a folder on a free port while the block runs; yields its address, ending in a slash."""
    handler = functools.partial(_Host, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
