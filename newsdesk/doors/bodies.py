"""Receiving the body of a request completely, in memory, within limits of size and time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from newsdesk.doors.refusals import ClientGoneError, RequestRefusedError

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: The longest time without a byte.
PAUSE_SECONDS = 20.0
#: The longest time for the whole body.
WHOLE_SECONDS = 300.0
#: How long the body of a refused request is still received, and discarded.  If the connection were closed at once, the
#: client would see a broken connection before the answer, and no reason.
DISCARD_SECONDS = 3.0
#: More digits than any length that a server could hold.
_LONGEST_NUMBER = 18


async def take_body(scope: Scope, receive: Receive, *, small: int, allowed: Callable[[], Awaitable[int]]) -> bytes:
    """Return the body.

    Up to ``small`` bytes are taken from anybody.  If there are more, ``allowed`` is called once; it returns how many
    bytes this client may send.  Raises ``RequestRefusedError`` for too many bytes or too slow ones, and
    ``ClientGoneError``.
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


async def discard_rest(receive: Receive) -> None:
    """Receive and discard the rest of a refused request, for at most ``DISCARD_SECONDS``."""
    try:
        async with asyncio.timeout(DISCARD_SECONDS):
            while (message := await receive())["type"] == "http.request" and message.get("more_body", False):
                pass
    except TimeoutError:
        return


def _announced(scope: Scope) -> int | None:
    """How many bytes will come, according to Content-Length; None if the body comes in chunks."""
    for name, value in scope["headers"]:
        if name == b"transfer-encoding":
            return None
        if name == b"content-length":
            digits = value.strip()
            return int(digits) if len(digits) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
    return 0
