"""The company an actor keeps and the places a subject is seen at: what its page tells beside its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from events.models import Actor, Article, Place
from events.models.querysets import EventQuerySet
from events.reading.facets import each_value
from events.reading.lanes import KINDS

#: How many of each a page names.
NAMED = 12


@dataclass(frozen=True, slots=True)
class Companion:
    """An actor or a place, and in how many of the events it is named."""

    key: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Company:
    """Actors, places and latest articles of some events, the most frequent actors and places first."""

    actors: list[Companion]
    places: list[Companion]
    articles: list[Article]


def read_company(events: EventQuerySet, language: str, *, but: str) -> Company:
    """Whom and what these events name beside ``but``, the key of the subject itself; five queries."""
    actors = dict(each_value(events, "found_actors").order_by("-count", "value")[: NAMED + 1])
    places = dict(KINDS["place"].counted(events).order_by("-count")[: NAMED + 1])
    articles = Article.objects.readable().filter(sources__event__in=events.order_by().values("pk"))
    latest = articles.annotate(told=Count("pk")).select_related("outlet").order_by("-publication_date", "-pk")[:NAMED]
    return Company(
        _companions(Actor.objects.filter(key__in=actors), actors, language, but),
        _companions(Place.objects.filter(key__in=places), places, language, but),
        list(latest),
    )


def _companions(
    rows: Iterable[Actor] | Iterable[Place], counts: Mapping[str, int], language: str, but: str
) -> list[Companion]:
    named = [Companion(row.key, row.name_in(language), counts[row.key]) for row in rows if row.key != but]
    return sorted(named, key=lambda one: (-one.events, one.name))[:NAMED]
