"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from typing import TextIO

_WIDTH = 30
#: The exit status that shells give for Ctrl-C.
INTERRUPTED = 130


class Progress:
    """``total`` is how much there is to read, in bytes or articles; None where it cannot be known (a pipe)."""

    def __init__(self, total: int | None, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty()
        self._total = total
        self._read = self._articles = 0

    def step(self, size: int) -> None:
        """One article is done, which is so much of the total."""
        self._read += size
        self._articles += 1
        if self._shown:
            self._stream.write(f"\r{self._bar()}{self._articles} articles")
            self._stream.flush()

    def close(self) -> None:
        if self._shown and self._articles:
            self._stream.write("\n")

    def _bar(self) -> str:
        if not self._total:
            return ""
        share = min(self._read / self._total, 1.0)
        filled = round(share * _WIDTH)
        return f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {share:4.0%} "
