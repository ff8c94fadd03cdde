"""When readers last saw an event change, where its own columns do not tell it.

The database stamps a change of an event's columns (``migrations/_stamps.py``).  Quotes, and what an event's page says
of an article, stand in other tables: who changes these says so here.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from events.models import Article, Event, Source

#: What the pages of its events say of an article; its outlet is a column of the event.
_SHOWN = ("title", "url", "publication_date", "language")


def readers_see_a_change(ids: Iterable[int]) -> None:
    """Move ``updated_at`` of those events that are published."""
    Event.objects.published().filter(pk__in=list(ids)).update(updated_at=timezone.now())


def as_shown(article: Article) -> tuple[object, ...]:
    """What readers see of an article beside its text, to be compared."""
    return tuple(getattr(article, field) for field in _SHOWN)


def events_that_show(article: Article) -> list[int]:
    """The events of which readers see that this article tells them."""
    return list(Source.objects.accepted().filter(article=article).values_list("event", flat=True).distinct())
