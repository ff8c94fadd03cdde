"""Which events of a window matter most: found in the way that is quickest for as many as there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, Value, When
from django.db.models.expressions import Combinable

from events.models import Event
from events.models.querysets import EventQuerySet
from events.queries.counting.histogram import Grid, standing
from events.queries.rows import with_row_columns

#: Up to so many for each that is shown, sorting them is faster than looking for them among all others;
FEW = 50
#: and so many where no index finds them for the sorting: by their status alone.
FEW_UNINDEXED = 4
#: No index has this order, so none is walked for it.
_SALIENCE = F("salience") + 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """A window, how many events there are in and outside of it, and how many it holds.

    ``few`` is the number, for each that is shown, up to which they are sorted.
    """

    grid: Grid
    of: int
    total: int
    few: int = FEW

    def pinned_first(self, narrowed: EventQuerySet, pinned: Collection[int], limit: int, total: int) -> list[int]:
        """Ids: first the pinned ones among these events, then the others, each by salience; see ``most_salient``."""
        first = self._met(narrowed, pinned, limit) if pinned else []
        others = narrowed.exclude(pk__in=first) if first else narrowed
        return [*first, *self.most_salient(others, limit - len(first), total)]

    def most_salient(self, narrowed: EventQuerySet, limit: int, total: int) -> list[int]:
        """Ids of the weightiest of these events that meet the window, of whom there are ``total``.

        How many there are is known by now, and PostgreSQL is told: few are sorted, many are found by walking down
        from the most salient until there are enough.  A walk for few would go on to the end of a million.
        """
        if total == 0 or limit < 1:
            return []  # to find nobody, everybody would be asked
        if total > self.few * limit:
            ranked = narrowed.between(self.grid.first, self.grid.last).most_salient(limit)
        else:
            ranked = self._inside(narrowed).order_by(_SALIENCE.desc(), "first_day", "pk")[:limit]
        return list(ranked.values_list("pk", flat=True))

    def read_through(
        self, narrowed: EventQuerySet, value: Combinable, limit: int, pinned: Collection[int]
    ) -> list[tuple[int, int, Any]]:
        """Id, number of the bin and ``value`` of the weightiest events that meet the window, the pinned ones first."""
        order: list[Any] = [_SALIENCE.desc(), "first_day", "pk"]
        if pinned:
            order.insert(0, Case(When(pk__in=pinned, then=Value(0)), default=Value(1)))
        told = self._inside(narrowed).annotate(number=standing(self.grid), value=value).order_by(*order)
        return list(told.values_list("pk", "number", "value")[:limit])

    def _met(self, narrowed: EventQuerySet, pinned: Collection[int], limit: int) -> list[int]:
        met = narrowed.filter(pk__in=pinned).between(self.grid.first, self.grid.last)
        return list(met.most_salient(limit).values_list("pk", flat=True))

    def _inside(self, narrowed: EventQuerySet) -> EventQuerySet:
        """Those that meet the window, by the index of days only where that leaves out most of them."""
        if self.total * 4 < self.of:
            return narrowed.between(self.grid.first, self.grid.last)
        return narrowed.filter(Case(When(self.grid.meets(), then=Value(True)), default=Value(False)))


def rows_in(ids: Sequence[int]) -> list[Event]:
    """These events with what is shown of them, in this order."""
    rows = {event.pk: event for event in with_row_columns(Event.objects.filter(pk__in=ids))}
    return [rows[pk] for pk in ids if pk in rows]
