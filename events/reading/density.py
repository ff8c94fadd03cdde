"""How many events there are where: the window cut into equal bins, each event counted once, in SQL.

An event stands in the bin of its middle day (an open interval at its known end); one that reaches into the
window from outside stands in the bin at that edge, so the counts of all bins are the window's total.

Bins lie on a grid of whole days counted from the calendar's first, so that moving the window does not move
them; the first and the last are cut off at the window's edges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Func, IntegerField, Value

from events.models.querysets import EventQuerySet

#: About one bar for every ten pixels of a wide screen.
BINS = 120


@dataclass(frozen=True, slots=True)
class Bin:
    """Days from first to last, both included, and the number of events that stand there."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A window's days, both included, and its bins of equally many days."""

    first: date
    last: date

    @property
    def width(self) -> int:
        """Days of a bin, so that at most ``BINS`` cover the window (one more where no bin begins with it)."""
        return max(1, -(-((self.last - self.first).days + 1) // BINS))

    def number(self, day: date) -> int:
        """The bin in which a day lies, counted from the calendar's beginning."""
        return day.toordinal() // self.width


class GridNumber(Func):
    """``Grid.number`` in SQL, of a day that is brought inside the window."""

    template = "((%(expressions)s - DATE '0001-01-01' + 1) / %(width)s)"
    output_field = IntegerField()

    def __init__(self, day: str, grid: Grid) -> None:
        inside = Func(Func(F(day), Value(grid.first), function="GREATEST"), Value(grid.last), function="LEAST")
        super().__init__(inside, width=grid.width)


def count_by_bin(events: EventQuerySet, grid: Grid) -> dict[int, int]:
    """Grid number → how many of these events, all of which meet the window, stand there."""
    numbered = events.order_by().annotate(number=GridNumber("middle_day", grid))
    return dict(numbered.values_list("number").annotate(count=Count("pk")))


def bins_of(counts: Mapping[int, int], grid: Grid) -> list[Bin]:
    """All bins of the window in order, also the empty ones."""
    width, first, last = grid.width, grid.first.toordinal(), grid.last.toordinal()
    return [
        Bin(
            date.fromordinal(max(number * width, first)),
            date.fromordinal(min(number * width + width - 1, last)),
            counts.get(number, 0),
        )
        for number in range(first // width, last // width + 1)
    ]
