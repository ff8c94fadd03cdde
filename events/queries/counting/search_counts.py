"""Answering all questions about the results of a search in one query.

The index of words points to rows all over the table, and fetching those is what takes time.  So histogram, ranking and
facet counts are computed from a materialized result; separate queries would fetch the rows again for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from events.models.querysets import EventQuerySet
from events.queries.counting.histogram import Extent, Grid, Whole

_WINDOW = """
    WITH found AS MATERIALIZED ({found}),
    numbered AS (
        SELECT coalesce(lower(days), upper(days) - 1) AS begins, coalesce(upper(days) - 1, lower(days)) AS ends,
               CASE WHEN days && daterange(%s, %s, '[]') THEN
                   (greatest(%s, least(%s, coalesce(lower(days) + (upper(days) - lower(days)) / 2, lower(days),
                                                    upper(days) - 1))) - DATE '0001-01-01') / %s
               ELSE -1 END AS bin
          FROM found)
    SELECT bin, count(*), min(begins), max(ends), NULL::bigint[] FROM numbered GROUP BY bin
    UNION ALL
    SELECT NULL, 0, NULL, NULL, ARRAY(
        SELECT id FROM found WHERE days && daterange(%s, %s, '[]')
         ORDER BY salience DESC, first_day, id LIMIT %s)
"""


def count_and_rank(narrowed: EventQuerySet, grid: Grid, limit: int) -> tuple[dict[int, int], Whole, list[int]]:
    """Count and rank the events of a search in one query.

    Returns: number of a bin → count in the window; extent and number of all; and the primary keys of the ``limit`` most
    salient events in the window.
    """
    sql, found = _sql(narrowed, "id", "days", "salience", "first_day")
    window: list[date | int] = [grid.first, grid.last]
    with connection.cursor() as cursor:
        cursor.execute(_WINDOW.format(found=sql), [*found, *window, *window, grid.width, *window, limit])
        rows = cursor.fetchall()
    [ids] = [found for bin_, *_rest, found in rows if bin_ is None]
    bins = [row for row in rows if row[0] is not None]
    counts = {bin_: count for bin_, count, *_rest in bins if bin_ >= 0}
    extent = Extent.around([(begins, ends) for _bin, _count, begins, ends, _ids in bins])
    return counts, Whole(extent, sum(count for _bin, count, *_rest in bins)), ids


#: Facet → the SQL that yields its values from the found events.
_VALUES = {
    "type": "type AS value FROM found",
    "status": "status AS value FROM found",
    "lang": "unnest(found_languages) AS value FROM found",
    "actor": "unnest(found_actors) AS value FROM found",
    "source": "unnest(found_outlets)::text AS value FROM found",
    "place": "place.key AS value FROM found JOIN events_place AS place ON place.id = shown_place",
}


def count_values(narrowed: EventQuerySet, facets: Iterable[str]) -> dict[str, dict[str, int]]:
    """Facet → value → how many of these events have it."""
    counts: dict[str, dict[str, int]] = {facet: {} for facet in facets}
    if not counts:
        return counts
    sql, found = _sql(narrowed, "type", "status", "found_languages", "found_actors", "found_outlets", "shown_place")
    counted = " UNION ALL ".join(
        f"SELECT '{facet}', value, count(*) FROM (SELECT {_VALUES[facet]}) AS listed GROUP BY value" for facet in counts
    )
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({sql}) {counted}", found)
        for facet, value, count in cursor.fetchall():
            counts[facet][value] = count
    return counts


def _sql(narrowed: EventQuerySet, *columns: str) -> tuple[str, tuple[Any, ...]]:
    return narrowed.order_by().values_list(*columns).query.sql_with_params()
