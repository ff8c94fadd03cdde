"""The output of programs: split into lines that go to log files of limited size or, with names, to the terminal."""

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
LONGEST_LINE = 64 * 1024  # in bytes; longer lines are cut
LINES_REMEMBERED = 20
LOG_BYTES = 2_000_000  # a log file that reaches this size is rotated
OLDER_LOGS = 3  # how many rotated files are kept for each program

#: Takes one line.
Show = Callable[[str], object]


class Lines:
    """Splits a stream of bytes into lines, passes each to ``show``, and remembers the last ones."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._rest = b""
        self.last: deque[str] = deque(maxlen=LINES_REMEMBERED)

    def feed(self, some: bytes) -> None:
        """Take the next bytes of the stream, which may end anywhere, even within a character."""
        *lines, self._rest = (self._rest + some).split(b"\n")
        for line in lines:
            self._show_line(line)
        if len(self._rest) > LONGEST_LINE:
            self.finish()

    def finish(self) -> None:
        """Show what is left without an end of line."""
        if self._rest:
            self._show_line(self._rest)
            self._rest = b""

    def _show_line(self, line: bytes) -> None:
        text = line.decode("utf-8", errors="replace").rstrip("\r")
        self.last.append(text)
        self._show(text)


def with_name(name: str, write: Show, colour: int | None = None) -> Show:
    """Return a function that writes a program's lines with its name in front, in an ANSI colour if one is given."""
    prefix = f"{name:<{NAME_WIDTH}} | "
    if colour is not None:
        prefix = f"\033[{colour}m{prefix}\033[0m"
    return lambda line: write(f"{prefix}{line}\n")


class Log:
    """Writes a program's lines to a file, each with the time; full files are rotated and the oldest is deleted."""

    def __init__(self, folder: Path, name: str, otherwise: Show) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / f"{name}.log"
        self._handler = _Rotating(self.file, otherwise)

    def __call__(self, line: str) -> None:
        """Write a line."""
        self._handler.handle(logging.LogRecord("", logging.INFO, "", 0, line, None, None))

    def close(self) -> None:
        """Close the file. Errors are ignored: lines that could not be written were shown when they came."""
        with suppress(OSError):
            self._handler.close()


class Outputs:
    """Decides where each program's lines go: to a file in ``folder``, to ``write`` (the terminal), or to both.

    Without a folder they go to ``write``; with one they go there too only if ``show``.
    """

    def __init__(self, write: Show, folder: Path | None, *, show: bool, colour: bool) -> None:
        self._write, self._folder, self._colour = write, folder, colour
        self._show = show or folder is None
        self._logs: dict[str, Log] = {}

    def of(self, name: str, number: int) -> Show:
        """Return a function that takes the lines of a program; ``number`` chooses its colour."""
        terminal = with_name(name, self._write, COLOURS[number % len(COLOURS)] if self._colour else None)
        if self._folder is None:
            return terminal
        log = self._logs.setdefault(name, Log(self._folder, name, otherwise=terminal))
        if not self._show:
            return log

        def both(line: str) -> None:
            log(line)
            terminal(line)

        return both

    def file_of(self, name: str) -> Path | None:
        """Return the program's log file; None if its lines go to the terminal only."""
        log = self._logs.get(name)
        return log.file if log else None

    def close(self) -> None:
        """Close all log files."""
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
        """Open a file that only its owner can read, because errors may quote articles and what editors typed."""
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (the library's name)
        """Show a line that cannot be written (the disk is full, say), as it may explain why."""
        self._otherwise(record.getMessage())
