"""Which stretch of time a reader sees first: the latest one, up to today, with enough to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

#: Fewer look empty, more hide each other; where there are few at all, this share of them.
ENOUGH = 60
MOST = 0.7
#: Without any event: the year around today.
HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included."""

    first: date
    last: date

    def shifted(self, times: int) -> Stretch:
        """The neighbouring stretch of the same length, cut at the calendar's ends."""
        length = self.last - self.first + timedelta(days=1)
        try:
            return Stretch(self.first + times * length, self.last + times * length)
        except OverflowError:
            return Stretch(date.min, self.first) if times < 0 else Stretch(self.last, date.max)


def opening(bins: Sequence[tuple[date, date, int]], today: date, enough: int = ENOUGH) -> Stretch:
    """From the density of the whole time (first day, last day, count): from today back, until there is enough to read.

    What is planned soon after, within a third of that time, is shown too.
    """
    filled = [bin_ for bin_ in bins if bin_[2]]
    if not filled:
        return Stretch(today - HALF_A_YEAR, today + HALF_A_YEAR)
    past = [bin_ for bin_ in filled if bin_[0] <= today] or filled
    first, last = _back(past, min(enough, ceil(MOST * sum(bin_[2] for bin_ in past)))), past[-1][1]
    soon = [bin_[1] for bin_ in filled if last < bin_[0] <= _widened(last, last, (last - first).days // 3).last]
    return _with_margin(first, max(soon, default=last))


def _back(bins: Sequence[tuple[date, date, int]], enough: int) -> date:
    """The first day of the latest bins that together hold enough."""
    count = 0
    for first, _last, events in reversed(bins):
        count += events
        if count >= enough:
            return first
    return bins[0][0]


def around(first: date | None, last: date | None) -> Stretch | None:
    """A stretch in which an event stands with its neighbours on both sides; None where it has no day at all."""
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    return _widened(start, end, max(2 * (end - start).days, 15))


def opened(pk: int, first: date | None, last: date | None) -> dict[str, str]:
    """What an address asks for where the timeline shall stand with this event open and its neighbours around it."""
    stretch = around(first, last)
    window = {"from": stretch.first.isoformat(), "to": stretch.last.isoformat()} if stretch else {}
    return {"event": str(pk)} | window


def _with_margin(first: date, last: date) -> Stretch:
    """A twentieth on either side, so that no event stands on the frame's edge."""
    return _widened(first, last, max((last - first).days // 20, 3))


def _widened(first: date, last: date, days: int) -> Stretch:
    """Longer by so many days on either side, inside the calendar."""
    return Stretch(
        date.fromordinal(max(first.toordinal() - days, date.min.toordinal())),
        date.fromordinal(min(last.toordinal() + days, date.max.toordinal())),
    )
