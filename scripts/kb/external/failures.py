"""Errors of the HTTP client -> what became of the request."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from kb.external.answers import Answer

NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}


def answer(error: BaseException, address: str = "") -> Answer:
    """Return the answer that an error stands for; address: where redirects had led to, or ""."""
    causes = list(_causes(error))
    unsafe = [cause for cause in causes if isinstance(cause, ssl.SSLError)]
    if unsafe:
        detail = next((c.verify_message for c in unsafe if isinstance(c, ssl.SSLCertVerificationError)), "")
        return Answer("certificate", 0, address, detail)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return Answer("timeout", 0, address)
    if isinstance(
        error, httpx.InvalidURL | httpx.UnsupportedProtocol | httpx.LocalProtocolError | ValueError
    ):
        return Answer("malformed", 0, address)
    if isinstance(error, httpx.ProxyError) or any(_no_way(cause) for cause in causes):
        return Answer("unreachable", 0, address)
    return Answer("cut", 0, address)


def _no_way(error: BaseException) -> bool:
    return isinstance(error, socket.gaierror) or (isinstance(error, OSError) and error.errno in NO_WAY)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and all it came from."""
    seen: list[BaseException] = []
    waiting = [error]
    while waiting:
        found = waiting.pop(0)
        if found is None or found in seen:
            continue
        seen.append(found)
        yield found
        waiting += [found.__cause__, found.__context__]
        if isinstance(found, BaseExceptionGroup):
            waiting += found.exceptions
