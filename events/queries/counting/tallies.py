"""Counts from the database's running tallies, for the questions that they answer: everything, or one facet.

A window over a million events costs some hundreds of rows: days where its bins are narrow and at its edges, cells of
64 days elsewhere.  What reaches over an edge is a difference of two sums: of what stands before the window, less what
ended before it.  Any other question is counted event by event (``spread``); both give the same.
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
class Kept:
    """Tallies whose counts, added up, are the answer."""

    facet: str
    values: Sequence[str]


def is_everything(events: EventQuerySet) -> bool:
    """Whether these are all published events, which the tallies count."""
    return events.query.where == Event.objects.published().query.where


def kept_for(filters: Filters) -> Kept | None:
    """The tallies that count what these filters let through, or None where there are none.

    An event has one type and one status, so those add up; it may be told by several outlets, in several
    languages, and name several actors.
    """
    if filters.is_empty():
        return Kept(Tally.Facet.ALL, [""])
    if filters.types and replace(filters, types=()).is_empty():
        return Kept(Tally.Facet.TYPE, filters.types)
    if filters.statuses and replace(filters, statuses=()).is_empty():
        return Kept(Tally.Facet.STATUS, filters.statuses)
    if len(filters.languages) == 1 and replace(filters, languages=()).is_empty():
        return Kept(Tally.Facet.LANGUAGE, filters.languages)
    if len(filters.actors) == 1 and replace(filters, actors=()).is_empty():
        return Kept(Tally.Facet.ACTOR, filters.actors)
    if len(filters.outlets) == 1 and replace(filters, outlets=()).is_empty():
        return Kept(Tally.Facet.OUTLET, [str(*filters.outlets)])
    if filters.place and replace(filters, place="").is_empty():
        return Kept(Tally.Facet.PLACE, [filters.place])
    return None


#: Tallies that cover all time once: days in the two cells where the window's ends lie, cells outside of them and,
#: where ``inner`` says so, between.  Each is a step through an index; PostgreSQL would not find them in one OR.
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

#: One row a bin (its number), and one each for all before (-1) and all after the window (-2).
_COUNTS = f"""
    SELECT CASE WHEN day < %(first)s THEN -1 WHEN day > %(last)s THEN -2
                ELSE (day - DATE '0001-01-01') / %(width)s END AS bin,
           sum(count), sum(starting - open_starting), sum(ending - open_ending)
      FROM ({_COVER.format(chosen="facet = %(facet)s AND value = ANY(%(values)s)")}) AS tally
     GROUP BY 1
"""


def add_up(kept: Kept, grid: Grid) -> tuple[dict[int, int], int]:
    """Grid number → count of those that meet the window; and how many there are in all."""
    asked: dict[str, Any] = {
        "first": grid.first, "last": grid.last, "width": grid.width, "facet": kept.facet, "values": list(kept.values),
        "first_cell": _cell(grid.first), "last_cell": _cell(grid.last), "inner": CELL if grid.width >= CELL else 1,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, asked)
        rows = {number: (stand, begin, end) for number, stand, begin, end in cursor.fetchall()}
    nothing = (0, 0, 0)
    whole = sum(stand for stand, _begin, _end in rows.values())
    before, after = rows.pop(-1, nothing), rows.pop(-2, nothing)
    counts = Counter({number: stand for number, (stand, _begin, _end) in rows.items()})
    # Who stands before the window and reaches into it is there on its first day, and so at the other end.
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


def kept_extent(kept: Kept) -> Extent:
    """How far everything reaches that these tallies count."""
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT, {"facet": kept.facet, "values": list(kept.values)})
        return Extent(*cursor.fetchone())


#: What begins up to the window's last day, or has no beginning, less what ended before its first.
_MEETING = f"""
    SELECT value, sum(CASE WHEN day <= %(last)s THEN starting ELSE open_starting END
                      - CASE WHEN day < %(first)s THEN ending - open_ending ELSE 0 END)
      FROM ({_COVER.format(chosen="facet = %(facet)s")}) AS tally
     GROUP BY value
"""


def totals(facet: Tally.Facet, first: date | None = None, last: date | None = None) -> dict[str, int]:
    """Value → number of published events under it that meet these days (None is an open end), where there is any."""
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
    """The first day of the cell in which a day lies."""
    return day - timedelta(days=(day.toordinal() - 1) % CELL)
