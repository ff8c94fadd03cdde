"""Lanes: the events of a window, divided by type, status, actor, place, language or outlet, the fullest lane first.

Each lane shows its own most salient events, so that lanes with less salient events are not empty.  An event that
belongs to several lanes (two actors, two outlets) is shown in the one with the fewest events; otherwise an actor that
occurs in all events would take them all.
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
from events.queries.counting.tallies import TallySelection, add_up, totals
from events.queries.windows.ranking import Ranking

#: The most lanes; more would not be high enough to be readable.
LANES = 8
#: If the tallies do not have the counts, at most so many events are looked at, the most salient.  If there are more,
#: the lanes are those of the events that were looked at, without counts.
WEIGHED = 5_000


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of a window.

    ``total`` is the number of events with ``value`` in the window, None if counting would take too long; ``counts`` are
    their numbers by number of bin.  ``shown`` are the primary keys of the events shown in this lane; ``members`` also
    include its most salient events that are shown in another lane.
    """

    value: str
    total: int | None
    counts: Mapping[int, int]
    shown: tuple[int, ...]
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to divide events into lanes.

    ``facet`` is the tally that counts it, ``value`` an expression for an event's value or list of values.  ``of``
    narrows events to one value, and ``names`` gives the names of values in a language.
    """

    facet: Tally.Facet
    value: Combinable
    of: Callable[[EventQuerySet, str], EventQuerySet]
    names: Callable[[Collection[str], str], Mapping[str, str]]


def _by_key(model: type[Actor] | type[Place]) -> Callable[[Collection[str], str], Mapping[str, str]]:
    return lambda keys, language: {row.key: row.name_in(language) for row in model.objects.filter(key__in=keys)}


def _outlets(keys: Collection[str], language: str) -> Mapping[str, str]:
    return {str(pk): name for pk, name in Outlet.objects.filter(pk__in=keys).values_list("pk", "name")}


#: An expression for the key of an event's place.
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
    """The fullest lanes of the window, and the primary keys of all events shown in them; pinned events come first.

    ``tallied`` says that ``narrowed`` are all published events, so that counts can be taken from the tallies.
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
        yield Lane(value, count, add_up(TallySelection(kind.facet, [value]), grid)[0], tuple(most), tuple(most))


def _read_through(
    narrowed: EventQuerySet, ranking: Ranking, kind: Kind, limit: int, pinned: Collection[int]
) -> Iterable[Lane]:
    """Lanes from looking at the ``WEIGHED`` most salient events one by one."""
    rows = ranking.read_through(narrowed, kind.value, WEIGHED, pinned)
    valued = [(pk, number, _texts(value)) for pk, number, value in rows]
    lanes = fullest(Counter(value for _pk, _number, values in valued for value in values), LANES)
    is_counted = ranking.total <= WEIGHED
    for value, count in lanes.items():
        own = [(pk, number) for pk, number, values in valued if value in values]
        members = tuple(pk for pk, _number in own)
        most = members[: max(1, limit // len(lanes))]
        counts = Counter(number for _pk, number in own)
        yield Lane(value, count, counts, most, members) if is_counted else Lane(value, None, {}, most, members)


def _texts(column: Any) -> list[str]:
    """The values in a column as strings, whether it holds one value or a list."""
    return [str(value) for value in (column if isinstance(column, list) else [column]) if value]


def lane_values(kind: str, lanes: Collection[Lane], grid: Grid | None, language: str) -> list[dict[str, object]]:
    """The lanes in the form that scripts and clients get; ``counts`` has a number for each bin, or is empty."""
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
