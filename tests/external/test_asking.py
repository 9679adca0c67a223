"""Asking addresses, of a server that misbehaves in every way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from dataclasses import replace

import pytest

from external.misbehaving import Server, serving
from kb.external import asking
from kb.external.answers import Answer, said

SLEPT: list[float] = []


async def sleep(seconds: float) -> None:
    """Take note of a pause instead of making it."""
    SLEPT.append(round(seconds))


CALM = asking.Manners(sleep=sleep)


@pytest.fixture(autouse=True)
def no_pauses() -> None:
    SLEPT.clear()


def ask(urls: Iterable[str], manners: asking.Manners = CALM) -> dict[str, Answer]:
    return asking.ask(urls, "tester", manners, lambda done, total: None)


def ask_one(url: str, manners: asking.Manners = CALM) -> Answer:
    return ask([url], manners)[url]


def both(path: str, times: int = 1) -> list[str]:
    return [f"HEAD {path}", f"GET {path}"] * times


OK = ["HEAD /ok"]


@pytest.mark.parametrize(
    ("path", "text", "asked"),
    [
        ("/ok", "answers well", OK),
        ("/ok?a=b", "answers well", ["HEAD /ok?a=b"]),
        ("/nonsense", "answers well", ["HEAD /nonsense"]),
        ("/page", "answers well", ["HEAD /page"]),
        # errors for good: HEAD is not believed alone, and nobody asks again
        ("/forbidden", "answers 403 (Forbidden)", both("/forbidden")),
        ("/missing", "answers 404 (Not Found)", both("/missing")),
        ("/gone", "answers 410 (Gone)", both("/gone")),
        ("/own-number", "answers 999", both("/own-number")),
        # HEAD refused, lost, lying or cut
        ("/head-refused", "answers well", both("/head-refused")),
        ("/head-lost", "answers well", both("/head-lost")),
        ("/head-lies.pdf", "answers well", both("/head-lies.pdf")),
        ("/head-cut", "answers well", both("/head-cut")),
        ("/head-half", "answers well", both("/head-half")),
        ("/head-garbage", "answers well", both("/head-garbage")),
        # what may pass
        ("/broken", "answers 500 (Internal Server Error)", both("/broken", 3)),
        ("/later-mute", "answers well", [*both("/later-mute"), "HEAD /later-mute"]),
        ("/cut", "refuses or cuts the connection", both("/cut", 3)),
        ("/half", "refuses or cuts the connection", both("/half", 3)),
        ("/garbage", "refuses or cuts the connection", both("/garbage", 3)),
        ("/later-cut", "answers well", [*both("/later-cut"), "HEAD /later-cut"]),
        # redirects
        ("/moved", "has moved to {}/ok", ["HEAD /moved", *OK]),
        ("/moved-twice", "has moved to {}/ok", ["HEAD /moved-twice", "HEAD /moved", *OK]),
        ("/lent", "answers well", ["HEAD /lent", "HEAD /moved", *OK]),
        (
            "/moved-then-lent",
            "has moved to {}/lent",
            ["HEAD /moved-then-lent", "HEAD /lent", "HEAD /moved", *OK],
        ),
        (
            "/moved-to-nothing",
            "answers 404 (Not Found), redirected to {}/missing",
            ["HEAD /moved-to-nothing", *both("/missing")],
        ),
        (
            "/moved-to-silence",
            "refuses or cuts the connection, redirected to {}/cut",
            ["HEAD /moved-to-silence", *both("/cut")] * 3,
        ),
        ("/nowhere", "answers 301 (Moved Permanently)", ["HEAD /nowhere"]),
        ("/cookie", "answers well", ["HEAD /cookie"] * 2),
        # loops
        ("/loop", "redirects without end", ["HEAD /loop", "HEAD /loop-back"]),
        ("/itself", "redirects without end", ["HEAD /itself"]),
        ("/moved-to-loop", "redirects without end", ["HEAD /moved-to-loop", "HEAD /loop", "HEAD /loop-back"]),
        ("/longer/0", "redirects without end", [f"HEAD /longer/{n}" for n in range(11)]),
        # redirects to what is no address of the web
        ("/mail", "redirects to what is no address of the web", ["HEAD /mail"]),
        ("/bad-target", "redirects to what is no address of the web: http://[oops/", ["HEAD /bad-target"]),
        # wrong kinds of content
        ("/paper.pdf", "answers with a web page instead of the file", both("/paper.pdf")),
        ("/true.pdf", "answers well", ["HEAD /true.pdf"]),
        ("/kindless.pdf", "answers well", ["HEAD /kindless.pdf"]),
        (
            "/lent.pdf",
            "answers with a web page instead of the file, redirected to {}/page",
            ["HEAD /lent.pdf", *both("/page")],
        ),
    ],
)  # fmt: skip
def test_answers(path: str, text: str, asked: list[str], server: Server) -> None:
    assert said(ask_one(f"{server.url}{path}")) == text.format(server.url)
    assert server.asked == asked


# Pauses


def test_each_try_waits_twice_as_long(server: Server) -> None:
    ask_one(f"{server.url}/broken", replace(CALM, tries=4))
    assert SLEPT == [1, 2, 4]


@pytest.mark.parametrize(
    ("path", "text", "asked", "slept"),
    [
        ("/later-seconds", "answers well", ["HEAD /later-seconds"] * 2, [7]),
        ("/later-date", "answers well", [*both("/later-date"), "HEAD /later-date"], [1]),
        ("/busy-mute", "answers 429 (Too Many Requests)", ["HEAD /busy-mute"] * 3, [1, 2]),
        ("/busy-nonsense", "answers 429 (Too Many Requests)", ["HEAD /busy-nonsense"] * 3, [1, 2]),
        ("/busy-long", "answers 429 (Too Many Requests)", ["HEAD /busy-long"], []),
    ],
)
def test_a_busy_server_says_when_to_come_again(
    path: str, text: str, asked: list[str], slept: list[int], server: Server
) -> None:
    assert said(ask_one(f"{server.url}{path}")) == text
    assert (server.asked, SLEPT) == (asked, slept)


def test_a_busy_server_is_left_alone_with_all_its_addresses(server: Server) -> None:
    one_by_one = replace(CALM, per_host=1)
    ask([f"{server.url}/later-seconds", f"{server.url}/ok"], one_by_one)
    assert server.asked == ["HEAD /later-seconds", "HEAD /ok", "HEAD /later-seconds"]
    assert SLEPT[0] == 7


def test_a_date_to_come_again() -> None:
    assert asking._seconds("Mon, 06 Nov 2995 08:49:37 GMT") > 900 * 365 * 86400
    assert [asking._seconds(text) for text in ("12", " 0 ", "-1", "", "soon")] == [12, 0, 0, 0, 0]


# How many at a time


def test_one_host_is_asked_two_things_at_a_time(server: Server) -> None:
    server.hold = threading.Barrier(2)
    answers = ask(f"{server.url}/hold?{n}" for n in range(6))
    assert {answer.kind for answer in answers.values()} == {"ok"}
    assert server.tally.most == 2


def test_many_hosts_are_asked_at_the_same_time(server: Server) -> None:
    with serving() as other:
        server.hold = other.hold = threading.Barrier(2)
        answers = ask([f"{server.url}/hold", f"{other.url}/hold"], replace(CALM, per_host=1))
    assert {answer.kind for answer in answers.values()} == {"ok"}
    assert (server.tally.most, other.tally.most) == (1, 1)


def test_there_is_a_limit_for_all_hosts_together(server: Server) -> None:
    with serving() as other:
        other.tally = server.tally
        urls = [f"{each.url}/nap?{n}" for each in (server, other) for n in range(2)]
        answers = ask(urls, replace(CALM, at_once=1))
    assert {answer.kind for answer in answers.values()} == {"ok"}
    assert server.tally.most == 1


def test_an_address_is_asked_once_and_progress_is_told(server: Server) -> None:
    heard: list[tuple[int, int]] = []
    urls = [f"{server.url}/ok", f"{server.url}/ok", f"{server.url}/gone"]
    asking.ask(urls, "tester (+https://example.org/)", CALM, lambda done, total: heard.append((done, total)))
    assert sorted(server.asked) == ["GET /gone", "HEAD /gone", "HEAD /ok"]
    assert (heard, server.agents) == ([(1, 2), (2, 2)], {"tester (+https://example.org/)"})


# No answer at all


def test_a_server_that_says_nothing(server: Server) -> None:
    manners = replace(CALM, answering=0.5, tries=1)
    assert ask_one(f"{server.url}/silent", manners) == Answer("timeout")
    assert server.asked == both("/silent")


def test_a_server_that_never_comes_to_an_end(server: Server) -> None:
    manners = replace(CALM, connecting=0.5, answering=0.5, tries=1)
    assert ask_one(f"{server.url}/drip", manners) == Answer("timeout")


def test_who_is_slow_is_asked_again(server: Server) -> None:
    assert ask_one(f"{server.url}/silent", replace(CALM, answering=0.1)) == Answer("timeout")
    assert SLEPT == [1, 2]


def test_a_closed_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask_one(f"http://127.0.0.1:{port}/") == Answer("cut")
    assert SLEPT == [1, 2]


def test_a_name_that_nobody_knows() -> None:
    assert ask_one("http://nosuch.example/") == Answer("unreachable")
    assert SLEPT == [1, 2]


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    assert ask_one("http://nosuch.example/") == Answer("unreachable")


def test_a_proxy_that_lets_nothing_through(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    assert ask_one("https://nosuch.example/") == Answer("unreachable")


def test_a_certificate_that_nobody_vouches_for() -> None:
    with serving(encrypted=True) as server:
        answer = ask_one(server.url.replace("http:", "https:"))
    assert said(answer).replace("self signed", "self-signed") == (
        "has no valid certificate (self-signed certificate)"
    )
    assert (server.asked, SLEPT) == ([], [])


def test_a_server_without_encryption(server: Server) -> None:
    assert ask_one(server.url.replace("http:", "https:")) == Answer("certificate")


@pytest.mark.parametrize("url", ["http://", "https:///x", "http://[oops/", "http://a b/", "http://x:port/"])
def test_what_is_no_address(url: str) -> None:
    assert ask_one(url) == Answer("malformed")
    assert SLEPT == []
