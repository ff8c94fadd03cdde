"""Finding actors by name, with the number of their published events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from events.models import Actor, Tally
from events.models.tally import CELL
from events.queries.subjects.published import shown_actors


@dataclass(frozen=True, slots=True)
class ActorItem:
    key: str
    name: str
    names: dict[str, str]
    events: int


def named_actors(words: str) -> QuerySet[Actor]:
    """Actors of published events whose names have all these words, or whose key begins with them; "" gives all."""
    actors = shown_actors()
    if not words.strip():
        return actors
    return actors.filter(Q(pk__in=Actor.objects.matching(words)) | Q(key__istartswith=words))


def actor_items(actors: Sequence[Actor], language: str) -> list[ActorItem]:
    """The actors with the numbers of their published events, counted in one query."""
    of_these = Tally.objects.filter(facet=Tally.Facet.ACTOR, length=CELL, value__in=[actor.key for actor in actors])
    events = dict(of_these.order_by().values_list("value").annotate(events=Sum("count")))
    return [ActorItem(actor.key, actor.name_in(language), actor.names, events.get(actor.key, 0)) for actor in actors]
