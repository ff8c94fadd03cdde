"""From dates to the start and end of calendar entries (RFC 5545, 3.3.4 and 3.3.5).

Dates that are open or less exact than a month get no entry, because a calendar would draw them over all their days as
if the event lasted so long.  Clock times are written without a zone ("floating"), because texts give local times whose
zone is not known; a calendar must not convert them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from events.site.feeds.ical import Line

#: Days of the longest month.
_MONTH = 31
#: A condition: the event has a date that is exact enough for an entry.
FITTING = Q(first_day__isnull=False, last_day__lte=F("first_day") + timedelta(days=_MONTH - 1))


@dataclass(frozen=True, slots=True)
class Appointment:
    """Start and end of an entry.  ``exact``: it is on this day, or between these minutes; else some time within."""

    lines: tuple[Line, ...]
    exact: bool


def appointment(edtf: str, first: date, last: date) -> Appointment:
    """The appointment for a date with both ends known; ``first`` and ``last`` are the days of ``edtf``."""
    clocks = [_clock(side) for side in edtf.rstrip("~?%").split("/")]
    if all(clocks):
        names = ("DTSTART", "DTEND") if clocks[0] < clocks[-1] else ("DTSTART",)
        return Appointment(
            tuple(Line(name, clock, plain=True) for name, clock in zip(names, clocks, strict=False)), exact=True
        )
    return Appointment(tuple(_days(first, last)), exact=first == last)


def _days(first: date, last: date) -> Iterator[Line]:
    yield Line("DTSTART;VALUE=DATE", _written(first), plain=True)
    if last < date.max:  # DTEND is the day after the last
        yield Line("DTEND;VALUE=DATE", _written(last + timedelta(days=1)), plain=True)


def _written(day: date) -> str:
    """A day as YYYYMMDD.  Not with ``strftime``, which writes years before 1000 without leading zeros."""
    return day.isoformat().replace("-", "")


def _clock(edtf: str) -> str:
    """One end of a date as YYYYMMDDTHHMMSS; "" if it has no clock time."""
    day, _, clock = edtf.rstrip("~?%").partition("T")
    return f"{day.replace('-', '')}T{clock.replace(':', ''):0<6}" if clock else ""
