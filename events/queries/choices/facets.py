"""Facets of the timeline's form: types, statuses, languages and actors, with the number of events for each value.

Several types, languages or statuses mean any of them, so each is counted as if none of its kind were chosen yet.
Several actors mean all of them together, so actors are counted among the events that pass all filters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import TextChoices

from events.models import Tally
from events.models.choices import EventStatus, EventType, label_of
from events.models.querysets import EventQuerySet
from events.queries.counting.facet_counts import counts_of, fullest
from events.queries.filters import Filters
from events.queries.subjects.published import shown_actors

#: How many actors are offered, those with most events; others are found by searching for a name.
ACTORS = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, its name in the interface's language, and how many events there would be with it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Choices with at least one event, the highest counts first; chosen values are included even without events."""

    type: list[Choice]
    status: list[Choice]
    lang: list[Choice]
    actor: list[Choice]


def read_facets(events: EventQuerySet, filters: Filters, language: str, *, actors: int = ACTORS) -> Facets:
    """Count the events for each choice, in the window and with the other filters.

    It takes one query for all kinds without a chosen value, one for each other kind, and one for the actors' names.
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
    """Facet → value → number of events."""
    others = {
        Tally.Facet.TYPE: replace(filters, types=()),
        Tally.Facet.STATUS: replace(filters, statuses=()),
        Tally.Facet.LANGUAGE: replace(filters, languages=()),
        Tally.Facet.ACTOR: filters,
    }
    counts: dict[str, Mapping[str, int]] = {}
    for asked in dict.fromkeys(others.values()):
        counts |= counts_of(events, asked, [facet for facet in others if others[facet] == asked])
    return counts


def _named(counts: Mapping[str, int], names: type[TextChoices], chosen: Iterable[str]) -> list[Choice]:
    return _choices(counts, {value: label_of(names, value) for value in {*counts, *chosen} if value}, chosen)


def _actors(counts: Mapping[str, int], filters: Filters, language: str, most: int) -> list[Choice]:
    named = shown_actors().filter(key__in={*fullest(counts, most), *filters.actors})
    return _choices(counts, {actor.key: actor.name_in(language) for actor in named}, filters.actors)


def _choices(counts: Mapping[str, int], labels: Mapping[str, str], chosen: Iterable[str]) -> list[Choice]:
    """Choices by count, then name; those without events only if they are chosen."""
    chosen = set(chosen)
    offered = [
        Choice(value, label, counts.get(value, 0))
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    ]
    return sorted(offered, key=lambda choice: (-choice.count, choice.label, choice.value))
