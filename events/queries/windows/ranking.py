"""Finding the most salient events of a window, in the way that is fastest for the number of events there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, Value, When
from django.db.models.expressions import Combinable

from events.models import Event
from events.models.querysets import EventQuerySet
from events.queries.counting.histogram import Grid, bin_of_event
from events.queries.rows import with_row_columns

#: Sorting is faster than walking down the index of salience for up to so many events per shown event.
FEW = 50
#: The same where no index finds the events to be sorted, which is so for a filter by status alone.
FEW_UNINDEXED = 4
#: Salience in a form that no index has, so that PostgreSQL sorts.
_SALIENCE = F("salience") + 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """A window, the number of events that pass the filters (``of``), and how many of them are inside it (``total``).

    Up to ``few`` events per shown event are sorted; if there are more, an index is walked.
    """

    grid: Grid
    of: int
    total: int
    few: int = FEW

    def pinned_first(self, narrowed: EventQuerySet, pinned: Collection[int], limit: int, total: int) -> list[int]:
        """Primary keys: first the pinned ones among these events, then others, each by salience (``most_salient``)."""
        first = self._pinned_inside(narrowed, pinned, limit) if pinned else []
        others = narrowed.exclude(pk__in=first) if first else narrowed
        return [*first, *self.most_salient(others, limit - len(first), total)]

    def most_salient(self, narrowed: EventQuerySet, limit: int, total: int) -> list[int]:
        """Primary keys of the most salient of these events in the window, of which there are ``total``.

        PostgreSQL does not know how many there are, so it is led to the better plan: few events are sorted; many are
        found by walking down the index of salience until there are enough.  Looking for few in that way could go
        through a million events.
        """
        if total == 0 or limit < 1:
            return []  # walking the index for nothing would go through all events
        if total > self.few * limit:
            ranked = narrowed.between(self.grid.first, self.grid.last).most_salient(limit)
        else:
            ranked = self._inside(narrowed).order_by(_SALIENCE.desc(), "first_day", "pk")[:limit]
        return list(ranked.values_list("pk", flat=True))

    def read_through(
        self, narrowed: EventQuerySet, value: Combinable, limit: int, pinned: Collection[int]
    ) -> list[tuple[int, int, Any]]:
        """(primary key, number of bin, ``value``) of the most salient events in the window, the pinned ones first."""
        order: list[Any] = [_SALIENCE.desc(), "first_day", "pk"]
        if pinned:
            order.insert(0, Case(When(pk__in=pinned, then=Value(0)), default=Value(1)))
        ranked = self._inside(narrowed).annotate(number=bin_of_event(self.grid), value=value).order_by(*order)
        return list(ranked.values_list("pk", "number", "value")[:limit])

    def _pinned_inside(self, narrowed: EventQuerySet, pinned: Collection[int], limit: int) -> list[int]:
        inside = narrowed.filter(pk__in=pinned).between(self.grid.first, self.grid.last)
        return list(inside.most_salient(limit).values_list("pk", flat=True))

    def _inside(self, narrowed: EventQuerySet) -> EventQuerySet:
        """The events in the window; the index of days is used only if it leaves out most of the events."""
        if self.total * 4 < self.of:
            return narrowed.between(self.grid.first, self.grid.last)
        return narrowed.filter(Case(When(self.grid.meets(), then=Value(True)), default=Value(False)))


def rows_in(ids: Sequence[int]) -> list[Event]:
    """The events with these primary keys, in this order, with the columns that rows need."""
    rows = {event.pk: event for event in with_row_columns(Event.objects.filter(pk__in=ids))}
    return [rows[pk] for pk in ids if pk in rows]
