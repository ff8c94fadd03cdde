"""Turns Ctrl-C, ``kill`` and a closed terminal into something a loop can look at."""

from __future__ import annotations

import signal
import socket
from types import FrameType, TracebackType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(KeyboardInterrupt):
    """Somebody wants everything stopped; nothing that catches errors may swallow it."""


class StopSignals:
    """Counts requests to stop; its socket becomes readable whenever any signal arrives."""

    def __init__(self) -> None:
        self.count, self.last = 0, 0
        self.socket, self._waker = socket.socketpair()
        self.socket.setblocking(False)
        self._waker.setblocking(False)

    def __enter__(self) -> StopSignals:
        self._before = {number: signal.signal(number, self._note) for number in STOP_SIGNALS}
        # A child's end wakes the loop too; without a handler Python would not notice it.
        self._before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        self._waker_before = signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(self._waker_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self.socket.close()
        self._waker.close()

    def drain(self) -> None:
        """Forget which signals woke the loop; the count stays."""
        try:
            while self.socket.recv(4096):
                continue
        except BlockingIOError:
            return

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.count += 1
        self.last = number
