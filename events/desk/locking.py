"""Writes that touch events take turns.

Linking reads all events about a day and then joins or founds one; a merge or an edit at the same moment would
be overwritten or would lock the same rows in another order.  Such writes are short, so they go one at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
_TURN = 0x6E657773


def wait_for_turn() -> None:
    """Hold the only turn until the transaction ends.  A lock on an article is taken before, never after."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


def in_turn(write: Callable[P, R]) -> Callable[P, R]:
    """A write as one transaction that begins by waiting for its turn."""

    @wraps(write)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic():
            wait_for_turn()
            return write(*args, **kwargs)

    return waiting
