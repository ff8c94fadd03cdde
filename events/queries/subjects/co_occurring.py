"""Actors and places that often occur together with an actor or place; its page lists them beside its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.models import Actor, Article, Event, Place, Source, Tally
from events.models.querysets import EventQuerySet
from events.queries.counting.facet_counts import fullest
from events.queries.counting.search_counts import count_values

#: How many actors, places and articles a page lists.
NAMED = 12
#: The most events that are counted, the most salient ones.  Counting half a million would take seconds.
COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """An actor or a place, and the number of events it has in common with the subject."""

    key: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class CoOccurring:
    """Actors and places of some events, the most frequent first, and the latest articles.

    ``of`` is the number of events that were counted if there are more than that, else 0.
    """

    actors: list[CoOccurrence]
    places: list[CoOccurrence]
    articles: list[Article]
    of: int = 0


def read_co_occurring(events: EventQuerySet, language: str, *, but: str) -> CoOccurring:
    """The actors, places and articles of these events, without the subject, whose key is ``but``; five queries."""
    weightiest = Event.objects.filter(pk__in=events.most_salient(COUNTED).values("pk"))
    named = count_values(weightiest, [Tally.Facet.ACTOR, Tally.Facet.PLACE])
    actors, places = (fullest(named[facet], NAMED + 1) for facet in (Tally.Facet.ACTOR, Tally.Facet.PLACE))
    return CoOccurring(
        _co_occurrences(Actor.objects.filter(key__in=actors), actors, language, but),
        _co_occurrences(Place.objects.filter(key__in=places), places, language, but),
        _latest_articles(events),
        COUNTED if len(events.order_by().values_list("pk")[: COUNTED + 1]) > COUNTED else 0,
    )


def _latest_articles(events: EventQuerySet) -> list[Article]:
    """The articles of the sources that were added last, by publication date, the newest first."""
    sources = Source.objects.accepted().filter(event__in=events.order_by().values("pk")).order_by("-pk")
    latest = list(dict.fromkeys(sources.values_list("article", flat=True)[: 3 * NAMED]))[:NAMED]
    return list(Article.objects.filter(pk__in=latest).select_related("outlet").order_by("-publication_date", "-pk"))


def _co_occurrences(
    rows: Iterable[Actor] | Iterable[Place], counts: Mapping[str, int], language: str, but: str
) -> list[CoOccurrence]:
    named = [CoOccurrence(row.key, row.name_in(language), counts[row.key]) for row in rows if row.key != but]
    return sorted(named, key=lambda one: (-one.events, one.name))[:NAMED]
