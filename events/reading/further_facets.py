"""Counts beside what the timeline's own form has no room for: places, outlets, and any actor that is asked for by name.

They are counted event by event, so they stand on a page of their own and not on the timeline's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Count, Q

from events.models import Actor, Outlet, Place
from events.models.querysets import EventQuerySet
from events.reading.actors import named_actors
from events.reading.facets import Choice
from events.reading.filters import Filters
from events.reading.lanes import KINDS


def place_choices(events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """The fullest places first, as if none were chosen yet; the chosen one is always there."""
    others = replace(filters, place="").in_window(events)
    counts = dict(KINDS["place"].counted(others).order_by("-count", "value")[:most])
    if filters.place and filters.place not in counts:
        counts[filters.place] = others.in_place(filters.place).count()
    named = Place.objects.filter(key__in=counts)
    return _fullest(Choice(place.key, place.name_in(language), counts[place.key]) for place in named)


def outlet_choices(events: EventQuerySet, filters: Filters, most: int) -> list[Choice]:
    """The fullest outlets first, as if none were chosen yet; the chosen ones are always there."""
    others = replace(filters, outlets=()).in_window(events)
    counts = dict(KINDS["source"].counted(others).order_by("-count")[:most])
    for outlet in filters.outlets:
        counts.setdefault(outlet, others.told_by(outlet).count())
    named = Outlet.objects.filter(pk__in=counts).values_list("pk", "name")
    return _fullest(Choice(str(pk), name, counts[pk]) for pk, name in named)


def actors_called(words: str, events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    """Actors whose name holds these words, with the events that each would leave; those that would leave some first."""
    return _counted(list(named_actors(words)[:most]), filters.in_window(events), language)


def _counted(actors: Sequence[Actor], events: EventQuerySet, language: str) -> list[Choice]:
    """All counts in one pass."""
    if not actors:
        return []
    columns = {f"n{actor.pk}": Count("pk", filter=Q(found_actors__contains=[actor.key])) for actor in actors}
    counts = events.order_by().aggregate(**columns)
    return _fullest(Choice(actor.key, actor.name_in(language), counts[f"n{actor.pk}"]) for actor in actors)


def _fullest(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (-choice.count, choice.label, choice.value))
