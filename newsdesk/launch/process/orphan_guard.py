"""Ends the children of a supervisor that was killed, where the kernel does not do it.

A guard is a process of its own that reads from a pipe which only the supervisor writes to. When
the supervisor dies, however it dies, the pipe closes, and the guard signals whoever is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable


class Guard:
    """The supervisor's end of the pipe."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, text=True, bufsize=1, start_new_session=True
        )

    def watch(self, pid: int, last_signal: int) -> None:
        """Name a child's process group and what to send it should we die."""
        self._tell(f"{pid} {int(last_signal)}")

    def forget(self, pid: int) -> None:
        """A child has ended; its number may soon be somebody else's."""
        self._tell(f"{pid} 0")

    def close(self) -> None:
        """Let the guard go; call it when all children have ended."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


def keep_watch(lines: Iterable[str]) -> dict[int, int]:
    """Read until the supervisor's end closes; return the process groups left and their signals."""
    left: dict[int, int] = {}
    for line in lines:
        pid, number = map(int, line.split())
        if number:
            left[pid] = number
        else:
            left.pop(pid, None)
    return left


def end(groups: dict[int, int]) -> None:
    """Signal every group that still lives."""
    for pid, number in groups.items():
        try:
            os.killpg(pid, number)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(keep_watch(sys.stdin))
