"""Clients that are slow or send too much, against a real web server: nobody else notices."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from select import select

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from rest_framework.authtoken.models import Token

from newsdesk.launch import apps
from newsdesk.launch.paths import CHECKOUT
from newsdesk.launch.ports import free_port
from newsdesk.launch.process.program import Program
from newsdesk.launch.setup.runtime import own_runtime
from tests import factories
from tests.faults.streaming import PATH as STREAM
from tests.faults.web import (
    PAGE,
    Web,
    a_chunk_of_a_body,
    all_of,
    first_line_of_answer,
    head,
    heads_byte_by_byte,
    readers_who_do_not_read,
    two_bytes_of_a_body,
)
from tests.newsroom import Newsroom

pytestmark = pytest.mark.fault

FAR_TOO_MUCH = 200_000_000
STREAMS = 500
SERVE_STREAMS = """
import sys
from newsdesk.doors.server import serve
serve("127.0.0.1", int(sys.argv[1]), "tests.faults.streaming:application")
"""


@pytest.fixture
def web(newsroom: Newsroom) -> Web:
    """The web server as ``./run`` starts it."""
    port = free_port()
    return started(newsroom, port, apps.web(own_runtime(CHECKOUT), newsroom.environment, port))


def started(newsroom: Newsroom, port: int, program: Program) -> Web:
    web = Web(port)
    newsroom.start_program(program)
    newsroom.wait_until(web.answers)
    return web


def large_file() -> str:
    return staticfiles_storage.url("drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js")


def many_rows() -> str:
    call_command("seed_demo", events=1000)
    return "/api/v1/rows/"


MISCHIEF = {
    "two bytes of a body": two_bytes_of_a_body,
    "a chunk of a body": a_chunk_of_a_body,
    "heads byte by byte": heads_byte_by_byte,
    "large files not read": lambda web: readers_who_do_not_read(web, large_file()),
    "exports not read": lambda web: readers_who_do_not_read(web, many_rows()),
}


@pytest.mark.parametrize("mischief", MISCHIEF.values(), ids=MISCHIEF)
def test_fifty_slow_clients_do_not_slow_other_readers(web: Web, newsroom: Newsroom, mischief) -> None:
    calm = web.seconds_a_page()
    with mischief(web):
        # Once what they asked for is made; they go on taking nothing of it.
        newsroom.wait_until(web.answers)
        assert web.seconds_a_page() < 3 * calm + 0.5


@pytest.mark.parametrize("path", ["/en/", PAGE, "/api/v1/articles/", "/api/v1/token/"])
def test_content_length_over_the_limit_is_413_before_the_body_is_sent(web: Web, path: str) -> None:
    with all_of([web.dial(head(f"POST {path} HTTP/1.1", f"Content-Length: {FAR_TOO_MUCH}"))]) as [line]:
        assert b"413" in first_line_of_answer(line)


@pytest.mark.parametrize("path", ["/en/", PAGE, "/api/v1/articles/"])
def test_chunked_body_is_cut_off_at_the_limit(web: Web, path: str) -> None:
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    sent = 0
    with all_of([web.dial(head(f"POST {path} HTTP/1.1", "Transfer-Encoding: chunked"))]) as [line]:
        while sent <= settings.SMALL_UPLOAD_MAX_BYTES:
            line.sendall(chunk)
            sent += len(chunk)
        assert b"413" in first_line_of_answer(line)


def test_signed_in_user_may_send_more_than_anonymous_but_not_without_limit(web: Web, reporter) -> None:
    authorization = {"Authorization": f"Token {Token.objects.create(user=reporter).key}"}
    article = {"title": "Long", "publication_date": "2025-03-20", "body": "word " * 200_000}
    status, answer = posted(web, json.dumps(article), authorization)
    assert (status, answer["code"]) == (400, "invalid")
    status, answer = posted(web, "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1), authorization)
    assert (status, answer["code"]) == (413, "too_large")


def posted(web: Web, body: str, headers: dict[str, str]) -> tuple[int, dict[str, str]]:
    connection = web.connection()
    # Refused while it speaks, it may be cut short; what it was told stands in the connection.
    with suppress(BrokenPipeError, ConnectionResetError):
        connection.request("POST", "/api/v1/articles/", body, {"Content-Type": "application/json", **headers})
    try:
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_large_upload_is_not_written_to_a_temporary_file(web: Web, newsroom: Newsroom, reporter) -> None:
    token = Token.objects.create(user=reporter).key
    length = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    said = head(
        "POST /api/v1/articles/ HTTP/1.1", f"Authorization: Token {token}", f"Content-Length: {length}",
        "Content-Type: multipart/form-data; boundary=b",
    )  # fmt: skip
    with all_of([web.dial(said)]) as [line]:
        line.sendall(b"x" * (length - 1))
        newsroom.wait_until(lambda: holds(newsroom, length // 2))
        assert temporary_files(newsroom) == []
        line.sendall(b"x")
        first_line_of_answer(line)
        assert temporary_files(newsroom) == []


def processes(newsroom: Newsroom) -> Iterator[Path]:
    """The web server and its processes."""
    main = newsroom.program_pid("web")
    children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
    yield from (Path("/proc") / str(number) for number in (main, *children))


def holds(newsroom: Newsroom, length: int) -> bool:
    """Whether one of the processes that serve holds so much more in memory than another."""
    _main, *serving = processes(newsroom)
    pages = sorted(int((process / "statm").read_text().split()[1]) for process in serving)
    return (pages[-1] - pages[0]) * os.sysconf("SC_PAGE_SIZE") > length


def temporary_files(newsroom: Newsroom) -> list[str]:
    """Files without a name that the server holds open: what is spooled lies in such."""
    opened = [str(link.readlink()) for process in processes(newsroom) for link in (process / "fd").iterdir()]
    return [name for name in opened if name.endswith("(deleted)")]


def test_five_hundred_event_streams_do_not_slow_other_readers(newsroom: Newsroom) -> None:
    port = free_port()
    command = (sys.executable, "-c", SERVE_STREAMS, str(port))
    web = started(newsroom, port, Program("web", command, CHECKOUT, newsroom.environment))
    calm = web.seconds_a_page()
    with all_of([web.dial(head(f"GET {STREAM} HTTP/1.1")) for _ in range(STREAMS)]) as lines:
        for line in lines:
            assert b"200" in first_line_of_answer(line)
        assert web.seconds_a_page() < 3 * calm + 0.5
        newsroom.wait_until(everybody_hears(lines))


def everybody_hears(lines: list[socket.socket]) -> Callable[[], bool]:
    """A condition that holds once each of the lines has heard something after what waited for it till now."""
    for line in lines:
        line.setblocking(False)
        with suppress(BlockingIOError):
            while line.recv(65536):
                pass
    deaf = set(lines)

    def all_heard() -> bool:
        deaf.difference_update(select(deaf, (), (), 0)[0])
        return not deaf

    return all_heard


def test_killed_web_process_is_replaced(web: Web, newsroom: Newsroom) -> None:
    before = {process.name for process in processes(newsroom)}
    main = newsroom.program_pid("web")
    os.kill(int(max(before - {str(main)}, key=int)), 9)
    newsroom.wait_until(lambda: len({process.name for process in processes(newsroom)} - before) == 1)
    newsroom.wait_until(web.answers)
    assert newsroom.program_pid("web") == main


def test_no_process_outlives_a_killed_web_server(web: Web, newsroom: Newsroom) -> None:
    serving = list(processes(newsroom))
    os.kill(newsroom.program_pid("web"), 9)
    newsroom.wait_until(lambda: not any(process.exists() for process in serving))


@pytest.mark.parametrize("query", ["q=اتفاق", "q=%D8%A7%D8%AA%D9%81%D8%A7%D9%82"], ids=["raw", "encoded"])
def test_arabic_query_is_understood_raw_and_percent_encoded(web: Web, query: str) -> None:
    factories.an_event(title="اتفاق على المياه", language="ar", edtf="2025-06-10")
    with all_of([web.dial(head(f"GET /api/v1/events/?{query}&ui=ar HTTP/1.1", "Connection: close"))]) as [line]:
        answer = http.client.HTTPResponse(line)
        answer.begin()
        assert [event["title"] for event in json.loads(answer.read())["results"]] == ["اتفاق على المياه"]
