"""A second run over an article: which sources of the first it finds again, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.extraction.types import ExtractedEvent
from events.models import Article, Event, Source
from events.models.choices import Visibility

#: What ``Source.refused`` holds where an editor refused that a source goes because a run found it no more.
GONE = "gone"


def earlier_sources(article: Article) -> list[Source]:
    """What earlier runs found in the article, each once; what they read otherwise hangs on it as its ``revision``."""
    sources = article.sources.filter(revises=None).select_related("event", "revision", "place")
    return list(sources.prefetch_related("mentions__time_expression", "participations__actor", "revision__mentions"))


def match_earlier(found: Sequence[ExtractedEvent], known: Sequence[Source]) -> dict[int, Source]:
    """Index of a found event → the earlier source that tells the same words.

    Pairs share text; those that share most come first, one to one.  Where one clause tells several events,
    those of the same type and date belong together.
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
    """With the source as accepted or as read last, whichever is nearer."""
    return max(_overlap(event, source), _overlap(event, source.latest_reading))


def _overlap(event: ExtractedEvent, source: Source) -> int:
    return sum(
        max(0, min(mention.end, earlier.end) - max(mention.start, earlier.start))
        for mention in event.mentions
        for earlier in source.mentions.all()
    )


def retire(sources: Iterable[Source]) -> set[int]:
    """Take away sources that the new run does not find; return the events that have to be refreshed.

    What an editor accepted stays until an editor says that it goes.  Where an editor worked on an event that is not
    published, or merged the event that the source came from, it stays as evidence, marked stale.
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
