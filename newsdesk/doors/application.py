"""The ASGI application that the web server calls."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import close_old_connections

from newsdesk.doors.allowances import allowed_bytes
from newsdesk.doors.bodies import Receive, Scope, Send, discard_rest, take_body
from newsdesk.doors.environ import environ_of
from newsdesk.doors.pages import Pages, WsgiApplication, headers_of
from newsdesk.doors.refusals import ClientGoneError, RequestRefusedError, answer_refused

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Doors:
    """Receives each request completely, within its limits, or refuses it; then Django answers it on a thread."""

    def __init__(self, django: WsgiApplication, threads: int) -> None:
        self._pages = Pages(django, threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _confirm_lifespan(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        else:
            await self._let_in(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def allowed() -> int:
            return await self._on_thread(lambda: _ask_outside_a_request(scope))

        try:
            body = await take_body(scope, receive, small=settings.SMALL_UPLOAD_MAX_BYTES, allowed=allowed)
        except ClientGoneError:
            return
        except RequestRefusedError as refused:
            await self._refuse(scope, receive, send, refused)
            return
        await self._pages.answer(scope, body, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, refused: RequestRefusedError) -> None:
        logger.warning("%s %s refused: %s", scope["method"], scope["raw_path"].decode("latin-1"), refused.code)
        request = WSGIRequest(environ_of(scope, b""))
        answer = await self._on_thread(lambda: answer_refused(request, refused))
        headers = headers_of(answer.items())
        # The rest of the body is still in the connection, so the connection cannot be used for another request.
        headers += [(b"content-length", str(len(answer.content)).encode()), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
        await send({"type": "http.response.body", "body": answer.content, "more_body": True})
        await discard_rest(receive)
        await send({"type": "http.response.body", "body": b""})

    async def _on_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pages.pool, work)


def _ask_outside_a_request(scope: Scope) -> int:
    """``allowed_bytes``, with the care of database connections that Django takes at the start and end of a request."""
    close_old_connections()
    try:
        return allowed_bytes(WSGIRequest(environ_of(scope, b"")))
    finally:
        close_old_connections()


async def _confirm_lifespan(receive: Receive, send: Send) -> None:
    """Confirm the server's messages that it starts and stops (ASGI's lifespan protocol)."""
    while True:
        asked = (await receive())["type"]
        await send({"type": f"{asked}.complete"})
        if asked == "lifespan.shutdown":
            return
