"""One window of the timeline: its most salient events, where all the others are, and how far everything reaches."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Max, Min

from events.models import Event
from events.models.querysets import EventQuerySet
from events.reading.density import Bin, bin_width, bins_of, count_by_bin
from events.reading.filters import Filters
from events.reading.rows import rows_of, with_row_columns

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
    extent = extent_of(filters.narrow(events))
    first, last = _ends(filters, extent)
    if first is None or last is None:
        return Window(filters.first, filters.last, 0, [], [], extent)
    asked = replace(filters, first=first, last=last)
    width = bin_width(first, last)
    inside = asked.in_window(events)
    counts = count_by_bin(inside, first=first, last=last, width=width)
    density = bins_of(counts, first=first, last=last, width=width)
    shown = list(with_row_columns(inside).most_salient(limit))
    return Window(first, last, sum(counts.values()), shown, density, extent)


def extent_of(events: EventQuerySet) -> Extent:
    """From the earliest to the latest day that any of these events names."""
    ends = events.aggregate(
        first=Min("first_day"), first_end=Min("last_day"), last=Max("last_day"), last_start=Max("first_day")
    )
    starts = [day for day in (ends["first"], ends["first_end"]) if day]
    stops = [day for day in (ends["last"], ends["last_start"]) if day]
    return Extent(min(starts, default=None), max(stops, default=None))


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
