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

from events.models import Actor, Event, Outlet, Place
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.reading.facets import each_value
from events.reading.rows import with_row_columns

#: More would leave each too low to be read.
LANES = 8


@dataclass(frozen=True, slots=True)
class Lane:
    """A value, how many events of the window have it, and the ids of those that are shown in it."""

    value: str
    total: int
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


def _per_outlet(events: EventQuerySet) -> QuerySet:
    told = events.order_by().exclude(sources__article__outlet=None).values_list("sources__article__outlet")
    return told.annotate(count=Count("pk", distinct=True))


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
        _per_outlet,
        lambda events, value: events.told_by(int(value)),
        _outlets,
    ),
}


def read_lanes(events: EventQuerySet, kind: str, limit: int) -> tuple[list[Lane], list[Event]]:
    """The fullest lanes of the window's ``events``, and all the events shown in them."""
    parted = KINDS[kind]
    counts = [(str(value), count) for value, count in parted.counted(events).order_by("-count")[:LANES] if value]
    lanes, shown = [], dict[int, Event]()
    for value, count in counts:
        own = with_row_columns(parted.of(events, value)).most_salient(max(1, limit // len(counts)))
        new = {event.pk: event for event in own if event.pk not in shown}
        shown |= new
        lanes.append(Lane(value, count, tuple(new)))
    return lanes, list(shown.values())


def lane_values(kind: str, lanes: Collection[Lane], language: str) -> list[dict[str, object]]:
    """The lanes as they are sent to scripts and clients."""
    names = KINDS[kind].names([lane.value for lane in lanes], language) if kind else {}
    return [{"value": lane.value, "label": names.get(lane.value, lane.value), "total": lane.total} for lane in lanes]
