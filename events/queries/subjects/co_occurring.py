"""The company an actor keeps and the places a subject is seen at: what its page tells beside its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.models import Actor, Article, Event, Place, Source, Tally
from events.models.querysets import EventQuerySet
from events.queries.counting.facet_counts import fullest
from events.queries.counting.search_counts import count_values

#: How many of each a page names.
NAMED = 12
#: Events among which companions are counted: those that matter most.  Counting half a million takes seconds.
COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class Companion:
    """An actor or a place, and in how many of the events it is named."""

    key: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Company:
    """Actors, places and latest articles of some events, the most frequent actors and places first.

    ``of`` is the number of events among which they were counted where there are more, else 0.
    """

    actors: list[Companion]
    places: list[Companion]
    articles: list[Article]
    of: int = 0


def read_company(events: EventQuerySet, language: str, *, but: str) -> Company:
    """Whom and what these events name beside ``but``, the key of the subject itself; five queries."""
    weightiest = Event.objects.filter(pk__in=events.most_salient(COUNTED).values("pk"))
    named = count_values(weightiest, [Tally.Facet.ACTOR, Tally.Facet.PLACE])
    actors, places = (fullest(named[facet], NAMED + 1) for facet in (Tally.Facet.ACTOR, Tally.Facet.PLACE))
    return Company(
        _companions(Actor.objects.filter(key__in=actors), actors, language, but),
        _companions(Place.objects.filter(key__in=places), places, language, but),
        _latest_articles(events),
        COUNTED if len(events.order_by().values_list("pk")[: COUNTED + 1]) > COUNTED else 0,
    )


def _latest_articles(events: EventQuerySet) -> list[Article]:
    """Those that came in last, the newest first."""
    told = Source.objects.accepted().filter(event__in=events.order_by().values("pk")).order_by("-pk")
    came_in = list(dict.fromkeys(told.values_list("article", flat=True)[: 3 * NAMED]))[:NAMED]
    return list(Article.objects.filter(pk__in=came_in).select_related("outlet").order_by("-publication_date", "-pk"))


def _companions(
    rows: Iterable[Actor] | Iterable[Place], counts: Mapping[str, int], language: str, but: str
) -> list[Companion]:
    named = [Companion(row.key, row.name_in(language), counts[row.key]) for row in rows if row.key != but]
    return sorted(named, key=lambda one: (-one.events, one.name))[:NAMED]
