"""How many events there are where: the window cut into equal bins, each event counted once, in SQL.

An event stands in the bin of its middle day (an open interval at its known end); one that reaches into the
window from outside stands in the bin at that edge, so the counts of all bins are the window's total.

Bins lie on a grid of whole days counted from the calendar's first, so that moving the window does not move
them, and are powers of two wide, so that tallied cells fill them; the first and the last are cut off at the window's
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

#: At most so many bars; as widths are powers of two, at least half as many where there are days enough.
BINS = 160


@dataclass(frozen=True, slots=True)
class Bin:
    """Days from first to last, both included, and the number of events that stand there."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day on which anything begins or ends; None where there is nothing."""

    first: date | None
    last: date | None

    @classmethod
    def around(cls, reaches: Iterable[tuple[date | None, date | None]]) -> Extent:
        """The extent of all of them together."""
        known = list(reaches)
        firsts, lasts = [first for first, _ in known if first], [last for _, last in known if last]
        return cls(min(firsts, default=None), max(lasts, default=None))


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the filters let through, whatever the window."""

    extent: Extent
    count: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A window's days, both included, and its bins of equally many days."""

    first: date
    last: date

    @property
    def width(self) -> int:
        """Days of a bin: the least power of two with which at most ``BINS`` cover the window (one more where no bin
        begins with it).
        """
        return 1 << (-(-self._days // BINS) - 1).bit_length()

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1

    def meets(self) -> Q:
        """Events whose days meet the window."""
        return Q(days__overlap=DateRange(self.first, self.last, "[]"))

    def number(self, day: date) -> int:
        """The bin in which a day lies, counted from the calendar's beginning."""
        return (day.toordinal() - 1) // self.width

    def numbers(self) -> range:
        """The bins of the window, in order."""
        return range(self.number(self.first), self.number(self.last) + 1)


class GridNumber(Func):
    """``Grid.number`` in SQL, of a day that is brought inside the window."""

    template = "((%(expressions)s - DATE '0001-01-01') / %(width)s)"
    output_field = IntegerField()

    def __init__(self, day: Combinable, grid: Grid) -> None:
        inside = Func(Func(day, Value(grid.first), function="GREATEST"), Value(grid.last), function="LEAST")
        super().__init__(inside, width=grid.width)


def _of_days(template: str) -> Func:
    """An expression on an event's range of days: with nothing but that, an index alone can answer."""
    return Func(F("days"), template=template, output_field=DateField(null=True))


_FIRST = _of_days("LOWER(%(expressions)s)")
_LAST = _of_days("(UPPER(%(expressions)s) - 1)")
_BEGINS, _ENDS = Coalesce(_FIRST, _LAST), Coalesce(_LAST, _FIRST)
#: As the column ``middle_day``.
_MIDDLE = Coalesce(
    _of_days("(LOWER(%(expressions)s) + (UPPER(%(expressions)s) - LOWER(%(expressions)s)) / 2)"), _FIRST, _LAST
)


def standing(grid: Grid) -> GridNumber:
    """The number of the bin in which an event that meets the window stands."""
    return GridNumber(_MIDDLE, grid)


def extent_of(events: EventQuerySet) -> Extent:
    """From the earliest to the latest day that any of these events names."""
    return Extent(**events.order_by().aggregate(first=Min(_BEGINS), last=Max(_ENDS)))


def bins_of(counts: Mapping[int, int], grid: Grid) -> list[Bin]:
    """All bins of the window in order, also the empty ones."""
    width = grid.width
    return [
        Bin(
            max(date.fromordinal(number * width + 1), grid.first),
            date.fromordinal(min(number * width + width, grid.last.toordinal())),
            counts.get(number, 0),
        )
        for number in grid.numbers()
    ]
