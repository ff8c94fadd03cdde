"""Waiting for what other processes do, with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0
PAUSE = 0.02


def eventually(
    condition: Callable[[], bool], turn: Callable[[float], None] = time.sleep, *, within: float = PATIENCE
) -> None:
    """Take turns until the condition holds, and fail if it does not in good time."""
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in good time"
        turn(PAUSE)
