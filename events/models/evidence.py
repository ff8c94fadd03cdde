"""Fetch events together with their evidence (sources, articles, mentions, actors, places) in a few queries.

These are functions and not methods of the QuerySet of events, because the models they need import ``Event``.
"""

from __future__ import annotations

from django.db.models import Prefetch

from events.models.actor import Participation
from events.models.querysets import EventQuerySet
from events.models.source import Mention, Source, SourceQuerySet


def with_evidence(events: EventQuerySet) -> EventQuerySet:
    """The same events, with the sources that readers are shown; the number of queries is fixed."""
    return _with_sources(events, Source.objects.shown())


def with_all_evidence(events: EventQuerySet) -> EventQuerySet:
    """As ``with_evidence``, but with the latest version of every source, accepted or not: for the desk."""
    return _with_sources(events, Source.objects.latest_versions())


def _with_sources(events: EventQuerySet, sources: SourceQuerySet) -> EventQuerySet:
    mentions = Prefetch("mentions", Mention.objects.select_related("time_expression"))
    parts = Prefetch("participations", Participation.objects.select_related("actor"))
    related = sources.select_related("article", "article__outlet", "place").prefetch_related(mentions, parts)
    return events.select_related("set_place", "found_place").prefetch_related(Prefetch("sources", related))
