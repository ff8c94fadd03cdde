"""A program under the supervisor: its current process, its output, and how often it died."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Sequence
from typing import IO

from .output import Lines
from .program import Program

DEATHS_TOLERATED = 5
WITHIN_SECONDS = 60.0
LONGEST_PAUSE = 8.0
READ_BYTES = 65536


class Child:
    """A program under the supervisor, with its current process; it can be started again.

    ``again_at`` is the monotonic time of the next start after a death, or None.
    """

    def __init__(self, program: Program, lines: Lines, keep: Sequence[int]) -> None:
        self.program, self.lines, self._keep = program, lines, keep
        self.again_at: float | None = None
        self._deaths: deque[float] = deque(maxlen=DEATHS_TOLERATED)
        self.start()

    def start(self) -> None:
        """Start a process for the program."""
        self.again_at = None
        self.process = self.program.start(self._keep)
        if self.output:
            os.set_blocking(self.output.fileno(), False)

    def start_when_due(self) -> bool:
        """Start the program again if the pause after its death is over; return whether it was started."""
        if self.again_at is None or time.monotonic() < self.again_at:
            return False
        self.start()
        return True

    @property
    def output(self) -> IO[bytes] | None:
        """The pipe with its standard output and error; None for a foreground program."""
        return self.process.stdout

    @property
    def runs(self) -> bool:
        """Whether its process is running."""
        return self.process.poll() is None

    def read(self) -> bool:
        """Pass on new output; return False at its end."""
        assert self.output is not None
        try:
            some = os.read(self.output.fileno(), READ_BYTES)
        except BlockingIOError:
            return True
        self.lines.feed(some)
        return bool(some)

    def close_output(self) -> None:
        """Pass on the last output of a process that has ended."""
        if self.output:
            self._drain(self.output)
            self.lines.finish()
            self.output.close()

    def _drain(self, output: IO[bytes]) -> None:
        try:
            while some := os.read(output.fileno(), READ_BYTES):
                self.lines.feed(some)
        except BlockingIOError:
            return  # a grandchild still holds the pipe; its output does not matter

    def signal(self, number: int) -> None:
        """Signal the process, if it is running, but not its children."""
        if self.runs:
            self.process.send_signal(number)

    def kill_all(self) -> None:
        """Kill the process and everything it started.

        A foreground program shares our process group, so there only the process itself is killed.
        """
        if self.program.foreground:
            self.process.kill()
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def note_death(self) -> float | None:
        """Record a death, and return the seconds until the next start, or None if it has died too often."""
        now = time.monotonic()
        self._deaths.append(now)
        recent = sum(1 for death in self._deaths if now - death < WITHIN_SECONDS)
        if recent >= DEATHS_TOLERATED:
            return None
        pause = 0.0 if recent == 1 else min(2.0 ** (recent - 2), LONGEST_PAUSE)
        self.again_at = now + pause
        return pause
