"""One window of the timeline: its most salient events, where all the others are, and how far everything reaches."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models.functions import Coalesce

from events.models import Event
from events.models.querysets import EventQuerySet
from events.reading.density import Bin, Grid, bins_of, count_by_bin
from events.reading.filters import Filters
from events.reading.rows import rows_of, with_row_columns
from events.reading.tallies import kept_for, tally_by_bin

#: How many events a window shows unless asked otherwise, and at most.
SHOWN = 60
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day on which anything begins or ends; None where there is nothing."""

    first: date | None
    last: date | None


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
    extent = extent_of(narrowed)
    first, last = _ends(filters, extent)
    if first is None or last is None:
        return Window(filters.first, filters.last, 0, [], [], extent)
    grid = Grid(first, last)
    inside = narrowed.between(first, last)
    kept = kept_for(filters) if is_everything(events) else None
    counts = tally_by_bin(kept, narrowed, grid) if kept else count_by_bin(inside, grid)
    return Window(first, last, sum(counts.values()), _most_salient(inside, limit), bins_of(counts, grid), extent)


def is_everything(events: EventQuerySet) -> bool:
    """Whether these are all published events, which the tallies count."""
    return events.query.where == Event.objects.published().query.where


def extent_of(events: EventQuerySet) -> Extent:
    """From the earliest to the latest day that any of these events names."""
    begins, ends = Coalesce("first_day", "last_day"), Coalesce("last_day", "first_day")
    # Not min() and max(): these two stop at the first that an index finds.
    dated = events.filter(middle_day__isnull=False)
    first = dated.order_by(begins).values_list(begins, flat=True).first()
    last = dated.order_by(ends.desc()).values_list(ends, flat=True).first()
    return Extent(first, last)


def _most_salient(inside: EventQuerySet, limit: int) -> list[Event]:
    """First which they are, from an index that holds all that is asked, then their rows."""
    ids = list(inside.most_salient(limit).values_list("pk", flat=True))
    return list(with_row_columns(Event.objects.filter(pk__in=ids)).most_salient(limit))


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
