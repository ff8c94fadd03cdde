"""Makes Ctrl-C, ``kill`` and a closed terminal visible to an event loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType, TracebackType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(KeyboardInterrupt):
    """Somebody asked to stop everything. Not an ``Exception``, so that ``except Exception`` does not catch it."""


class StopSignals:
    """Counts stop signals; ``socket`` becomes readable when any signal arrives, also at the end of a child."""

    def __init__(self) -> None:
        self.count, self.last = 0, 0
        self.socket, self._waker = socket.socketpair()
        self.socket.setblocking(False)
        self._waker.setblocking(False)

    def __enter__(self) -> StopSignals:
        self._before = {number: signal.signal(number, self._note) for number in STOP_SIGNALS}
        # The end of a child must wake the loop too; Python needs a handler to notice the signal.
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
        """Empty the socket; the count of stop signals stays."""
        try:
            while self.socket.recv(4096):
                continue
        except BlockingIOError:
            return

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.count += 1
        self.last = number
