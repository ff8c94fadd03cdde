"""Actors by name, each with the number of published events that name it; places that readers see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from events.models import Actor, Event, Participation, Place
from events.models.choices import Visibility


@dataclass(frozen=True, slots=True)
class ActorItem:
    key: str
    name: str
    names: dict[str, str]
    events: int


def named_actors(words: str) -> QuerySet[Actor]:
    """Those that a published event names, with all these words in their names, or with this key's beginning."""
    shown = _shown_parts().filter(actor=OuterRef("pk"))
    actors = Actor.objects.filter(Exists(shown)).order_by("key")
    if not words.strip():
        return actors
    return actors.filter(Q(pk__in=Actor.objects.matching(words)) | Q(key__istartswith=words))


def _shown_parts() -> QuerySet[Participation]:
    """Parts that accepted sources of published events tell of."""
    return Participation.objects.filter(
        source__accepted_at__isnull=False, source__event__visibility=Visibility.PUBLISHED
    )


def shown_places() -> QuerySet[Place]:
    """Places where a published event happened."""
    told = Event.objects.published().filter(shown_place=OuterRef("pk"))
    return Place.objects.filter(Exists(told)).order_by("key")


def actor_items(actors: Sequence[Actor], language: str) -> list[ActorItem]:
    """With their counts, in one query for all."""
    counted = (
        _shown_parts()
        .filter(actor__in=actors)
        .order_by()
        .values_list("actor")
        .annotate(events=Count("source__event", distinct=True))
    )
    events = dict(counted)
    return [ActorItem(actor.key, actor.name_in(language), actor.names, events.get(actor.pk, 0)) for actor in actors]
