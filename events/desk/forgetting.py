"""Actors and places live as long as something names them: a text, an editor, or the filter of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from events.models import Actor, Article, Event, Place, Timeline


@contextmanager
def forgetting_unnamed(*articles: Article) -> Iterator[None]:
    """Delete those that the articles named before the writes inside, and that nothing names after them.

    Events are to be computed anew inside: what they were told by a source that went, they hold until then.
    """
    actors = set(Actor.objects.filter(participations__source__article__in=articles).values_list("pk", flat=True))
    places = set(Place.objects.filter(sources__article__in=articles).values_list("pk", flat=True))
    yield
    _forget_actors(actors)
    _forget_places(places)


def _forget_actors(ids: Iterable[int]) -> None:
    unnamed = Actor.objects.filter(pk__in=ids, named_by_editor=False, participations=None)
    keys = set(unnamed.values_list("key", flat=True)) - _chosen("actor")
    if keys:
        # An event that was merged into another keeps what it had, until it is parted from it.
        told = Event.objects.filter(found_actors__overlap=list(keys)).values_list("found_actors", flat=True)
        unnamed.filter(key__in=keys.difference(*told)).delete()


def _forget_places(ids: Iterable[int]) -> None:
    unnamed = Place.objects.filter(
        pk__in=ids, named_by_editor=False, sources=None, found_events=None, set_events=None
    )  # fmt: skip
    unnamed.exclude(key__in=_chosen("place")).delete()


def _chosen(parameter: str) -> set[str]:
    """The keys that timelines ask for."""
    asked = (filter_.get(parameter, []) for filter_ in Timeline.objects.values_list("filter", flat=True))
    return {key for keys in asked for key in ([keys] if isinstance(keys, str) else keys)}
