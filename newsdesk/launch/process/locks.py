"""Locks that keep two runs in the same folder from disturbing each other."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import LaunchError

# The children of a killed supervisor hold its lock until they have ended, which may take a moment.
LEFTOVERS_SECONDS = 20.0


@contextmanager
def only_one(file: Path, *, advice: str, patience: float = LEFTOVERS_SECONDS) -> Iterator[int]:
    """Hold a lock file during the ``with`` block; gives its descriptor, which children should hold open as well.

    Raises ``LaunchError`` with the advice: at once if the process that holds the lock lives, after ``patience`` seconds
    if only its children do.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor, advice, time.monotonic() + patience)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def one_after_another(file: Path) -> Iterator[None]:
    """Hold a lock file during the ``with`` block, after waiting for any other holder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _take(descriptor: int, advice: str, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 32, 0).decode(errors="replace")
            if _lives(holder) or time.monotonic() > deadline:
                raise LaunchError(f"{advice} (process {holder or 'unknown'})") from None
            time.sleep(0.05)
        else:
            return


def _lives(holder: str) -> bool:
    if not holder.isdigit():
        return True  # it has the lock but has not written its process number yet
    try:
        os.kill(int(holder), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
