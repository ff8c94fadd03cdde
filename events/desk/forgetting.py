"""Deleting actors and places that nothing names any more: no text, no editor, no filter of a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from events.models import Actor, Article, Event, Place, Timeline


@contextmanager
def forgetting_unnamed(*articles: Article) -> Iterator[None]:
    """Delete the actors and places that these articles named before the ``with`` block and that nothing names after it.

    Events must be computed again (``refresh_events``) inside the block: until then they hold actors of deleted sources.
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
        # A merged event keeps its found columns, and its actors must be there when it is unmerged.
        in_events = Event.objects.filter(found_actors__overlap=list(keys)).values_list("found_actors", flat=True)
        unnamed.filter(key__in=keys.difference(*in_events)).delete()


def _forget_places(ids: Iterable[int]) -> None:
    unnamed = Place.objects.filter(
        pk__in=ids, named_by_editor=False, sources=None, found_events=None, set_events=None
    )  # fmt: skip
    unnamed.exclude(key__in=_chosen("place")).delete()


def _chosen(parameter: str) -> set[str]:
    """The keys in the filters of timelines, under "actor" or "place"."""
    asked = (filter_.get(parameter, []) for filter_ in Timeline.objects.values_list("filter", flat=True))
    return {key for keys in asked for key in ([keys] if isinstance(keys, str) else keys)}
