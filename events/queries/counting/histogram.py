"""The histogram of a window: equal bins of days, in which each event is counted once.

An event is counted in the bin of its middle day (an open interval: of its known end).  One whose middle day is outside
the window, but which reaches into it, is counted in the bin at that edge.  So the counts of all bins add up to the
window's total.

Bins are on a grid counted from the first day of the calendar, so that they do not move when the window moves.  Their
widths are powers of two, so that the cells of tallies fit into them.  The first and the last bin end at the window's
edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import DateField, F, Func, IntegerField, Max, Min, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from events.models.querysets import EventQuerySet

#: The most bins of a window (at an edge there may be one more).  There are at least half as many, if the window has as
#: many days, because widths are powers of two.
BINS = 160


@dataclass(frozen=True, slots=True)
class Bin:
    """Days from first to last, both included, and the number of events counted there."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day on which any event begins or ends; None if there are no events."""

    first: date | None
    last: date | None

    @classmethod
    def around(cls, reaches: Iterable[tuple[date | None, date | None]]) -> Extent:
        """The extent that covers all of these pairs of first and last day; None is an open end."""
        known = list(reaches)
        firsts, lasts = [first for first, _ in known if first], [last for _, last in known if last]
        return cls(min(firsts, default=None), max(lasts, default=None))


@dataclass(frozen=True, slots=True)
class Whole:
    """Extent and number of all events that pass the filters, inside and outside the window."""

    extent: Extent
    count: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A window from ``first`` to ``last``, both included, divided into bins of equally many days."""

    first: date
    last: date

    @property
    def width(self) -> int:
        """Days in a bin: the smallest power of two for which ``BINS`` bins are enough for the window."""
        return 1 << (-(-self._days // BINS) - 1).bit_length()

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1

    def meets(self) -> Q:
        """A condition: the event's days overlap the window."""
        return Q(days__overlap=DateRange(self.first, self.last, "[]"))

    def number(self, day: date) -> int:
        """The number of the bin that a day is in, counted from the first day of the calendar."""
        return (day.toordinal() - 1) // self.width

    def numbers(self) -> range:
        """The numbers of the window's bins, in order."""
        return range(self.number(self.first), self.number(self.last) + 1)


class GridNumber(Func):
    """``Grid.number`` in SQL; a day outside the window is first moved to its nearest edge."""

    template = "((%(expressions)s - DATE '0001-01-01') / %(width)s)"
    output_field = IntegerField()

    def __init__(self, day: Combinable, grid: Grid) -> None:
        inside = Func(Func(day, Value(grid.first), function="GREATEST"), Value(grid.last), function="LEAST")
        super().__init__(inside, width=grid.width)


def _of_days(template: str) -> Func:
    """An expression that uses only the column ``days``, so that an index alone can answer."""
    return Func(F("days"), template=template, output_field=DateField(null=True))


_FIRST = _of_days("LOWER(%(expressions)s)")
_LAST = _of_days("(UPPER(%(expressions)s) - 1)")
_BEGINS, _ENDS = Coalesce(_FIRST, _LAST), Coalesce(_LAST, _FIRST)
#: The same formula as in the column ``middle_day``.
_MIDDLE = Coalesce(
    _of_days("(LOWER(%(expressions)s) + (UPPER(%(expressions)s) - LOWER(%(expressions)s)) / 2)"), _FIRST, _LAST
)


def bin_of_event(grid: Grid) -> GridNumber:
    """An expression: the number of the bin that an event of the window is counted in."""
    return GridNumber(_MIDDLE, grid)


def extent_of(events: EventQuerySet) -> Extent:
    """The extent of these events, in one query."""
    return Extent(**events.order_by().aggregate(first=Min(_BEGINS), last=Max(_ENDS)))


def bins_of(counts: Mapping[int, int], grid: Grid) -> list[Bin]:
    """All bins of the window in order, including empty ones; ``counts`` maps the number of a bin to events."""
    width = grid.width
    return [
        Bin(
            max(date.fromordinal(number * width + 1), grid.first),
            date.fromordinal(min(number * width + width, grid.last.toordinal())),
            counts.get(number, 0),
        )
        for number in grid.numbers()
    ]
