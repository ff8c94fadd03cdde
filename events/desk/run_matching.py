"""Matching what a new run found with the sources of earlier runs, and retiring those that it did not find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.extraction.types import ExtractedEvent
from events.models import Article, Event, Source
from events.models.choices import Visibility

#: Stands in ``Source.refused`` after an editor refused to delete a source that a run no longer found.
GONE = "gone"


def earlier_sources(article: Article) -> list[Source]:
    """The sources that earlier runs found in the article, without revisions, which can be reached as ``revision``."""
    sources = article.sources.filter(revises=None).select_related("event", "revision", "place")
    return list(sources.prefetch_related("mentions__time_expression", "participations__actor", "revision__mentions"))


def match_earlier(found: Sequence[ExtractedEvent], known: Sequence[Source]) -> dict[int, Source]:
    """Match found events with earlier sources one to one; returns the index of the found event → the source.

    Pairs that have most text in common are matched first; of equal ones, those with the same type, then the same date.
    """
    pairs = sorted(
        (-shared, event.type != source.type, event.date != source.edtf, index, source.pk)
        for index, event in enumerate(found)
        for source in known
        if (shared := _shared_characters(event, source)) > 0
    )
    by_id = {source.pk: source for source in known}
    matched: dict[int, Source] = {}
    for *_, index, source_id in pairs:
        if index not in matched and source_id in by_id:
            matched[index] = by_id.pop(source_id)
    return matched


def _shared_characters(event: ExtractedEvent, source: Source) -> int:
    """How many characters the mentions share with the source or with its revision, whichever is more."""
    return max(_overlap(event, source), _overlap(event, source.latest_version))


def _overlap(event: ExtractedEvent, source: Source) -> int:
    return sum(
        max(0, min(mention.end, earlier.end) - max(mention.start, earlier.start))
        for mention in event.mentions
        for earlier in source.mentions.all()
    )


def retire(sources: Iterable[Source]) -> set[int]:
    """Deal with sources that the new run did not find; returns the primary keys of events to be computed again.

    Accepted sources are marked ``gone`` and wait for an editor.  Sources of an unpublished event that an editor worked
    on, and sources that came with a merged event, are kept and marked ``stale``.  All others are deleted, and events
    that were left with neither sources nor decisions with them.
    """
    return {event_id for source in sources for event_id in _retire(source)}


def _retire(source: Source) -> list[int]:
    event = source.event
    if source.accepted_at:
        Source.objects.filter(revises=source).delete()
        source.gone = GONE not in source.refused
        source.save(update_fields=["gone"])
        return [event.pk]
    if source.home_id or (event.visibility != Visibility.PUBLISHED and event.decisions.exists()):
        source.stale = True
        source.save(update_fields=["stale"])
        return [event.pk]
    source.delete()
    if event.sources.exists() or event.decisions.exists():
        return [event.pk]
    Event.objects.filter(pk=event.pk, added_by=None).delete()
    return []
