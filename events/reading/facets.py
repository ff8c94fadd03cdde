"""How many events each choice would leave: the counts beside types, languages, statuses and actors.

Types, languages and statuses are alternatives, so each is counted as if none of its kind were chosen yet.
Actors are asked for together, so they are counted among the events that all filters let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import CharField, Count, F, Func, QuerySet, TextChoices

from events.models import Actor, Tally
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.reading.filters import Filters
from events.reading.found import count_values
from events.reading.tallies import is_everything, totals

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
    """Count every choice within the window and under the other filters: one query for all kinds of which nothing is
    chosen, one for each other kind, and one for the actors' names.
    """
    counts = _counts(events, filters)
    labels = {code: str(name) for code, name in settings.LANGUAGES}
    return Facets(
        type=_named(counts[Tally.Facet.TYPE], EventType, filters.types),
        status=_named(counts[Tally.Facet.STATUS], EventStatus, filters.statuses),
        lang=_choices(counts[Tally.Facet.LANGUAGE], labels, filters.languages),
        actor=_actors(counts[Tally.Facet.ACTOR], filters, language, actors),
    )


def _counts(events: EventQuerySet, filters: Filters) -> Mapping[str, Mapping[str, int]]:
    """Kind → value → events."""
    others = {
        Tally.Facet.TYPE: replace(filters, types=()),
        Tally.Facet.STATUS: replace(filters, statuses=()),
        Tally.Facet.LANGUAGE: replace(filters, languages=()),
        Tally.Facet.ACTOR: filters,
    }
    all_of_them = is_everything(events)
    tallied = [facet for facet, asked in others.items() if all_of_them and asked.is_empty()]
    counts: dict[str, Mapping[str, int]] = {facet: totals(facet, filters.first, filters.last) for facet in tallied}
    for asked in dict.fromkeys(others[facet] for facet in others if facet not in tallied):
        alike = [facet for facet in others if facet not in tallied and others[facet] == asked]
        counts |= count_values(asked.in_window(events), alike)
    return counts


def _named(counts: Mapping[str, int], names: type[TextChoices], chosen: Iterable[str]) -> list[Choice]:
    return _choices(counts, {value: label_of(names, value) for value in {*counts, *chosen} if value}, chosen)


def _actors(counts: Mapping[str, int], filters: Filters, language: str, most: int) -> list[Choice]:
    fullest = dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])
    named = Actor.objects.filter(key__in={*fullest, *filters.actors})
    return _choices(counts, {actor.key: actor.name_in(language) for actor in named}, filters.actors)


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
