"""How many events have each value of a facet: from the tallies if they have it, else by counting events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from events.models import Tally
from events.models.querysets import EventQuerySet
from events.queries.counting.search_counts import count_values
from events.queries.counting.tallies import is_everything, totals
from events.queries.filters import Filters


def counts_of(events: EventQuerySet, filters: Filters, facets: Iterable[Tally.Facet]) -> dict[str, dict[str, int]]:
    """Facet → value → how many of these events have it, with the filters and in their window."""
    if is_everything(events) and filters.is_empty():
        return {facet: totals(facet, filters.first, filters.last) for facet in facets}
    return count_values(filters.in_window(events), facets)


def fullest(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """The ``most`` values with the highest counts, highest first; equal counts are ordered by value."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most])
