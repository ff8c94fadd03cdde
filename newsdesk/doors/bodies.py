"""Taking a request's body in: all of it, in memory, within limits of size and time, before anything else is done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from newsdesk.doors.refusals import ClientGoneError, RequestRefusedError

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: Seconds without a byte, and in all, after which the client has had its chance.
PAUSE_SECONDS = 20.0
WHOLE_SECONDS = 300.0
#: A refused client that goes on sending is heard out for so long: were the connection cut at once, the cut would
#: overtake the answer, and the client would report a broken connection and no reason.
HEARD_OUT_SECONDS = 3.0
#: More digits than any length that a server could hold.
_LONGEST_NUMBER = 18


async def take_body(scope: Scope, receive: Receive, *, small: int, allowed: Callable[[], Awaitable[int]]) -> bytes:
    """Return the body; raise ``RequestRefusedError`` or ``ClientGoneError``.

    Up to ``small`` bytes are taken from anybody.  Only who sends more is asked, once, who it is: ``allowed`` tells how
    many bytes may come.
    """
    announced = _announced(scope)
    if announced == 0:
        return b""
    most, asked = small, False
    if announced is not None and announced > small:
        most, asked = await allowed(), True
        if announced > most:
            raise RequestRefusedError(413, most)
    body = bytearray()
    try:
        async with asyncio.timeout(WHOLE_SECONDS):
            while True:
                async with asyncio.timeout(PAUSE_SECONDS):
                    message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientGoneError
                body += message.get("body", b"")
                if len(body) > most and not asked:
                    most, asked = await allowed(), True
                if len(body) > most:
                    raise RequestRefusedError(413, most)
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise RequestRefusedError(408) from None


async def hear_out(receive: Receive) -> None:
    """Let a refused client finish its sentence, unheard, but not for ever."""
    try:
        async with asyncio.timeout(HEARD_OUT_SECONDS):
            while (message := await receive())["type"] == "http.request" and message.get("more_body", False):
                pass
    except TimeoutError:
        return


def _announced(scope: Scope) -> int | None:
    """How many bytes are to come: the number of Content-Length, or None where they come in chunks."""
    for name, value in scope["headers"]:
        if name == b"transfer-encoding":
            return None
        if name == b"content-length":
            digits = value.strip()
            return int(digits) if len(digits) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
    return 0
