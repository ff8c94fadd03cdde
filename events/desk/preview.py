"""What a write would do, seen before anybody decides on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def taken_back() -> Iterator[None]:
    """All that is written inside is taken back at the end; rows that were read inside keep what they held."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
