"""Ends the children of a supervisor that was killed, on systems where the kernel does not do that.

The guard is a separate process that reads from a pipe to which only the supervisor writes. When the supervisor dies,
for whatever reason, the pipe closes, and the guard signals the programs that are left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable


class Guard:
    """Starts the guard process and tells it about children; this is the supervisor's end of the pipe."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, text=True, bufsize=1, start_new_session=True
        )

    def watch(self, pid: int, last_signal: int) -> None:
        """Have this process group sent ``last_signal`` if we die."""
        self._write(f"{pid} {int(last_signal)}")

    def forget(self, pid: int) -> None:
        """Stop watching a process group that has ended, because its number may be used again."""
        self._write(f"{pid} 0")

    def close(self) -> None:
        """End the guard. Call this when all children have ended."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


def keep_watch(lines: Iterable[str]) -> dict[int, int]:
    """Read lines until the supervisor's end of the pipe closes; return process group → signal for those left."""
    left: dict[int, int] = {}
    for line in lines:
        pid, number = map(int, line.split())
        if number:
            left[pid] = number
        else:
            left.pop(pid, None)
    return left


def end(groups: dict[int, int]) -> None:
    """Send each process group its signal, if it still exists."""
    for pid, number in groups.items():
        try:
            os.killpg(pid, number)
        except ProcessLookupError:
            continue


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(keep_watch(sys.stdin))
