"""Counts beside what the timeline's own form has no room for: places, outlets, and any actor that is asked for by name.

Where no tally knows them they are counted event by event, so they stand on a page of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from events.models import Outlet, Place, Tally
from events.models.querysets import EventQuerySet
from events.reading.actors import named_actors
from events.reading.facets import Choice, each_value
from events.reading.filters import Filters
from events.reading.found import count_values
from events.reading.lanes import KINDS
from events.reading.tallies import is_everything, totals

#: Actors of a name, among whom the fullest are sought.
_LOOKED_AT = 500


def place_choices(events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """The fullest places first, as if none were chosen yet; the chosen one is always there."""
    asked = replace(filters, place="")
    others = asked.in_window(events)
    if is_everything(events) and asked.is_empty():
        counts = dict(_first(totals(Tally.Facet.PLACE, filters.first, filters.last), most))
    else:
        counts = dict(KINDS["place"].counted(others).order_by("-count", "value")[:most])
    if filters.place and filters.place not in counts:
        counts[filters.place] = others.in_place(filters.place).count()
    named = Place.objects.filter(key__in=counts)
    return _fullest(Choice(place.key, place.name_in(language), counts[place.key]) for place in named)


def outlet_choices(events: EventQuerySet, filters: Filters, most: int) -> list[Choice]:
    """The fullest outlets first, as if none were chosen yet; the chosen ones are always there."""
    asked = replace(filters, outlets=())
    others = asked.in_window(events)
    if is_everything(events) and asked.is_empty():
        every = totals(Tally.Facet.OUTLET, filters.first, filters.last)
    else:
        every = count_values(others, [Tally.Facet.OUTLET])[Tally.Facet.OUTLET]
    counts = dict(_first(every, most)) | {chosen: every.get(chosen, 0) for chosen in map(str, filters.outlets)}
    named = Outlet.objects.filter(pk__in=counts).values_list("pk", "name")
    return _fullest(Choice(str(pk), name, counts[str(pk)]) for pk, name in named)


def actors_called(words: str, events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """Actors whose name holds these words, with the events that each would leave; the fullest first."""
    actors = list(named_actors(words)[:_LOOKED_AT])
    if is_everything(events) and filters.is_empty():
        counts = totals(Tally.Facet.ACTOR, filters.first, filters.last)
    else:
        counts = dict(each_value(filters.in_window(events), "found_actors"))
    return _fullest(Choice(one.key, one.name_in(language), counts.get(one.key, 0)) for one in actors)[:most]


def _first(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most]


def _fullest(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (-choice.count, choice.label, choice.value))
