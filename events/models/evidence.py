"""Events together with what is shown of them: sources, articles, mentions, actors and places, in a few queries.

It stands apart from the QuerySet of events, because it names the models that in their turn name ``Event``.
"""

from __future__ import annotations

from django.db.models import Prefetch

from events.models.actor import Participation
from events.models.querysets import EventQuerySet
from events.models.source import Mention, Source, SourceQuerySet


def with_evidence(events: EventQuerySet) -> EventQuerySet:
    """The same events with what readers are shown of them; the number of queries does not grow with the events."""
    return _with_sources(events, Source.objects.shown())


def with_all_evidence(events: EventQuerySet) -> EventQuerySet:
    """As ``with_evidence``, but with what the latest run says of every source, accepted or not: for the desk."""
    return _with_sources(events, Source.objects.as_read_last())


def _with_sources(events: EventQuerySet, sources: SourceQuerySet) -> EventQuerySet:
    mentions = Prefetch("mentions", Mention.objects.select_related("time_expression"))
    parts = Prefetch("participations", Participation.objects.select_related("actor"))
    related = sources.select_related("article", "article__outlet", "place").prefetch_related(mentions, parts)
    return events.select_related("set_place", "found_place").prefetch_related(Prefetch("sources", related))
