"""Addresses -> answers, over the network: many hosts at a time, each host gently.

HEAD first; GET (of which the body is not read) where HEAD is refused or answers badly. What may pass is
asked again, each time after a longer pause, or when the server says (Retry-After).
"""

from __future__ import annotations

import asyncio
import posixpath
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from kb.external import failures
from kb.external.answers import Answer

REDIRECTS = (301, 302, 303, 307, 308)
FOR_GOOD = (301, 308)
FILES = {".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".epub"} | {
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp3", ".mp4",
}  # fmt: skip
PAGES = ("text/html", "application/xhtml+xml")

# (how many addresses are answered, of how many)
Heard = Callable[[int, int], None]


@dataclass(frozen=True)
class Manners:
    """How gently to ask. Times in seconds; per_host, at_once: requests; hops: redirects followed."""

    per_host: int = 2
    at_once: int = 20
    tries: int = 3
    pause: float = 1.0
    longest_wait: float = 60.0
    connecting: float = 10.0
    answering: float = 20.0
    hops: int = 10
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True)
class Reply:
    """One HTTP response: what is needed of it. wait: seconds that the server asks for, 0 for none."""

    status: int
    location: str
    page: bool
    cookie: bool
    wait: float

    @property
    def redirect(self) -> bool:
        """Tell whether it leads on to another address."""
        return self.status in REDIRECTS and bool(self.location)


def ask(urls: Iterable[str], agent: str, manners: Manners, heard: Heard) -> dict[str, Answer]:
    """Ask every address and return its answer. agent: who we say we are."""
    return asyncio.run(_ask(sorted(set(urls)), agent, manners, heard))


async def _ask(urls: list[str], agent: str, manners: Manners, heard: Heard) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    context = httpx.create_ssl_context()
    context.load_default_certs()  # an office's own certificates too
    timeout = httpx.Timeout(manners.answering, connect=manners.connecting, pool=None)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=manners.at_once)
    headers = {"User-Agent": agent, "Accept": "*/*"}
    async with httpx.AsyncClient(verify=context, timeout=timeout, limits=limits, headers=headers) as client:
        asker = _Asker(client, manners)

        async def one(url: str) -> None:
            answers[url] = await asker.answer(url)
            heard(len(answers), len(urls))

        await asyncio.gather(*(one(url) for url in urls))
    return answers


class _Asker:
    def __init__(self, client: httpx.AsyncClient, manners: Manners) -> None:
        self.client, self.manners = client, manners
        self.hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(manners.per_host))
        self.all = asyncio.Semaphore(manners.at_once)
        self.not_before: dict[str, float] = {}

    async def answer(self, url: str) -> Answer:
        """Ask an address until it answers well, or badly for good, or often enough."""
        answer, wait = await self.follow(url)
        for attempt in range(self.manners.tries - 1):
            if not answer.passing or wait > self.manners.longest_wait:
                break
            if not wait:  # else the host is left alone for as long as it said
                await self.manners.sleep(self.manners.pause * 2**attempt)
            answer, wait = await self.follow(url)
        return answer

    async def follow(self, url: str) -> tuple[Answer, float]:
        """Follow an address to its end; return its answer, and the seconds that a server asks us to wait."""
        at, moved, for_good, seen = url, "", True, {url}
        for _ in range(self.manners.hops + 1):
            try:
                reply = await self.reply(at, urlsplit(url).path)
            except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, ValueError) as error:
                answer = failures.answer(error, "" if at == url else at)
                astray = answer.kind == "malformed" and _readable(url)
                return replace(answer, kind="astray") if astray else answer, 0
            if not reply.redirect:
                return _judge(url, at, moved, reply), reply.wait
            at = _target(at, reply.location)
            for_good = for_good and reply.status in FOR_GOOD
            moved = at if for_good else moved
            if at in seen and not reply.cookie:  # some set a cookie and send back to where one came from
                break
            seen.add(at)
        return Answer("loop"), 0

    async def reply(self, url: str, path: str) -> Reply:
        """Ask with HEAD, and with GET where HEAD is not to be believed."""
        try:
            reply = await self.request("HEAD", url)
        except (
            httpx.ReadError,
            httpx.WriteError,
            httpx.RemoteProtocolError,
            httpx.ReadTimeout,
            TimeoutError,
        ):
            return await self.request("GET", url)
        busy = reply.status == 429 or reply.wait
        if busy or (reply.status < 400 and not _wrong_type(path, reply)):
            return reply
        return await self.request("GET", url)

    async def request(self, method: str, url: str) -> Reply:
        """Send one request when its host may be asked. Raises what httpx raises, and TimeoutError."""
        host, clock = httpx.URL(url).netloc.decode("ascii"), asyncio.get_running_loop().time
        if not _readable(url):
            raise httpx.InvalidURL(url)
        async with self.hosts[host]:
            if (wait := self.not_before.get(host, 0) - clock()) > 0:
                await self.manners.sleep(wait)
            async with self.all, asyncio.timeout(self.manners.connecting + self.manners.answering):
                request = self.client.build_request(method, url)
                response = await self.client.send(request, stream=True)
                await response.aclose()
            reply = _read(response)
            if 0 < reply.wait <= self.manners.longest_wait:
                self.not_before[host] = clock() + reply.wait
            return reply


def _readable(url: str) -> bool:
    """Tell whether an address is one of the web, and nothing that httpx would bend into one."""
    try:
        parts, host = urlsplit(url), httpx.URL(url).host
    except (ValueError, httpx.InvalidURL):
        return False
    return parts.scheme in ("http", "https") and bool(host) and not set("% ") & set(host)


def _target(url: str, location: str) -> str:
    """Return where a redirect leads; what cannot be read as an address stays as it is."""
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _judge(url: str, at: str, moved: str, reply: Reply) -> Answer:
    """Return what a chain of redirects from `url` to `at` comes to."""
    if reply.status >= 400 or reply.status in REDIRECTS:
        return Answer("status", reply.status, at if at != url else "")
    if _wrong_type(urlsplit(url).path, reply):
        return Answer("type", reply.status, at if at != url else "")
    return Answer("moved", reply.status, moved) if moved else Answer("ok", reply.status)


def _wrong_type(path: str, reply: Reply) -> bool:
    return reply.page and reply.status < 300 and posixpath.splitext(path)[1].lower() in FILES


def _read(response: httpx.Response) -> Reply:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    wait = _seconds(response.headers.get("retry-after", "")) if response.status_code in (429, 503) else 0
    return Reply(
        response.status_code,
        response.headers.get("location", ""),
        kind in PAGES,
        "set-cookie" in response.headers,
        wait,
    )


def _seconds(text: str) -> float:
    """Return the seconds that a Retry-After asks for, written as a number or a date; 0 for neither."""
    if text.strip().isdecimal():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return 0
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
