"""A second run over an article: which sources of the first it finds again, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.extraction.types import ExtractedEvent
from events.models import Event, Source


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
    return sum(
        max(0, min(mention.end, earlier.end) - max(mention.start, earlier.start))
        for mention in event.mentions
        for earlier in source.mentions.all()
    )


def retire(sources: Iterable[Source]) -> set[int]:
    """Take away sources that the new run does not find; return the events that have to be refreshed.

    Where an editor worked on the event the source stays as evidence, marked stale.
    """
    touched = set()
    for source in sources:
        if source.event.decisions.exists():
            source.stale = True
            source.save(update_fields=["stale"])
            touched.add(source.event_id)
            continue
        event_id = source.event_id
        source.delete()
        if Source.objects.filter(event=event_id).exists():
            touched.add(event_id)
        else:
            Event.objects.filter(pk=event_id, added_by=None).delete()
    return touched
