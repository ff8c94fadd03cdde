"""One window of the timeline: its most salient events, where all the others are, and how far everything reaches."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Case, F, Value, When

from events.models import Event, Tally
from events.models.querysets import EventQuerySet
from events.reading.collection import Collection, EraRow
from events.reading.density import Bin, Extent, Grid, Whole, bins_of, count_events, extent_of
from events.reading.filters import Filters
from events.reading.found import count_and_rank
from events.reading.lanes import Lane, lane_values, read_lanes
from events.reading.rows import row_values, rows_of, with_row_columns
from events.reading.tallies import add_up, is_everything, kept_extent, kept_for

#: How many events a window shows unless asked otherwise, and at most.
SHOWN = 60
MOST_SHOWN = 500
#: Up to so many for each that is shown, sorting them is faster than looking for them among all others;
FEW = 50
#: and so many where no index finds them for the sorting: by their status alone.
FEW_UNINDEXED = 4


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
    eras: tuple[EraRow, ...] = ()
    lane_kind: str = ""
    lanes: tuple[Lane, ...] = ()

    @property
    def hidden(self) -> int:
        """How many more there are than are shown."""
        return self.total - len(self.events)


def read_window(shown: Collection, filters: Filters, *, limit: int = SHOWN, lanes: str = "") -> Window:
    """The window of a collection that the filters ask for; an end that they leave open lies where the events end.

    What is pinned comes first, whatever its salience.  ``lanes`` is one of ``lanes.KINDS``: then each lane has its
    share of the ``limit``.
    """
    events = shown.events
    narrowed = filters.narrow(events)
    kept = kept_for(filters) if is_everything(events) else None
    extent = kept_extent(kept) if kept else None
    first, last = _ends(filters, extent, narrowed)
    if first is None or last is None:
        return Window(filters.first, filters.last, 0, [], [], Extent(None, None), shown.eras)
    grid = Grid(first, last)
    ranked: list[int] | None = None
    if kept and extent:
        counts, count = add_up(kept, grid)
        whole = Whole(extent, count)
    elif filters.words and not lanes and not shown.pinned:
        counts, whole, ranked = count_and_rank(narrowed, grid, limit)
    else:
        counts, whole = count_events(narrowed, grid)
    total = sum(counts.values())
    read = partial(Window, first, last, total, density=bins_of(counts, grid), extent=whole.extent, eras=shown.eras)
    if lanes:
        all_kept = kept is not None and kept.facet == Tally.Facet.ALL
        parted, events_shown = read_lanes(
            narrowed, grid, lanes, limit, total=total, tallied=all_kept, pinned=shown.pinned
        )
        return read(events=events_shown, lane_kind=lanes, lanes=tuple(parted))
    if ranked is not None:
        return read(events=_rows(ranked, limit))
    pinned = _pinned(narrowed, grid, shown.pinned, limit)
    others = narrowed.exclude(pk__in=[event.pk for event in pinned]) if pinned else narrowed
    few = FEW_UNINDEXED if kept and kept.facet == Tally.Facet.STATUS else FEW
    most = _most_salient(others, grid, limit - len(pinned), total=total, of=whole.count, few=few)
    return read(events=[*pinned, *most])


def _pinned(narrowed: EventQuerySet, grid: Grid, pinned: tuple[int, ...], limit: int) -> list[Event]:
    """The pinned events that meet the window, the most salient first."""
    if not pinned:
        return []
    return list(with_row_columns(narrowed.filter(pk__in=pinned).between(grid.first, grid.last)).most_salient(limit))


def _most_salient(narrowed: EventQuerySet, grid: Grid, limit: int, *, total: int, of: int, few: int) -> list[Event]:
    """First which they are, from an index where one holds all that is asked, then their rows.

    How many there are is known by now, and PostgreSQL is told: few are sorted, many are found by walking down
    from the most salient until there are enough.  A walk for few would go on to the end of a million.
    """
    if total == 0:
        return []  # to find nobody, everybody would be asked
    if total > few * limit:
        ranked = narrowed.between(grid.first, grid.last).most_salient(limit)
    else:
        # No index has this order, so none is walked.
        ranked = _inside(narrowed, grid, total * 4 < of).order_by((F("salience") + 0).desc(), "first_day", "pk")[:limit]
    return _rows(list(ranked.values_list("pk", flat=True)), limit)


def _rows(ids: list[int], limit: int) -> list[Event]:
    """These events with what is shown of them, the most salient first."""
    return list(with_row_columns(Event.objects.filter(pk__in=ids)).most_salient(limit))


def _inside(narrowed: EventQuerySet, grid: Grid, selective: bool) -> EventQuerySet:
    """Those that meet the window, by the index of days only where that leaves out most of them."""
    if selective:
        return narrowed.between(grid.first, grid.last)
    return narrowed.filter(Case(When(grid.meets(), then=Value(True)), default=Value(False)))


def _ends(filters: Filters, extent: Extent | None, narrowed: EventQuerySet) -> tuple[date | None, date | None]:
    """The window's ends; where one is asked for that lies beyond the events, the other stands there too."""
    if filters.first and filters.last:
        return filters.first, filters.last
    extent = extent or extent_of(narrowed)
    first, last = filters.first or extent.first, filters.last or extent.last
    if first and last and first > last:
        return (first, first) if filters.first else (last, last)
    return first, last


def window_values(window: Window, language: str) -> dict[str, Any]:
    """The window as it is sent to scripts and clients; ``from`` and ``to`` are as in an address."""
    grid = Grid(window.first, window.last) if window.first and window.last else None
    lane_of = {pk: lane.value for lane in window.lanes for pk in lane.shown}
    return {
        "from": window.first,
        "to": window.last,
        "total": window.total,
        "hidden": window.hidden,
        "density": [{"first": one.first, "last": one.last, "count": one.count} for one in window.density],
        "extent": asdict(window.extent),
        "eras": [asdict(era) for era in window.eras],
        "lanes": lane_values(window.lane_kind, window.lanes, grid, language),
        "events": [
            row_values(row) | {"lane": lane_of.get(row.id)} if window.lanes else row_values(row)
            for row in rows_of(window.events, language)
        ],
    }
