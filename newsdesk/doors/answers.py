"""A buffer for an answer, between the thread that writes it and a client that may read slowly.

The thread never waits for the client.  The whole answer is kept: in memory if it is short, in an unnamed temporary file
if it is long (an export, a large script).  So fifty clients that do not read occupy neither threads nor memory.
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import AsyncIterator

#: Bytes that are sent at once.
PIECE = 64 * 1024
#: Answers with more bytes are kept in a file.
IN_MEMORY = 1024 * 1024


class ReaderGoneError(Exception):
    """The client has gone, and nobody will read the rest of the answer."""


class Answer:
    """An answer that one thread writes with ``begin``, ``write`` and ``end``, and the event loop reads with ``pieces``.

    It must be created on the event loop.
    """

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

    # --- called on the thread

    def begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        """Set status and headers; this may be called again until something is written."""
        self.status, self.headers = status, headers

    def write(self, piece: bytes) -> None:
        """Append to the body; raises ``ReaderGoneError`` if the client has gone."""
        with self._lock:
            if self._closed:
                raise ReaderGoneError
            self._kept.seek(self._written)
            self._kept.write(piece)
            self._written += len(piece)
        self._wake_reader()

    def end(self, fault: BaseException | None = None) -> None:
        """Mark the end of the answer; ``fault`` is the exception that cut it off, if there was one."""
        self._fault = fault
        self._ended = True
        self._wake_reader()

    def _wake_reader(self) -> None:
        # The loop is closed if the server stopped without waiting for this thread.
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._something_new.set)

    # --- called on the event loop

    async def pieces(self) -> AsyncIterator[tuple[bytes, bool]]:
        """Yield (piece of the body, whether more will follow); raises the exception that cut the answer off."""
        position = 0
        while True:
            # Look for the end before reading: then everything that was written before the end is read.
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
        """Delete the buffer.  If the thread is still writing, its next ``write`` raises ``ReaderGoneError``."""
        with self._lock:
            self._closed = True
            self._kept.close()
