"""How events are distributed over time: read in one pass and cached until something published changes.

Questions that no tally answers (several filters at once, a curated timeline) have to look at every event, and hundreds
of thousands take a third of a second.  A reader who pans and zooms asks about the same events in one window after
another.  So the distribution is cached in the process, and further windows only need additions.
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

#: How many distributions a process caches; that of a million events takes half a megabyte.
KEPT = 32


@dataclass(frozen=True, slots=True)
class Days:
    """Sorted days, as ordinals, and running sums: ``sums[i]`` events are on days before ``days[i]``."""

    days: array[int]
    sums: array[int]

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> Days:
        days = sorted(counts)
        return cls(array("i", days), array("i", accumulate((counts[day] for day in days), initial=0)))

    def before(self, day: int) -> int:
        """How many events are on days before this one (an ordinal)."""
        return self.sums[bisect_left(self.days, day)]

    @property
    def count(self) -> int:
        return self.sums[-1]


@dataclass(frozen=True, slots=True)
class Distribution:
    """The middle days of events, the first days of those with a known beginning, the last of those with a known end."""

    middle: Days
    beginning: Days
    ending: Days
    extent: Extent

    @property
    def whole(self) -> Whole:
        return Whole(self.extent, self.middle.count)

    def counts(self, grid: Grid) -> dict[int, int]:
        """Number of a bin → how many of the events that overlap the window are counted in it, as in the tallies."""
        first, last = grid.first.toordinal(), grid.last.toordinal()
        edges = [first, *(number * grid.width + 1 for number in grid.numbers()[1:]), last + 1]
        sums = [self.middle.before(edge) for edge in edges]
        counts = Counter({number: sums[at + 1] - sums[at] for at, number in enumerate(grid.numbers())})
        # An event whose middle day is before the window, but which reaches into it, is counted in the first bin; in
        # the same way those from behind the window are counted in the last.
        counts[grid.number(grid.first)] += sums[0] - self.ending.before(first)
        counts[grid.number(grid.last)] += self.middle.count - sums[-1] - self._beginning_after(last)
        return {number: count for number, count in counts.items() if count}

    def _beginning_after(self, day: int) -> int:
        return self.beginning.count - self.beginning.before(day + 1)


def distribution_of(events: EventQuerySet) -> Distribution:
    """The distribution of these published events as of now, from the cache if possible."""
    edition = Edition.latest()
    counted = events.order_by().values_list("days").annotate(count=Count("*"))
    return _read(edition, mogrify(*counted.query.sql_with_params(), connection))


_ORDINALS = """
    SELECT lower(days) - DATE '0001-01-01' + 1, upper(days) - DATE '0001-01-01', count
      FROM ({counted}) AS counted (days, count)
"""


@lru_cache(maxsize=KEPT)
def _read(edition: int, counted: str) -> Distribution:
    """Run the query and cache the result for this edition.

    The edition must have been asked for before the query: what is published in between then has a newer edition.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ORDINALS.format(counted=counted))
        return _spread(cursor.fetchall())


def _spread(rows: Iterable[tuple[int | None, int | None, int]]) -> Distribution:
    """From rows of (first day, last day, number of events); days are ordinals, None for an open end."""
    middle, beginning, ending = Counter[int](), Counter[int](), Counter[int]()
    for first, last, count in rows:
        if first is not None:
            beginning[first] += count
        if last is not None:
            ending[last] += count
        if first is not None and last is not None:
            middle[first + (last - first + 1) // 2] += count  # the same formula as in the column ``middle_day``
        elif known := first or last:
            middle[known] += count
    extent = Extent.around([(_day(min, beginning, ending), _day(max, beginning, ending))])
    return Distribution(Days.of(middle), Days.of(beginning), Days.of(ending), extent)


def _day(choose: Callable[[Iterable[int]], int], *counts: Mapping[int, int]) -> date | None:
    days = [day for count in counts for day in count]
    return date.fromordinal(choose(days)) if days else None
