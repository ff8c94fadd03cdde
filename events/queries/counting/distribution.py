"""How some events are spread over all time: read in one pass, kept while nothing is published or taken back.

Questions that no tally answers (several filters at once, a curated timeline) meet their events one by one, and hundreds
of thousands take a third of a second.  A reader who pans and zooms asks the same of one window after the other, so
what was read is kept within the process, and every further window is a matter of adding up.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

from django.db import connection
from django.db.backends.postgresql.psycopg_any import mogrify
from django.db.models import Count

from events.models import Edition
from events.models.querysets import EventQuerySet
from events.queries.counting.histogram import Extent, Grid, Whole

#: Questions whose answers are kept by a process: the spread of a million events weighs half a megabyte.
KEPT = 32


@dataclass(frozen=True, slots=True)
class Days:
    """Days (as ordinals) in their order, and how many there are up to each."""

    days: array[int]
    sums: array[int]

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Days:
        days = sorted(counts)
        return cls(array("i", days), array("i", accumulate((counts[day] for day in days), initial=0)))

    def before(self, day: int) -> int:
        """How many stand before this day."""
        return self.sums[bisect_left(self.days, day)]

    @property
    def count(self) -> int:
        return self.sums[-1]


@dataclass(frozen=True, slots=True)
class Spread:
    """Where events stand (their middle day), where those begin that have a beginning and end those that have an end."""

    standing: Days
    beginning: Days
    ending: Days
    extent: Extent

    @property
    def whole(self) -> Whole:
        return Whole(self.extent, self.standing.count)

    def counts(self, grid: Grid) -> dict[int, int]:
        """Grid number → how many of those that meet the window stand there, as the tallies count them."""
        first, last = grid.first.toordinal(), grid.last.toordinal()
        edges = [first, *(number * grid.width + 1 for number in grid.numbers()[1:]), last + 1]
        sums = [self.standing.before(edge) for edge in edges]
        counts = Counter({number: sums[at + 1] - sums[at] for at, number in enumerate(grid.numbers())})
        # Who stands before the window and reaches into it is there on its first day, and so at the other end.
        counts[grid.number(grid.first)] += sums[0] - self.ending.before(first)
        counts[grid.number(grid.last)] += self.standing.count - sums[-1] - self._beginning_after(last)
        return {number: count for number, count in counts.items() if count}

    def _beginning_after(self, day: int) -> int:
        return self.beginning.count - self.beginning.before(day + 1)


def spread_of(events: EventQuerySet) -> Spread:
    """Of published events, as they are now."""
    edition = Edition.latest()
    counted = events.order_by().values_list("days").annotate(count=Count("*"))
    return _read(edition, mogrify(*counted.query.sql_with_params(), connection))


_ORDINALS = """
    SELECT lower(days) - DATE '0001-01-01' + 1, upper(days) - DATE '0001-01-01', count
      FROM ({counted}) AS told (days, count)
"""


@lru_cache(maxsize=KEPT)
def _read(edition: int, counted: str) -> Spread:
    """``edition`` is of before the reading: what is published meanwhile belongs to the next, which is read anew."""
    with connection.cursor() as cursor:
        cursor.execute(_ORDINALS.format(counted=counted))
        return _spread(cursor.fetchall())


def _spread(rows: Iterable[tuple[int | None, int | None, int]]) -> Spread:
    """From rows of the first day, the last day (None is open) and how many events have both."""
    standing, beginning, ending = Counter[int](), Counter[int](), Counter[int]()
    for first, last, count in rows:
        if first is not None:
            beginning[first] += count
        if last is not None:
            ending[last] += count
        if first is not None and last is not None:
            standing[first + (last - first + 1) // 2] += count  # as the column ``middle_day``
        elif known := first or last:
            standing[known] += count
    extent = Extent.around([(_day(min, beginning, ending), _day(max, beginning, ending))])
    return Spread(Days.of(standing), Days.of(beginning), Days.of(ending), extent)


def _day(choose: Callable[[Iterable[int]], int], *counts: Mapping[int, int]) -> date | None:
    days = [day for count in counts for day in count]
    return date.fromordinal(choose(days)) if days else None
