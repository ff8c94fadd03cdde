"""Trying out a write to see what it would do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back() -> Iterator[None]:
    """Undo all writes of the ``with`` block at its end; model instances in memory keep their values."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
