"""A client that sends ASGI messages to the doors, chunk by chunk, and keeps their answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from newsdesk.doors.application import Doors
from tests.doors.loops import run_alone


def a_scope(path="/en/", method="POST", query=b"", headers=()):
    return {
        "type": "http", "method": method, "raw_path": path.encode(), "path": path, "query_string": query,
        "http_version": "1.1", "scheme": "http", "client": ("192.0.2.7", 4711), "server": ("localhost", 80),
        "headers": [(b"host", b"localhost"), *headers],
    }  # fmt: skip


@dataclass
class Client:
    """Sends its chunks and then nothing more."""

    pieces: Iterable[bytes] = ()
    #: Whether the last chunk ends the body; else the client sends nothing more and waits.
    whole: bool = True
    #: Whether it disconnects instead of waiting.
    leaves: bool = False
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    taken: int = 0
    ended: bool = False

    def __post_init__(self):
        self._to_send = list(self.pieces)

    async def receive(self):
        if self._to_send:
            piece = self._to_send.pop(0)
            self.taken += len(piece)
            return {"type": "http.request", "body": piece, "more_body": bool(self._to_send) or not self.whole}
        if self.leaves:
            return {"type": "http.disconnect"}
        return await asyncio.get_running_loop().create_future()

    async def send(self, message):
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.body += message["body"]
            self.ended = not message.get("more_body", False)


@pytest.fixture
def ask(monkeypatch):
    """``ask(django, scope, client)``: the client's request through the doors; returns the client."""
    monkeypatch.setattr("newsdesk.doors.bodies.DISCARD_SECONDS", 0.05)

    def asked(django, scope, client=None):
        client = client or Client()
        run_alone(Doors(django, threads=1)(scope, client.receive, client.send))
        return client

    return asked
