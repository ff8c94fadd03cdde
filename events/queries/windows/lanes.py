"""Lanes: the window's events apart by type, status, actor, place, language or outlet, the fullest lanes first.

Each lane has its own most salient events, so that a quiet one is not emptied by a loud one.  An event that belongs to
several (two actors, two outlets) stands in the emptiest of them: else an actor whom all events name would take them all
and leave the other lanes bare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.db.models.expressions import Combinable

from events.models import Actor, Outlet, Place, Tally
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.queries.counting.facet_counts import fullest
from events.queries.counting.histogram import Grid
from events.queries.counting.tallies import Kept, add_up, totals
from events.queries.windows.ranking import Ranking

#: More would leave each too low to be read.
LANES = 8
#: Where no tally knows the lanes of more events than these, they are the lanes of the weightiest, and not counted.
WEIGHED = 5_000


@dataclass(frozen=True, slots=True)
class Lane:
    """A value, how many events of the window have it (None where that would take too long to count), where they stand
    (by grid number), the ids of those shown in it, and those of its most salient ones in whatever lane they stand."""

    value: str
    total: int | None
    counts: Mapping[int, int]
    shown: tuple[int, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to part events: the tallies that count it, an event's value (one or a list of them), the events of one
    value, and what values are called in a language."""

    facet: Tally.Facet
    value: Combinable
    of: Callable[[EventQuerySet, str], EventQuerySet]
    names: Callable[[Collection[str], str], Mapping[str, str]]


def _by_key(model: type[Actor] | type[Place]) -> Callable[[Collection[str], str], Mapping[str, str]]:
    return lambda keys, language: {row.key: row.name_in(language) for row in model.objects.filter(key__in=keys)}


def _outlets(keys: Collection[str], language: str) -> Mapping[str, str]:
    return {str(pk): name for pk, name in Outlet.objects.filter(pk__in=keys).values_list("pk", "name")}


#: The key of an event's place.
_PLACE = Subquery(Place.objects.filter(pk=OuterRef("shown_place")).values("key"))
KINDS: Mapping[str, Kind] = {
    "type": Kind(
        Tally.Facet.TYPE,
        F("type"),
        lambda events, value: events.of_types([value]),
        lambda values, language: {value: label_of(EventType, value) for value in values},
    ),
    "status": Kind(
        Tally.Facet.STATUS,
        F("status"),
        lambda events, value: events.filter(status=value),
        lambda values, language: {value: label_of(EventStatus, value) for value in values},
    ),
    "actor": Kind(Tally.Facet.ACTOR, F("found_actors"), lambda events, value: events.with_actor(value), _by_key(Actor)),
    "place": Kind(Tally.Facet.PLACE, _PLACE, lambda events, value: events.in_place(value), _by_key(Place)),
    "lang": Kind(
        Tally.Facet.LANGUAGE,
        F("found_languages"),
        lambda events, value: events.in_languages(value),
        lambda values, language: {code: str(name) for code, name in settings.LANGUAGES if code in values},
    ),
    "source": Kind(
        Tally.Facet.OUTLET, F("found_outlets"), lambda events, value: events.from_outlets(int(value)), _outlets
    ),
}


def read_lanes(
    narrowed: EventQuerySet, ranking: Ranking, kind: str, limit: int, *, tallied: bool, pinned: Collection[int] = ()
) -> tuple[list[Lane], list[int]]:
    """The fullest lanes of the window, and the ids of all events shown in them, in each lane the pinned ones first.

    ``tallied`` says that ``narrowed`` are all events, so that the tallies know how many there are and where.
    """
    if tallied:
        lanes = _tallied(narrowed, ranking, KINDS[kind], limit, pinned)
    else:
        lanes = _read_through(narrowed, ranking, KINDS[kind], limit, pinned)
    shown = dict[int, None]()
    parted = []
    for lane in reversed(list(lanes)):
        new = tuple(pk for pk in lane.shown if pk not in shown)
        shown |= dict.fromkeys(new)
        parted.append(replace(lane, shown=new))
    return parted[::-1], list(shown)


def _tallied(
    narrowed: EventQuerySet, ranking: Ranking, kind: Kind, limit: int, pinned: Collection[int]
) -> Iterable[Lane]:
    grid = ranking.grid
    lanes = fullest(totals(kind.facet, grid.first, grid.last), LANES)
    for value, count in lanes.items():
        most = ranking.pinned_first(kind.of(narrowed, value), pinned, max(1, limit // len(lanes)), count)
        yield Lane(value, count, add_up(Kept(kind.facet, [value]), grid)[0], tuple(most), tuple(most))


def _read_through(
    narrowed: EventQuerySet, ranking: Ranking, kind: Kind, limit: int, pinned: Collection[int]
) -> Iterable[Lane]:
    """The lanes of at most ``WEIGHED`` events, each of which is looked at once."""
    rows = ranking.read_through(narrowed, kind.value, WEIGHED, pinned)
    told = [(pk, number, _texts(value)) for pk, number, value in rows]
    lanes = fullest(Counter(value for _pk, _number, values in told for value in values), LANES)
    is_counted = ranking.total <= WEIGHED
    for value, count in lanes.items():
        own = [(pk, number) for pk, number, values in told if value in values]
        members = tuple(pk for pk, _number in own)
        most = members[: max(1, limit // len(lanes))]
        counts = Counter(number for _pk, number in own)
        yield Lane(value, count, counts, most, members) if is_counted else Lane(value, None, {}, most, members)


def _texts(told: Any) -> list[str]:
    """A row's values as texts, whether its column holds one or a list."""
    return [str(value) for value in (told if isinstance(told, list) else [told]) if value]


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
