"""One window of the timeline: its most salient events, where all the others are, and how far everything reaches."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import F

from events.models import Event
from events.models.querysets import EventQuerySet
from events.reading.density import Bin, Extent, Grid, bins_of, count_events, extent_of
from events.reading.filters import Filters
from events.reading.rows import rows_of, with_row_columns
from events.reading.tallies import add_up, kept_extent, kept_for

#: How many events a window shows unless asked otherwise, and at most.
SHOWN = 60
MOST_SHOWN = 500
NOWHERE = Extent(None, None)
#: Up to so many events, sorting them is faster than looking for them among all others.
FEW = 10_000


@dataclass(frozen=True, slots=True)
class Window:
    """Days from first to last, both included (None where there is no event at all).

    ``events`` are the most salient first; ``total`` counts all that meet the window.
    """

    first: date | None
    last: date | None
    total: int
    events: list[Event]
    density: list[Bin]
    extent: Extent

    @property
    def hidden(self) -> int:
        """How many more there are than are shown."""
        return self.total - len(self.events)


def read_window(events: EventQuerySet, filters: Filters, *, limit: int = SHOWN) -> Window:
    """The window that the filters ask for; an end that they leave open lies where the events end.

    ``events`` are those the reader may see, with no other condition.
    """
    narrowed = filters.narrow(events)
    kept = kept_for(filters) if is_everything(events) else None
    known = filters.first and filters.last
    extent = kept_extent(kept) if kept else NOWHERE if known else extent_of(narrowed)
    first, last = _ends(filters, extent)
    if first is None or last is None:
        return Window(filters.first, filters.last, 0, [], [], NOWHERE)
    grid = Grid(first, last)
    if kept:
        counts = add_up(kept, narrowed, grid)
    else:
        counts, extent = count_events(narrowed, grid)
    total = sum(counts.values())
    shown = _most_salient(narrowed.between(first, last), total, limit)
    return Window(first, last, total, shown, bins_of(counts, grid), extent)


def is_everything(events: EventQuerySet) -> bool:
    """Whether these are all published events, which the tallies count."""
    return events.query.where == Event.objects.published().query.where


def _most_salient(inside: EventQuerySet, total: int, limit: int) -> list[Event]:
    """First which they are, from an index that holds all that is asked, then their rows.

    Few are found by what is asked and then sorted, many by walking down from the most salient until there are
    enough.  PostgreSQL does not know which it is, and a walk for few goes on to the end of a million: an order
    that no index has keeps it from walking.
    """
    if total <= FEW:
        ids = inside.order_by((F("salience") + 0).desc(), "first_day", "pk")[:limit].values_list("pk", flat=True)
    else:
        ids = inside.most_salient(limit).values_list("pk", flat=True)
    return list(with_row_columns(Event.objects.filter(pk__in=list(ids))).most_salient(limit))


def _ends(filters: Filters, extent: Extent) -> tuple[date | None, date | None]:
    """The window's ends; where one is asked for that lies beyond the events, the other stands there too."""
    first, last = filters.first or extent.first, filters.last or extent.last
    if first and last and first > last:
        return (first, first) if filters.first else (last, last)
    return first, last


def window_values(window: Window, language: str) -> dict[str, Any]:
    """The window as it is sent to scripts and clients; ``from`` and ``to`` are as in an address."""
    return {
        "from": window.first,
        "to": window.last,
        "total": window.total,
        "hidden": window.hidden,
        "density": [asdict(one) for one in window.density],
        "extent": asdict(window.extent),
        "events": [asdict(row) for row in rows_of(window.events, language)],
    }
