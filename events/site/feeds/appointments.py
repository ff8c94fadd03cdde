"""Which dates are appointments, and how they are written (RFC 5545, 3.3.4 and 3.3.5).

A calendar draws an hour, a day or some days in a row.  A date that is open or less exact than a month would cover them
all like a thing that lasts, so it is none.  Clock times are those of the text's own place ("floating"): what is kept of
a text has no zone, and a calendar that shifted them would make them wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from events.site.feeds.ical import Line

#: The days of the longest month.
_MONTH = 31
#: The events that have an appointment.
FITTING = Q(first_day__isnull=False, last_day__lte=F("first_day") + timedelta(days=_MONTH - 1))


@dataclass(frozen=True, slots=True)
class Appointment:
    """``exact``: the day, or from which minute to which; else it is some time within these days."""

    lines: tuple[Line, ...]
    exact: bool


def appointment(edtf: str, first: date, last: date) -> Appointment:
    """Of a date with both ends, ``first`` and ``last`` as they are read from ``edtf``."""
    clocks = [_clock(side) for side in edtf.rstrip("~?%").split("/")]
    if all(clocks):
        names = ("DTSTART", "DTEND") if clocks[0] < clocks[-1] else ("DTSTART",)
        return Appointment(
            tuple(Line(name, clock, plain=True) for name, clock in zip(names, clocks, strict=False)), exact=True
        )
    return Appointment(tuple(_days(first, last)), exact=first == last)


def _days(first: date, last: date) -> Iterator[Line]:
    yield Line("DTSTART;VALUE=DATE", _written(first), plain=True)
    if last < date.max:  # its end is the day after
        yield Line("DTEND;VALUE=DATE", _written(last + timedelta(days=1)), plain=True)


def _written(day: date) -> str:
    """``strftime`` writes years before 1000 without their zeros."""
    return day.isoformat().replace("-", "")


def _clock(edtf: str) -> str:
    """A minute or second in the calendar's digits; "" for what is no clock time."""
    day, _, clock = edtf.rstrip("~?%").partition("T")
    return f"{day.replace('-', '')}T{clock.replace(':', ''):0<6}" if clock else ""
