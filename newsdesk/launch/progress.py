"""Says on the terminal what is being done and how long it took, among the lines that programs write."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Whether a step's line is waiting for its seconds, so that other lines begin below it.
_line_is_open = False


def say(line: str) -> None:
    """Print one line at once, also where standard output is a file."""
    write_log(f"{line}\n")


def write_log(lines: str) -> None:
    """Print whole lines as they are."""
    global _line_is_open
    if _line_is_open:
        print()
        _line_is_open = False
    print(lines, end="", flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print ``what`` before the work and its seconds after it."""
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
    """Print one line to standard error, apart from what was said before."""
    write_log("")
    print(f"newsdesk: {line}", file=sys.stderr, flush=True)
