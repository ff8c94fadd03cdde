"""Counts from the tallies that triggers keep: for all published events, or for values of one facet.

A window over a million events needs some hundreds of rows: single days at its edges and for narrow bins, cells of 64
days elsewhere.  The number of events that reach over an edge is the difference of two sums: the events counted before
the window, minus those that ended before it.  Other questions have to look at every event (``distribution``), with the
same results.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import connection

from events.models import Event, Tally
from events.models.querysets import EventQuerySet
from events.models.tally import CELL
from events.queries.counting.histogram import Extent, Grid
from events.queries.filters import Filters


@dataclass(frozen=True, slots=True)
class TallySelection:
    """The tallies of a facet and some of its values; the sum of their counts answers a question."""

    facet: str
    values: Sequence[str]


def is_everything(events: EventQuerySet) -> bool:
    """Whether the queryset is that of all published events, the ones that tallies count."""
    return events.query.where == Event.objects.published().query.where


def tallies_for(filters: Filters) -> TallySelection | None:
    """The tallies that count the events passing these filters, or None if no tallies do.

    An event has one type and one status, so the counts of several types add up.  It may have several outlets, languages
    and actors; adding up their counts would count it more than once, so these work for a single value only.
    """
    if filters.is_empty():
        return TallySelection(Tally.Facet.ALL, [""])
    if filters.types and replace(filters, types=()).is_empty():
        return TallySelection(Tally.Facet.TYPE, filters.types)
    if filters.statuses and replace(filters, statuses=()).is_empty():
        return TallySelection(Tally.Facet.STATUS, filters.statuses)
    if len(filters.languages) == 1 and replace(filters, languages=()).is_empty():
        return TallySelection(Tally.Facet.LANGUAGE, filters.languages)
    if len(filters.actors) == 1 and replace(filters, actors=()).is_empty():
        return TallySelection(Tally.Facet.ACTOR, filters.actors)
    if len(filters.outlets) == 1 and replace(filters, outlets=()).is_empty():
        return TallySelection(Tally.Facet.OUTLET, [str(*filters.outlets)])
    if filters.place and replace(filters, place="").is_empty():
        return TallySelection(Tally.Facet.PLACE, [filters.place])
    return None


#: Tallies that cover all time exactly once: days in the two cells that the window's ends are in, coarse cells outside
#: of these, and between them whichever length ``inner`` says.  One SELECT for each part, because PostgreSQL would not
#: use the index for an OR of them.
_COVER = " UNION ALL ".join(
    f"""
    SELECT value, day, count, starting, ending, open_starting, open_ending FROM events_tally WHERE {{chosen}} AND {step}
    """
    for step in (
        "length = 64 AND day < %(first_cell)s",
        "length = 1 AND day BETWEEN %(first_cell)s AND %(first_cell)s + 63",
        "length = %(inner)s AND day > %(first_cell)s + 63 AND day < %(last_cell)s",
        "length = 1 AND day BETWEEN greatest(%(last_cell)s, %(first_cell)s + 64) AND %(last_cell)s + 63",
        "length = 64 AND day > %(last_cell)s",
    )
)

#: One row for each bin (by its number), one for everything before the window (-1) and one for everything after it (-2).
_COUNTS = f"""
    SELECT CASE WHEN day < %(first)s THEN -1 WHEN day > %(last)s THEN -2
                ELSE (day - DATE '0001-01-01') / %(width)s END AS bin,
           sum(count), sum(starting - open_starting), sum(ending - open_ending)
      FROM ({_COVER.format(chosen="facet = %(facet)s AND value = ANY(%(values)s)")}) AS tally
     GROUP BY 1
"""


def add_up(kept: TallySelection, grid: Grid) -> tuple[dict[int, int], int]:
    """Number of a bin → events counted in it, in the window; and the number of events of all time."""
    asked: dict[str, Any] = {
        "first": grid.first, "last": grid.last, "width": grid.width, "facet": kept.facet, "values": list(kept.values),
        "first_cell": _cell(grid.first), "last_cell": _cell(grid.last), "inner": CELL if grid.width >= CELL else 1,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, asked)
        rows = {number: (count, begin, end) for number, count, begin, end in cursor.fetchall()}
    nothing = (0, 0, 0)
    whole = sum(count for count, _begin, _end in rows.values())
    before, after = rows.pop(-1, nothing), rows.pop(-2, nothing)
    counts = Counter({number: count for number, (count, _begin, _end) in rows.items()})
    # An event whose middle day is before the window, but which reaches into it, is counted in the first bin; in the
    # same way those from behind the window are counted in the last.
    counts[grid.number(grid.first)] += before[0] - before[2]
    counts[grid.number(grid.last)] += after[0] - after[1]
    return counts, whole


_EXTENT = """
    SELECT min(first.day), max(last.day) FROM unnest(%(values)s::text[]) AS value
     CROSS JOIN LATERAL (SELECT day FROM events_tally WHERE facet = %(facet)s AND value = value.value AND length = 1
                            AND starting > 0 ORDER BY day LIMIT 1) AS first
     CROSS JOIN LATERAL (SELECT day FROM events_tally WHERE facet = %(facet)s AND value = value.value AND length = 1
                            AND ending > 0 ORDER BY day DESC LIMIT 1) AS last
"""


def extent_of_tallies(kept: TallySelection) -> Extent:
    """The extent of all events that these tallies count."""
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT, {"facet": kept.facet, "values": list(kept.values)})
        return Extent(*cursor.fetchone())


#: Events that begin by the window's last day or have no beginning, minus those that ended before its first day.
_MEETING = f"""
    SELECT value, sum(CASE WHEN day <= %(last)s THEN starting ELSE open_starting END
                      - CASE WHEN day < %(first)s THEN ending - open_ending ELSE 0 END)
      FROM ({_COVER.format(chosen="facet = %(facet)s")}) AS tally
     GROUP BY value
"""


def totals(facet: Tally.Facet, first: date | None = None, last: date | None = None) -> dict[str, int]:
    """Value → number of published events with it that overlap these days; None is an open end.  No zeros."""
    first, last = first or date.min, last or date.max
    asked: dict[str, Any] = {
        "facet": facet,
        "first": first,
        "last": last,
        "first_cell": _cell(first),
        "last_cell": _cell(last),
        "inner": CELL,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MEETING, asked)
        return {value: int(events) for value, events in cursor.fetchall() if events}


def _cell(day: date) -> date:
    """The first day of the coarse cell that a day is in."""
    return day - timedelta(days=(day.toordinal() - 1) % CELL)
