"""The site with an event stream beside it, as a later one may have: a coroutine a reader, and no thread.

Only tests serve it: it is what ``test_slow_clients`` opens five hundred times.
"""

from __future__ import annotations

import asyncio

from newsdesk.asgi import application as site
from newsdesk.doors.bodies import Receive, Scope, Send

PATH = "/stream/"
BEAT_SECONDS = 0.5


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http" and scope["path"] == PATH:
        await _stream(send)
    else:
        await site(scope, receive, send)


async def _stream(send: Send) -> None:
    await send({
        "type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")],
    })  # fmt: skip
    while True:
        await send({"type": "http.response.body", "body": b"data: still here\n\n", "more_body": True})
        await asyncio.sleep(BEAT_SECONDS)
