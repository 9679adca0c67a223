"""No test of external links leaves this computer."""

from __future__ import annotations

import socket
from asyncio import events
from collections.abc import Iterator
from typing import Any

import pytest

from external.misbehaving import Server, serving

LOCAL = ("127.0.0.1", "localhost", b"127.0.0.1", b"localhost")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know no name but our own, as a computer without a network does; ask no proxy."""
    real = socket.getaddrinfo

    def lookup(host: Any, *more: Any, **options: Any) -> Any:
        if host not in LOCAL:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """The misbehaving server."""
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def no_loop_of_others() -> Iterator[None]:
    """Playwright, where its tests ran before, leaves its event loop marked as running; ours needs its own."""
    theirs = events._get_running_loop()
    events._set_running_loop(None)
    yield
    events._set_running_loop(theirs)
