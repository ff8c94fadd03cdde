"""One window of the timeline: its most salient events, a histogram of all, and the extent of everything."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

from events.models import Event, Tally
from events.models.querysets import EventQuerySet
from events.queries.collection import Collection, EraRow
from events.queries.counting.distribution import distribution_of
from events.queries.counting.histogram import Bin, Extent, Grid, Whole, bins_of, extent_of
from events.queries.counting.search_counts import count_and_rank
from events.queries.counting.tallies import add_up, extent_of_tallies, is_everything, tallies_for
from events.queries.filters import Filters
from events.queries.rows import row_values, rows_of
from events.queries.windows.lanes import Lane, lane_values, read_lanes
from events.queries.windows.ranking import FEW, FEW_UNINDEXED, Ranking, rows_in

#: How many events a window shows by default.
SHOWN = 60
#: How many events a client may ask for.
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Window:
    """The answer to one question of the timeline.

    ``first`` and ``last`` are both included, None if there is no event at all.  ``events`` are the shown ones, the most
    salient first; ``total`` counts all events that overlap the window.  ``density`` is the histogram.
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
        """How many events of the window are not shown."""
        return self.total - len(self.events)


def read_window(shown: Collection, filters: Filters, *, limit: int = SHOWN, lanes: str = "") -> Window:
    """The window of a collection that the filters ask for; an end that they leave open is where the events end.

    Pinned events come first, whatever their salience.  ``lanes`` is a key of ``lanes.KINDS`` or ""; with lanes, each
    of them gets its share of the ``limit``.
    """
    events = shown.events
    narrowed = filters.narrow(events)
    kept = tallies_for(filters) if is_everything(events) else None
    extent = extent_of_tallies(kept) if kept else None
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
        distribution = distribution_of(narrowed)
        counts, whole = distribution.counts(grid), distribution.whole
    total = sum(counts.values())
    ranking = Ranking(grid, whole.count, total, FEW_UNINDEXED if kept and kept.facet == Tally.Facet.STATUS else FEW)
    read = partial(Window, first, last, total, density=bins_of(counts, grid), extent=whole.extent, eras=shown.eras)
    if lanes:
        all_kept = kept is not None and kept.facet == Tally.Facet.ALL
        parted, ranked = read_lanes(narrowed, ranking, lanes, limit, tallied=all_kept, pinned=shown.pinned)
        return read(events=rows_in(ranked), lane_kind=lanes, lanes=tuple(parted))
    if ranked is None:
        ranked = ranking.pinned_first(narrowed, shown.pinned, limit, total)
    return read(events=rows_in(ranked))


def _ends(filters: Filters, extent: Extent | None, narrowed: EventQuerySet) -> tuple[date | None, date | None]:
    """The ends of the window; if the asked end is beyond all events, both ends are there."""
    if filters.first and filters.last:
        return filters.first, filters.last
    extent = extent or extent_of(narrowed)
    first, last = filters.first or extent.first, filters.last or extent.last
    if first and last and first > last:
        return (first, first) if filters.first else (last, last)
    return first, last


def window_values(window: Window, language: str) -> dict[str, Any]:
    """The window in the form that scripts and clients get; ``from`` and ``to`` are named as in an address."""
    grid = Grid(window.first, window.last) if window.first and window.last else None
    lane_of = {pk: lane.value for lane in window.lanes for pk in lane.shown}
    lanes_of: dict[int, list[str]] = {pk: [] for pk in lane_of}
    for lane in window.lanes:
        for pk in lane_of.keys() & set(lane.members):
            lanes_of[pk].append(lane.value)
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
            row_values(row) | {"lane": lane_of[row.id], "lanes": lanes_of[row.id]} if window.lanes else row_values(row)
            for row in rows_of(window.events, language)
        ],
    }
