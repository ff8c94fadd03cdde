"""Noting that something that readers see of an event changed in another table.

Triggers set ``Event.updated_at`` when a column of the event changes (``migrations/_stamps.py``).  Quotes and details of
articles are in other tables, so whoever changes those calls ``readers_see_a_change``.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from events.models import Article, Event, Source

#: The columns of an article that an event's page shows.  Its outlet is not here: that is a column of the event.
_SHOWN = ("title", "url", "publication_date", "language")


def readers_see_a_change(ids: Iterable[int]) -> None:
    """Set ``updated_at`` to now for those of the events with these primary keys that are published."""
    Event.objects.published().filter(pk__in=list(ids)).update(updated_at=timezone.now())


def as_shown(article: Article) -> tuple[object, ...]:
    """The values that readers see of an article beside its text, for comparing before and after."""
    return tuple(getattr(article, field) for field in _SHOWN)


def events_that_show(article: Article) -> list[int]:
    """Primary keys of the events for which readers see this article as a source."""
    return list(Source.objects.accepted().filter(article=article).values_list("event", flat=True).distinct())
