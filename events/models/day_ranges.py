"""Ranges of days as PostgreSQL sends them, also those that reach the end of Python's calendar.

PostgreSQL writes ``[9999-01-01,9999-12-31]`` as ``[9999-01-01,10000-01-01)``, a day that Python does not have.
"""

from __future__ import annotations

from datetime import date

import psycopg
from psycopg.abc import Buffer
from psycopg.types.range import DateRangeLoader, Range

#: The end, not included, of what ends on 9999-12-31.
_BEHIND_THE_CALENDAR = b",10000-01-01)"


class CalendarsEndLoader(DateRangeLoader):
    """Reads a range that ends with the calendar as one whose end is open."""

    def load(self, data: Buffer) -> Range[date]:
        return super().load(bytes(data).replace(_BEHIND_THE_CALENDAR, b",)"))


def register() -> None:
    """For every connection of this process; called before the first is made."""
    psycopg.adapters.register_loader("daterange", CalendarsEndLoader)
