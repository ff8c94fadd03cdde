"""How many events each choice would leave: the counts beside types, languages, statuses and actors.

Types, languages and statuses are alternatives, so each is counted as if none of its kind were chosen yet.
Actors are asked for together, so they are counted among the events that all filters let through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import CharField, Count, F, Func, QuerySet, TextChoices

from events.models import Actor, Tally
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.reading.filters import Filters
from events.reading.tallies import is_everything, totals

_ALL = Count("pk")
#: Actors offered: those with most events; any other is found by its name.
ACTORS = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, its name in the interface's language and how many events it would leave."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Choices that would leave something, the fullest first; chosen ones are always there."""

    type: list[Choice]
    status: list[Choice]
    lang: list[Choice]
    actor: list[Choice]


def read_facets(events: EventQuerySet, filters: Filters, language: str, *, actors: int = ACTORS) -> Facets:
    """Count every choice within the window and under the other filters; four queries, and one for the actors' names."""
    return Facets(
        type=_values(events, replace(filters, types=()), Tally.Facet.TYPE, EventType, filters.types),
        status=_values(events, replace(filters, statuses=()), Tally.Facet.STATUS, EventStatus, filters.statuses),
        lang=_languages(events, replace(filters, languages=()), filters.languages),
        actor=_actors(events, filters, language, actors),
    )


def _values(
    events: EventQuerySet, filters: Filters, facet: Tally.Facet, names: type[TextChoices], chosen: Iterable[str]
) -> list[Choice]:
    counts = _counted(
        events, filters, facet, lambda some: some.order_by().values_list(facet.value).annotate(count=_ALL)
    )
    return _choices(counts, {value: label_of(names, value) for value in {*counts, *chosen} if value}, chosen)


def _languages(events: EventQuerySet, filters: Filters, chosen: Iterable[str]) -> list[Choice]:
    labels = {code: str(name) for code, name in settings.LANGUAGES}
    counts = _counted(events, filters, Tally.Facet.LANGUAGE, lambda some: each_value(some, "found_languages"))
    return _choices(counts, labels, chosen)


def _actors(events: EventQuerySet, filters: Filters, language: str, most: int) -> list[Choice]:
    counts = _counted(events, filters, Tally.Facet.ACTOR, lambda some: each_value(some, "found_actors"))
    fullest = dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])
    named = Actor.objects.filter(key__in={*fullest, *filters.actors})
    return _choices(counts, {actor.key: actor.name_in(language) for actor in named}, filters.actors)


def _counted(
    events: EventQuerySet, filters: Filters, facet: Tally.Facet, count: Callable[[EventQuerySet], QuerySet]
) -> Mapping[str, int]:
    """Value → events; where nothing but the window is asked for, from the tallies."""
    if not (filters.is_empty() and is_everything(events)):
        return dict(count(filters.in_window(events)))
    return totals(facet, filters.first, filters.last)


def each_value(events: EventQuerySet, column: str) -> QuerySet[Any, tuple[str, int]]:
    """Each value of a column of lists, with the number of events in whose list it is."""
    value = Func(F(column), function="UNNEST", output_field=CharField())
    value.set_returning = True
    return events.order_by().annotate(value=value).values_list("value").annotate(count=Count("pk"))


def _choices(counts: Mapping[str, int], labels: Mapping[str, str], chosen: Iterable[str]) -> list[Choice]:
    """In order of their counts, then of their names; empty ones only where chosen."""
    chosen = set(chosen)
    offered = [
        Choice(value, label, counts.get(value, 0))
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    ]
    return sorted(offered, key=lambda choice: (-choice.count, choice.label, choice.value))
