"""Running Django on threads that never wait for a client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.http import FileResponse
from django.utils import translation

from newsdesk.doors.answers import PIECE, Answer, ReaderGoneError
from newsdesk.doors.bodies import Scope, Send
from newsdesk.doors.environ import environ_of

WsgiApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
#: Threads for streaming answers (exports of tens of thousands of rows), so that pages need not wait for those.
EXPORT_THREADS = 1


class Pages:
    """A WSGI application on a fixed number of threads, which keep their database connections between requests."""

    def __init__(self, application: WsgiApplication, threads: int) -> None:
        self._application = application
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="page")
        self._exports = ThreadPoolExecutor(EXPORT_THREADS, thread_name_prefix="export")

    async def answer(self, scope: Scope, body: bytes, send: Send) -> None:
        """Let the application answer a request, and send the answer as fast as the client takes it."""
        answer = Answer()
        work = asyncio.get_running_loop().run_in_executor(self.pool, self._write, environ_of(scope, body), answer)
        try:
            begun = False
            async for piece, more in answer.pieces():
                if not begun:
                    begun = True
                    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
                await send({"type": "http.response.body", "body": piece, "more_body": more})
        finally:
            answer.close()
        await work

    def _write(self, environ: dict[str, Any], answer: Answer) -> None:
        """Run the application and write its answer; called on a thread."""

        def start_response(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
            answer.begin(int(status.split(" ", 1)[0]), headers_of(headers))

        try:
            written = self._application(environ, start_response)
        except Exception as fault:  # noqa: BLE001 (raised again where the answer is read)
            answer.end(fault)
            return
        if environ["REQUEST_METHOD"] == "HEAD":
            _pour((), answer, written)
        elif getattr(written, "streaming", False) and not isinstance(written, FileResponse):
            self._exports.submit(_pour_in, translation.get_language(), written, answer)
        else:
            _pour(written, answer, written)


def headers_of(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """Headers in ASGI's form: bytes, with lower-case names."""
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]


def _pour_in(language: str, written: Iterable[bytes], answer: Answer) -> None:
    """``_pour`` on another thread, with the language that was active in the view."""
    with translation.override(language):
        _pour(written, answer, written)


def _pour(pieces: Iterable[bytes], answer: Answer, written: Iterable[bytes]) -> None:
    """Write the pieces into the answer, gathered into larger ones, and close the response ``written``."""
    fault = None
    try:
        gathered = bytearray()
        for piece in pieces:
            gathered += piece
            if len(gathered) >= PIECE:
                answer.write(bytes(gathered))
                gathered.clear()
        if gathered:
            answer.write(bytes(gathered))
    except ReaderGoneError:
        pass
    except Exception as error:  # noqa: BLE001 (raised again where the answer is read)
        fault = error
    finally:
        answer.end(fault)
        close = getattr(written, "close", None)
        if close:
            close()
