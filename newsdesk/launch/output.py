"""Lines of many programs on one terminal, each with the name of who said it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

COLOURS = (36, 32, 33, 35, 34, 31)
NAME_WIDTH = 8
LONGEST_LINE = 64 * 1024
LINES_REMEMBERED = 20


class PrefixedLines:
    """Cuts a stream of bytes into lines and writes each with its program's name before it."""

    def __init__(self, name: str, write: Callable[[str], object], colour: int | None = None) -> None:
        prefix = f"{name:<{NAME_WIDTH}} | "
        self._prefix = prefix if colour is None else f"\033[{colour}m{prefix}\033[0m"
        self._write = write
        self._rest = b""
        self.last: deque[str] = deque(maxlen=LINES_REMEMBERED)

    def feed(self, some: bytes) -> None:
        """Take bytes as they come, with lines cut anywhere, also within a character."""
        *lines, self._rest = (self._rest + some).split(b"\n")
        for line in lines:
            self._write_line(line)
        if len(self._rest) > LONGEST_LINE:
            self.finish()

    def finish(self) -> None:
        """Write what came without a line's end."""
        if self._rest:
            self._write_line(self._rest)
            self._rest = b""

    def _write_line(self, line: bytes) -> None:
        told = line.decode("utf-8", errors="replace").rstrip("\r")
        self.last.append(told)
        self._write(f"{self._prefix}{told}\n")
