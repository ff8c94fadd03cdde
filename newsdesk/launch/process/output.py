"""What programs say: cut into lines, which go to files of bounded size or, with their names, to one terminal."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

COLOURS = (36, 32, 33, 35, 34, 31)
NAME_WIDTH = 8
LONGEST_LINE = 64 * 1024
LINES_REMEMBERED = 20
# Of each program: the file it says things to now, and so many older ones.
LOG_BYTES = 2_000_000
OLDER_LOGS = 3

Show = Callable[[str], object]


class Lines:
    """Cuts a stream of bytes into lines and shows each."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._rest = b""
        self.last: deque[str] = deque(maxlen=LINES_REMEMBERED)

    def feed(self, some: bytes) -> None:
        """Take bytes as they come, with lines cut anywhere, also within a character."""
        *lines, self._rest = (self._rest + some).split(b"\n")
        for line in lines:
            self._show_line(line)
        if len(self._rest) > LONGEST_LINE:
            self.finish()

    def finish(self) -> None:
        """Show what came without a line's end."""
        if self._rest:
            self._show_line(self._rest)
            self._rest = b""

    def _show_line(self, line: bytes) -> None:
        told = line.decode("utf-8", errors="replace").rstrip("\r")
        self.last.append(told)
        self._show(told)


def with_name(name: str, write: Show, colour: int | None = None) -> Show:
    """Return what writes a program's lines to a terminal, each with the name of who said it before it."""
    prefix = f"{name:<{NAME_WIDTH}} | "
    if colour is not None:
        prefix = f"\033[{colour}m{prefix}\033[0m"
    return lambda told: write(f"{prefix}{told}\n")


class Log:
    """A program's lines in a file, each with the time; when it is full, a new one is begun and the oldest goes."""

    def __init__(self, folder: Path, name: str, otherwise: Show) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / f"{name}.log"
        self._handler = _Rotating(self.file, otherwise)

    def __call__(self, told: str) -> None:
        """Keep a line."""
        self._handler.handle(logging.LogRecord("", logging.INFO, "", 0, told, None, None))

    def close(self) -> None:
        """Close the file; what a full disk did not take was shown as it came."""
        with suppress(OSError):
            self._handler.close()


class Outputs:
    """Where the lines of each program go: to a file in ``folder``, and with ``show``, or without one, to ``write``."""

    def __init__(self, write: Show, folder: Path | None, *, show: bool, colour: bool) -> None:
        self._write, self._folder, self._colour = write, folder, colour
        self._show = show or folder is None
        self._logs: dict[str, Log] = {}

    def of(self, name: str, number: int) -> Show:
        """Return what happens to the lines of the program that is started as the ``number``-th of those that run."""
        terminal = with_name(name, self._write, COLOURS[number % len(COLOURS)] if self._colour else None)
        if self._folder is None:
            return terminal
        log = self._logs.setdefault(name, Log(self._folder, name, otherwise=terminal))
        if not self._show:
            return log

        def both(told: str) -> None:
            log(told)
            terminal(told)

        return both

    def file_of(self, name: str) -> Path | None:
        """The file that keeps the lines of a program, if one does."""
        log = self._logs.get(name)
        return log.file if log else None

    def close(self) -> None:
        """Close all files."""
        for log in self._logs.values():
            log.close()


def _private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


class _Rotating(RotatingFileHandler):
    def __init__(self, file: Path, otherwise: Show) -> None:
        super().__init__(file, maxBytes=LOG_BYTES, backupCount=OLDER_LOGS, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._otherwise = otherwise

    def _open(self) -> TextIOWrapper:
        """Open a file that its owner alone reads: errors quote what articles and editors say."""
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (the library's name)
        """A line that no file takes (a full disk) is shown: it may say why."""
        self._otherwise(record.getMessage())
