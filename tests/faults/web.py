"""The web server as a process of its own, and clients that behave as badly as clients can."""

from __future__ import annotations

import http.client
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsdesk.launch.ports import LOOPBACK

MANY = 50
PAGE = "/en/admin/login/"
#: A page that has to wait for somebody else's client is not shown for so long; without one it takes some milliseconds.
PATIENCE = 10.0


class Web:
    """A web server on a port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)

    def status(self, path: str = PAGE) -> int:
        connection = self.connection()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def answers(self) -> bool:
        try:
            return self.status() == 200
        except (OSError, http.client.HTTPException):
            return False

    def seconds_a_page(self, pages: int = 20) -> float:
        """The median over some pages, each answered."""
        taken = []
        for _number in range(pages):
            started = time.monotonic()
            assert self.status() == 200
            taken.append(time.monotonic() - started)
        return statistics.median(taken)

    def dial(self, said: bytes, *, window: int | None = None) -> socket.socket:
        """A bare connection on which so much has been said; a small window takes hardly anything of the answer."""
        line = socket.socket()
        if window:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        line.settimeout(PATIENCE)
        line.connect((LOOPBACK, self.port))
        line.sendall(said)
        return line


@contextmanager
def all_of(lines: list[socket.socket]) -> Iterator[list[socket.socket]]:
    try:
        yield lines
    finally:
        for line in lines:
            line.close()


def head(first: str, *others: str) -> bytes:
    return "\r\n".join([first, "Host: localhost", *others, "", ""]).encode()


@contextmanager
def two_bytes_of_a_body(web: Web) -> Iterator[None]:
    said = head(f"POST {PAGE} HTTP/1.1", "Content-Length: 5000") + b"ab"
    with all_of([web.dial(said) for _ in range(MANY)]):
        yield


@contextmanager
def a_chunk_of_a_body(web: Web) -> Iterator[None]:
    said = head("POST /api/v1/token/ HTTP/1.1", "Transfer-Encoding: chunked") + b"2\r\n{}\r\n"
    with all_of([web.dial(said) for _ in range(MANY)]):
        yield


@contextmanager
def heads_byte_by_byte(web: Web) -> Iterator[None]:
    done = threading.Event()
    with all_of([web.dial(b"GET /en/ HTTP/1.1\r\nHost: loc") for _ in range(MANY)]) as lines:

        def drip() -> None:
            while not done.wait(0.05):
                for line in lines:
                    line.send(b"x")

        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            yield
        finally:
            done.set()
            dripping.join()


@contextmanager
def readers_who_do_not_read(web: Web, path: str) -> Iterator[None]:
    said = head(f"GET {path} HTTP/1.1")
    with all_of([web.dial(said, window=2048) for _ in range(MANY)]):
        yield


def first_line_of_answer(line: socket.socket) -> bytes:
    """What the server says first, also to a client that it has stopped listening to."""
    heard = b""
    while b"\r\n" not in heard:
        more = line.recv(4096)
        assert more, "it hung up without a word"
        heard += more
    return heard.split(b"\r\n")[0]
