"""How many events each choice would leave: the counts beside types, languages, statuses and actors.

Types, languages and statuses are alternatives, so each is counted as if none of its kind were chosen yet.
Actors are asked for together, so they are counted among the events that all filters let through.
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
    """Choices that would leave something, the fullest first; chosen ones are there even where they leave nothing."""

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
    """In order of their counts, then of their names; empty ones only where chosen."""
    chosen = set(chosen)
    offered = [
        Choice(value, label, counts.get(value, 0))
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    ]
    return sorted(offered, key=lambda choice: (-choice.count, choice.label, choice.value))
