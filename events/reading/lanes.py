"""Lanes: the window's events apart by type, status, actor, place, language or outlet, the fullest lanes first.

Each lane has its own most salient events, so that a quiet one is not emptied by a loud one.  An event that belongs to
several (two actors, two outlets) stands in the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from events.models import Actor, Event, Outlet, Place, Tally
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.reading.density import Grid, count_events
from events.reading.facets import each_value
from events.reading.rows import with_row_columns
from events.reading.tallies import Kept, add_up, totals

#: More would leave each too low to be read.
LANES = 8
#: Where no tally knows the lanes of more events than these, they are the lanes of the weightiest, and not counted.
WEIGHED = 5_000


@dataclass(frozen=True, slots=True)
class Lane:
    """A value, how many events of the window have it (None where that would take too long to count), where they stand
    (by grid number), and the ids of those shown."""

    value: str
    total: int | None
    counts: Mapping[int, int]
    shown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to part events: each value with its count, the events of one value, and the values' names."""

    counted: Callable[[EventQuerySet], QuerySet]
    of: Callable[[EventQuerySet, str], EventQuerySet]
    names: Callable[[Collection[str], str], Mapping[str, str]]


def _per_column(column: str) -> Callable[[EventQuerySet], QuerySet]:
    return lambda events: events.order_by().values_list(column).annotate(count=Count("pk"))


def _per_place(events: EventQuerySet) -> QuerySet:
    placed = events.order_by().annotate(value=Coalesce("set_place__key", "found_place__key"))
    return placed.exclude(value=None).values_list("value").annotate(count=Count("pk"))


def _by_key(model: type[Actor] | type[Place]) -> Callable[[Collection[str], str], Mapping[str, str]]:
    return lambda keys, language: {row.key: row.name_in(language) for row in model.objects.filter(key__in=keys)}


def _outlets(keys: Collection[str], language: str) -> Mapping[str, str]:
    return {str(pk): name for pk, name in Outlet.objects.filter(pk__in=keys).values_list("pk", "name")}


KINDS: Mapping[str, Kind] = {
    "type": Kind(
        _per_column("type"),
        lambda events, value: events.of_types([value]),
        lambda values, language: {value: label_of(EventType, value) for value in values},
    ),
    "status": Kind(
        _per_column("status"),
        lambda events, value: events.filter(status=value),
        lambda values, language: {value: label_of(EventStatus, value) for value in values},
    ),
    "actor": Kind(
        lambda events: each_value(events, "found_actors"),
        lambda events, value: events.with_actor(value),
        _by_key(Actor),
    ),
    "place": Kind(_per_place, lambda events, value: events.in_place(value), _by_key(Place)),
    "lang": Kind(
        lambda events: each_value(events, "found_languages"),
        lambda events, value: events.told_in(value),
        lambda values, language: {code: str(name) for code, name in settings.LANGUAGES if code in values},
    ),
    "source": Kind(
        lambda events: each_value(events, "found_outlets"),
        lambda events, value: events.told_by(int(value)),
        _outlets,
    ),
}


#: The kinds that the tallies count, where the lanes are those of everything.
_TALLIED = {
    "type": Tally.Facet.TYPE,
    "status": Tally.Facet.STATUS,
    "actor": Tally.Facet.ACTOR,
    "place": Tally.Facet.PLACE,
    "lang": Tally.Facet.LANGUAGE,
    "source": Tally.Facet.OUTLET,
}


def read_lanes(
    narrowed: EventQuerySet,
    grid: Grid,
    kind: str,
    limit: int,
    *,
    total: int,
    tallied: bool,
    pinned: Collection[int] = (),
) -> tuple[list[Lane], list[Event]]:
    """The fullest lanes of the window, and all the events shown in them, in each lane the pinned ones first.

    ``total`` is how many the window holds; ``tallied`` says that ``narrowed`` are all events, so that nothing has to be
    counted one by one.
    """
    events, parted = narrowed.between(grid.first, grid.last), KINDS[kind]
    facet = _TALLIED.get(kind) if tallied else None
    is_counted = facet is not None or total <= WEIGHED
    if not is_counted:
        weightiest = list(events.most_salient(WEIGHED).values_list("pk", flat=True))
        events = Event.objects.filter(pk__in=[*weightiest, *_met(events, pinned)])
    fullest = _fullest_kept(facet, grid) if facet else _fullest(parted, events)
    lanes, shown = [], dict[int, Event]()
    for value, count in fullest:
        own = parted.of(events, value)
        most = pinned_first(own, pinned, max(1, limit // len(fullest)))
        new = {event.pk: event for event in most if event.pk not in shown}
        shown |= new
        counts = _counts(own, facet, value, grid) if is_counted else {}
        lanes.append(Lane(value, count if is_counted else None, counts, tuple(new)))
    return lanes, list(shown.values())


def pinned_first(events: EventQuerySet, pinned: Collection[int], limit: int) -> list[Event]:
    """At most ``limit`` of these with what is shown of them: the pinned ones, then the others, by their salience."""
    if not pinned:
        return list(with_row_columns(events).most_salient(limit))
    first = list(with_row_columns(events.filter(pk__in=pinned)).most_salient(limit))
    others = events.exclude(pk__in=[event.pk for event in first])
    return [*first, *with_row_columns(others).most_salient(limit - len(first))]


def _met(events: EventQuerySet, pinned: Collection[int]) -> list[int]:
    return list(events.filter(pk__in=pinned).values_list("pk", flat=True)) if pinned else []


def _counts(own: EventQuerySet, facet: Tally.Facet | None, value: str, grid: Grid) -> Mapping[int, int]:
    return (add_up(Kept(facet, [value]), grid) if facet else count_events(own, grid))[0]


def _fullest(parted: Kind, events: EventQuerySet) -> list[tuple[str, int]]:
    counted = parted.counted(events).order_by("-count")[:LANES]
    return [(str(value), count) for value, count in counted if value]


def _fullest_kept(facet: Tally.Facet, grid: Grid) -> list[tuple[str, int]]:
    kept = totals(facet, grid.first, grid.last)
    return sorted(kept.items(), key=lambda pair: (-pair[1], pair[0]))[:LANES]


def lane_values(kind: str, lanes: Collection[Lane], grid: Grid | None, language: str) -> list[dict[str, object]]:
    """The lanes as they are sent to scripts and clients; ``counts`` has a number for each bin, or none at all."""
    if not kind or grid is None:
        return []
    names = KINDS[kind].names([lane.value for lane in lanes], language)
    return [
        {
            "value": lane.value,
            "label": names.get(lane.value, lane.value),
            "total": lane.total,
            "counts": [] if lane.total is None else [lane.counts.get(number, 0) for number in grid.numbers()],
        }
        for lane in lanes
    ]
