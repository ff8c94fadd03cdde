"""A lock that lets only one write to events happen at a time.

Linking reads all events around a day and then joins one or creates one.  A merge or an edit at the same moment could be
overwritten, or could lock the same rows in another order.  These writes are short, so they wait for each other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
#: The key of the advisory lock: "news" in ASCII.
_TURN = 0x6E657773


def wait_for_turn() -> None:
    """Take the lock, waiting for it if necessary, and hold it until the transaction ends.

    To avoid deadlocks, lock an article's row before calling this, never after.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


def in_turn(write: Callable[P, R]) -> Callable[P, R]:
    """A decorator: run the function in a transaction that first takes the lock of ``wait_for_turn``."""

    @wraps(write)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            wait_for_turn()
            return write(*args, **kwargs)

    return waiting
