"""What a curated timeline shows."""

from __future__ import annotations

from events.models import Event, Timeline
from events.models.querysets import EventQuerySet
from events.reading.filters import Filters


def collected(timeline: Timeline) -> EventQuerySet:
    """The published events that its saved filter lets through; a reader's own choice narrows them further."""
    return Filters.parse(timeline.filter).in_window(Event.objects.published())
