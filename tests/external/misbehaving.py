"""A local server that misbehaves in every way a link check can meet."""

from __future__ import annotations

import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Signed by itself alone, so that no browser trusts it; made for these tests and used nowhere else.
CERTIFICATE = Path(__file__).parent / "self-signed.pem"
LONG_AGO = "Mon, 06 Nov 1995 08:49:37 GMT"

# path -> (status, headers); of a pair of those, the first answers HEAD and the second GET
ANSWERS: dict[str, tuple[int, dict[str, str]]] = {
    "/ok": (200, {}),
    "/forbidden": (403, {}),
    "/missing": (404, {}),
    "/gone": (410, {}),
    "/own-number": (999, {}),
    "/broken": (500, {}),
    "/busy-mute": (429, {}),
    "/busy-long": (429, {"Retry-After": "3600"}),
    "/busy-nonsense": (429, {"Retry-After": "soon"}),
    "/moved": (301, {"Location": "/ok"}),
    "/moved-twice": (308, {"Location": "/moved"}),
    "/moved-then-lent": (301, {"Location": "/lent"}),
    "/lent": (302, {"Location": "/moved"}),
    "/moved-to-nothing": (301, {"Location": "/missing"}),
    "/moved-to-loop": (301, {"Location": "/loop"}),
    "/loop": (302, {"Location": "/loop-back"}),
    "/loop-back": (302, {"Location": "/loop"}),
    "/itself": (302, {"Location": "/itself"}),
    "/nowhere": (301, {}),
    "/mail": (302, {"Location": "mailto:a@example.org"}),
    "/bad-target": (302, {"Location": "http://[oops/"}),
    "/moved-to-silence": (301, {"Location": "/cut"}),
    "/paper.pdf": (200, {"Content-Type": "text/html; charset=utf-8"}),
    "/true.pdf": (200, {"Content-Type": "application/pdf"}),
    "/kindless.pdf": (200, {}),
    "/lent.pdf": (302, {"Location": "/page"}),
    "/page": (200, {"Content-Type": "Text/HTML"}),
    "/nonsense": (200, {"Content-Type": ";;;"}),
}


class Tally:
    """How many requests are being answered now, and how many were at most."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.lock = threading.Lock()

    def add(self, number: int) -> None:
        with self.lock:
            self.now += number
            self.most = max(self.most, self.now)


class Server(ThreadingHTTPServer):
    """Answers by path. asked: requests as "METHOD path"; hold: where /hold waits."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.tally = Tally()
        self.lock = threading.Lock()
        self.hold = threading.Barrier(1)
        self.closing = threading.Event()
        self.agents: set[str] = set()

    @property
    def url(self) -> str:
        """Return the address of the server, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet: broken connections are what we are for."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_HEAD(self) -> None:
        self.meet()

    def do_GET(self) -> None:
        self.meet()

    def meet(self) -> None:
        server = self.server
        with server.lock:
            server.asked.append(f"{self.command} {self.path}")
            server.agents.add(self.headers["User-Agent"])
            times = Counter(server.asked)[server.asked[-1]]
        server.tally.add(1)
        try:
            self.behave(self.path.partition("?")[0], times)
        finally:
            server.tally.add(-1)

    def behave(self, path: str, times: int) -> None:
        """Do what a path stands for; times: how often it was asked in this way, this time included."""
        if path in ANSWERS:
            self.say(*ANSWERS[path])
        elif path.startswith("/head-"):
            self.by_method(path)
        elif path.startswith("/later-"):
            self.later(path, times)
        elif path.startswith("/longer/"):
            self.say(302, {"Location": f"/longer/{int(path[8:]) + 1}"})
        elif path == "/cookie":
            met = "met=1" in self.headers.get("Cookie", "")
            self.say(*((200, {}) if met else (302, {"Location": "/cookie", "Set-Cookie": "met=1"})))
        elif path == "/nap":
            self.server.closing.wait(0.1)
            self.say(200, {})
        elif path == "/hold":
            self.server.hold.wait(timeout=20)
            self.server.closing.wait(0.1)  # whoever should not be here yet may come in
            self.say(200, {})
        else:
            self.on_the_wire(path)

    def by_method(self, path: str) -> None:
        """Treat HEAD badly and GET well."""
        if self.command == "GET":
            kind = {"/head-lies.pdf": "application/pdf"}.get(path, "text/plain")
            self.say(200, {"Content-Type": kind})
        elif path == "/head-refused":
            self.say(405, {})
        elif path == "/head-lost":
            self.say(404, {})
        elif path == "/head-lies.pdf":
            self.say(200, {"Content-Type": "text/html"})
        else:
            self.on_the_wire(path.replace("/head-", "/"))

    def later(self, path: str, times: int) -> None:
        """Answer well from the second time on, and say when to come again, or not."""
        waits = {"/later-seconds": "7", "/later-date": LONG_AGO}
        if times > 1:
            self.say(200, {})
        elif path == "/later-cut":
            self.on_the_wire("/cut")
        else:
            self.say(503, {"Retry-After": waits[path]} if path in waits else {})

    def on_the_wire(self, path: str) -> None:
        """Break HTTP itself."""
        if path == "/silent":
            self.server.closing.wait()
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.closing.wait(0.02):
                self.wfile.write(b"X-More: of the same\r\n")
        elif path == "/half":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Ty")
        elif path == "/garbage":
            self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")
        self.close_connection = True  # "/cut" says nothing at all

    def say(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def serving(*, encrypted: bool = False) -> Iterator[Server]:
    """Run a server in a thread of its own."""
    server = Server()
    if encrypted:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
