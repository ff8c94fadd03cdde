"""Facets that the timeline's form has no room for: places, outlets, and actors found by name.

If the tallies do not have these counts, events are counted one by one, which is slow; so these have their own page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from events.models import Tally
from events.models.querysets import EventQuerySet
from events.queries.choices.facets import Choice
from events.queries.counting.facet_counts import counts_of, fullest
from events.queries.filters import Filters
from events.queries.subjects.actors import named_actors
from events.queries.subjects.published import shown_outlets, shown_places

#: How many actors with a matching name are looked at, to find those with most events.
_LOOKED_AT = 500


def place_choices(events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """Places with most events, counted as if none were chosen yet; the chosen one is always included."""
    counts = counts_of(events, replace(filters, place=""), [Tally.Facet.PLACE])[Tally.Facet.PLACE]
    offered = fullest(counts, most) | {key: counts.get(key, 0) for key in [filters.place] if key}
    named = shown_places().filter(key__in=offered)
    return _fullest(Choice(place.key, place.name_in(language), offered[place.key]) for place in named)


def outlet_choices(events: EventQuerySet, filters: Filters, most: int) -> list[Choice]:
    """Outlets with most events, counted as if none were chosen yet; the chosen ones are always included."""
    counts = counts_of(events, replace(filters, outlets=()), [Tally.Facet.OUTLET])[Tally.Facet.OUTLET]
    offered = fullest(counts, most) | {number: counts.get(number, 0) for number in map(str, filters.outlets)}
    named = shown_outlets().filter(pk__in=offered).values_list("pk", "name")
    return _fullest(Choice(str(pk), name, offered[str(pk)]) for pk, name in named)


def actors_called(words: str, events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """Actors whose name has these words, with the number of events for each, the highest first."""
    actors = list(named_actors(words)[:_LOOKED_AT])
    counts = counts_of(events, filters, [Tally.Facet.ACTOR])[Tally.Facet.ACTOR]
    return _fullest(Choice(one.key, one.name_in(language), counts.get(one.key, 0)) for one in actors)[:most]


def _fullest(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (-choice.count, choice.label, choice.value))
