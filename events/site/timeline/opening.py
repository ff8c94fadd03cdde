"""Choosing the stretch of time that a reader sees first: the latest one with enough events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

#: Events in the first stretch: with fewer it looks empty, with more they hide each other.
ENOUGH = 60
#: If there are few events, this share of them is enough.
MOST = 0.7
#: If there are no events, the stretch is a year around today.
HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def shifted(self, times: int) -> Stretch:
        """The stretch of the same length ``times`` lengths later (negative: earlier), within Python's calendar."""
        length = self.last - self.first + timedelta(days=1)
        try:
            return Stretch(self.first + times * length, self.last + times * length)
        except OverflowError:
            return Stretch(date.min, self.first) if times < 0 else Stretch(self.last, date.max)


def opening(bins: Sequence[tuple[date, date, int]], today: date, enough: int = ENOUGH) -> Stretch:
    """The stretch from today back until there are enough events.

    ``bins`` are the histogram of all time: (first day, last day, count).  Events planned after today are included if
    they are within a third of the stretch's length.
    """
    filled = [bin_ for bin_ in bins if bin_[2]]
    if not filled:
        return Stretch(today - HALF_A_YEAR, today + HALF_A_YEAR)
    past = [bin_ for bin_ in filled if bin_[0] <= today] or filled
    first, last = _back(past, min(enough, ceil(MOST * sum(bin_[2] for bin_ in past)))), past[-1][1]
    soon = [bin_[1] for bin_ in filled if last < bin_[0] <= _widened(last, last, (last - first).days // 3).last]
    return _with_margin(first, max(soon, default=last))


def _back(bins: Sequence[tuple[date, date, int]], enough: int) -> date:
    """The first day of the latest bins that together have ``enough`` events."""
    count = 0
    for first, _last, events in reversed(bins):
        count += events
        if count >= enough:
            return first
    return bins[0][0]


def around(first: date | None, last: date | None) -> Stretch | None:
    """A stretch with room on both sides of an event's days; None if neither end of its date is known."""
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    return _widened(start, end, max(2 * (end - start).days, 15))


def opened(pk: int, first: date | None, last: date | None) -> dict[str, str]:
    """The parameters of an address for the timeline with this event open and its neighbours around it."""
    stretch = around(first, last)
    window = {"from": stretch.first.isoformat(), "to": stretch.last.isoformat()} if stretch else {}
    return {"event": str(pk)} | window


def _with_margin(first: date, last: date) -> Stretch:
    """The stretch with a twentieth more on either side, so that no event is at the very edge."""
    return _widened(first, last, max((last - first).days // 20, 3))


def _widened(first: date, last: date, days: int) -> Stretch:
    """The stretch with so many more days on either side, within Python's calendar."""
    return Stretch(
        date.fromordinal(max(first.toordinal() - days, date.min.toordinal())),
        date.fromordinal(min(last.toordinal() + days, date.max.toordinal())),
    )
