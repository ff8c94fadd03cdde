"""Django behind the ASGI front sees requests as behind any server, and no slow reader holds it up."""

from __future__ import annotations

import asyncio
import threading

import pytest
from django.http import StreamingHttpResponse
from django.utils import translation

from newsdesk.doors.answers import IN_MEMORY
from newsdesk.doors.application import Doors
from newsdesk.doors.environ import environ_of
from tests.doors.conftest import Client, a_scope
from tests.doors.loops import run_alone

LONG = 3 * IN_MEMORY + 17


def answering(*pieces: bytes, headers=()):
    def site(environ, start_response):
        start_response("200 OK", list(headers))
        return list(pieces)

    return site


@pytest.mark.parametrize("pieces", [(), (b"",), (b"ab", b"c"), (b"x" * LONG,), (b"xyz" * 1000,) * 2000])
def test_response_arrives_whole(ask, pieces):
    client = ask(answering(*pieces, headers=[("X-Kept", "yes")]), a_scope(method="GET"))
    assert client.body == b"".join(pieces)
    assert (client.status, client.headers["x-kept"], client.ended) == (200, "yes", True)


def test_head_has_the_headers_of_get_and_no_body(ask):
    client = ask(answering(b"abc", headers=[("Content-Length", "3")]), a_scope(method="HEAD"))
    assert (client.headers["content-length"], client.body) == ("3", b"")


def test_exception_of_the_site_reaches_the_server(ask):
    def broken(environ, start_response):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(broken, a_scope(method="GET"))


def test_reader_who_stops_reading_blocks_no_thread():
    """One thread, and a reader who stops after the beginning: the next reader is still answered."""

    class Dawdler(Client):
        async def send(self, message):
            await super().send(message)
            if self.body:
                await asyncio.get_running_loop().create_future()

    async def both():
        doors = Doors(answering(b"x" * LONG), threads=1)
        dawdler, next_one = Dawdler(), Client()
        first = asyncio.create_task(doors(a_scope(method="GET"), dawdler.receive, dawdler.send))
        async with asyncio.timeout(10):
            await doors(a_scope(method="GET"), next_one.receive, next_one.send)
        first.cancel()
        return dawdler, next_one

    dawdler, next_one = run_alone(both())
    assert len(next_one.body) == LONG
    assert not dawdler.ended


def test_export_streams_in_another_thread_in_the_requested_language(ask):
    made_by = []

    def lines():
        made_by.append(threading.current_thread().name)
        yield translation.get_language().encode()

    def site(environ, start_response):
        translation.activate("ar")
        made_by.append(threading.current_thread().name)
        start_response("200 OK", [])
        return StreamingHttpResponse(lines())

    assert ask(site, a_scope(method="GET")).body == b"ar"
    assert [name.split("_")[0] for name in made_by] == ["page", "export"]


def test_export_stops_when_its_reader_leaves():
    made, left = [], threading.Event()

    def lines():
        for number in range(1000):
            made.append(number)
            if number == 1:
                assert left.wait(10)
            yield b"x" * 100_000

    class Leaver(Client):
        async def send(self, message):
            await super().send(message)
            if self.body:
                raise ConnectionResetError

    def site(environ, start_response):
        start_response("200 OK", [])
        return StreamingHttpResponse(lines())

    async def leave():
        leaver = Leaver()
        with pytest.raises(ConnectionResetError):
            await Doors(site, threads=1)(a_scope(method="GET"), leaver.receive, leaver.send)
        left.set()

    run_alone(leave())
    assert len(made) < 1000


def test_raw_utf8_in_path_and_query_equals_percent_encoding():
    raw = environ_of(a_scope("/ar/اتفاق", query="q=اتفاق&x=%D8%A7".encode()), b"")
    encoded = environ_of(a_scope("/ar/%D8%A7%D8%AA%D9%81%D8%A7%D9%82", query=raw["QUERY_STRING"].encode()), b"")
    assert raw["QUERY_STRING"] == "q=%D8%A7%D8%AA%D9%81%D8%A7%D9%82&x=%D8%A7"
    assert raw["PATH_INFO"] == encoded["PATH_INFO"] == "/ar/اتفاق".encode().decode("latin-1")


def test_header_with_underscore_cannot_fake_x_forwarded_for():
    headers = [(b"x_forwarded_for", b"6.6.6.6"), (b"x-forwarded-for", b"192.0.2.1"), (b"x-forwarded-for", b"10.0.0.1")]
    assert environ_of(a_scope(headers=headers), b"")["HTTP_X_FORWARDED_FOR"] == "192.0.2.1,10.0.0.1"


def test_cookies_in_several_headers_are_joined():
    environ = environ_of(a_scope(headers=[(b"cookie", b"a=1"), (b"cookie", b"b=2")]), b"")
    assert environ["HTTP_COOKIE"] == "a=1; b=2"


def test_lifespan_startup_and_shutdown_are_acknowledged():
    told = []
    words = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive():
        return {"type": next(words)}

    async def send(message):
        told.append(message["type"])

    run_alone(Doors(answering(), threads=1)({"type": "lifespan"}, receive, send))
    assert told == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
