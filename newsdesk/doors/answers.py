"""An answer on its way from the thread that writes it to a client that may be slow to read.

The thread never waits for the client.  What the client has not taken yet lies here: in memory as long as it is short,
in a nameless temporary file where it is long (an export, a large script), so that fifty clients who do not read cost
neither threads nor memory.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import AsyncIterator

PIECE = 64 * 1024
IN_MEMORY = 1024 * 1024


class ReaderGoneError(Exception):
    """Nobody will read the rest of the answer."""


class Answer:
    """Written by one thread with ``begin``, ``write`` and ``end``; read on the event loop that made it."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self._loop = asyncio.get_running_loop()
        self._something_new = asyncio.Event()
        self._lock = threading.Lock()
        self._kept = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by ``close``)
        self._written = 0
        self._ended = self._closed = False
        self._fault: BaseException | None = None

    # --- the thread's side

    def begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        """Say what kind of answer it is; until something is written it may be said again."""
        self.status, self.headers = status, headers

    def write(self, piece: bytes) -> None:
        """Add to the body; raise ``ReaderGoneError`` where the client is away."""
        with self._lock:
            if self._closed:
                raise ReaderGoneError
            self._kept.seek(self._written)
            self._kept.write(piece)
            self._written += len(piece)
        self._tell()

    def end(self, fault: BaseException | None = None) -> None:
        """Say that nothing more comes, and why if it should have."""
        self._fault = fault
        self._ended = True
        self._tell()

    def _tell(self) -> None:
        # The loop is closed when the server stops without waiting.
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._something_new.set)

    # --- the client's side

    async def pieces(self) -> AsyncIterator[tuple[bytes, bool]]:
        """Yield the body, piece by piece, each with whether more comes; raise the fault of the thread."""
        position = 0
        while True:
            # In this order: what was written before the end is written when the end is seen.
            ended = self._ended
            piece = self._read(position)
            position += len(piece)
            if ended and self._fault:
                raise self._fault
            if piece or ended:
                more = not ended or position < self._written
                yield piece, more
                if not more:
                    return
                continue
            await self._something_new.wait()
            self._something_new.clear()

    def _read(self, position: int) -> bytes:
        with self._lock:
            self._kept.seek(position)
            return self._kept.read(PIECE)

    def close(self) -> None:
        """Let go of what was kept; the thread learns of it when it next writes."""
        with self._lock:
            self._closed = True
            self._kept.close()
