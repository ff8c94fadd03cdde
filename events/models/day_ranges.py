"""Reading PostgreSQL's ranges of days, including those that end with the last day of Python's calendar.

PostgreSQL writes ``[9999-01-01,9999-12-31]`` as ``[9999-01-01,10000-01-01)``, and Python has no day 10000-01-01.
"""

from __future__ import annotations

from datetime import date

import psycopg
from psycopg.abc import Buffer
from psycopg.types.range import DateRangeLoader, Range

#: How PostgreSQL writes the end of a range whose last day is 9999-12-31.
_BEHIND_THE_CALENDAR = b",10000-01-01)"


class CalendarsEndLoader(DateRangeLoader):
    """Reads a range that ends with the calendar as a range with an open end."""

    def load(self, data: Buffer) -> Range[date]:
        return super().load(bytes(data).replace(_BEHIND_THE_CALENDAR, b",)"))


def register() -> None:
    """Use the loader for all connections of this process.  Call it before the first connection is made."""
    psycopg.adapters.register_loader("daterange", CalendarsEndLoader)
