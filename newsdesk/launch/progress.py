"""Prints steps and how long they took to the terminal, between the lines that programs write."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Whether the line of a step has been begun and its seconds are still to come; other lines then begin on a new line.
_line_is_open = False


def say(line: str) -> None:
    """Print one line at once, even if standard output is a file."""
    write_log(f"{line}\n")


def write_log(lines: str) -> None:
    """Print complete lines, each with its end of line."""
    global _line_is_open
    if _line_is_open:
        print()
        _line_is_open = False
    print(lines, end="", flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print ``what`` before the ``with`` block and its seconds, or "failed", after it."""
    global _line_is_open
    write_log(f"  {what} … ")
    _line_is_open = True
    started = time.monotonic()
    outcome = "failed"
    try:
        yield
        outcome = f"{time.monotonic() - started:.1f} s"
    finally:
        again = "" if _line_is_open else f"  {what}: "
        _line_is_open = False
        print(f"{again}{outcome}", flush=True)


def complain(line: str) -> None:
    """Print one line to standard error, on a line of its own."""
    write_log("")
    print(f"newsdesk: {line}", file=sys.stderr, flush=True)
