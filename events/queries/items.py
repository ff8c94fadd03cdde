"""An event as the lists of the API show it: the timeline's row plus its place, its actors and all its titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db.models import Prefetch

from events.models import Event, Participation, Source
from events.models.querysets import EventQuerySet
from events.queries.participants import Named, Participant, participants_of, place_of
from events.queries.rows import EventRow, row_of, with_row_columns


@dataclass(frozen=True, slots=True)
class EventItem(EventRow):
    titles: dict[str, str]
    basis: str
    visibility: str
    place: Named | None
    actors: tuple[Participant, ...]


def with_item_columns(events: EventQuerySet) -> EventQuerySet:
    """The same events, fetched with everything that items need, in a fixed number of queries."""
    parts = Prefetch("participations", Participation.objects.select_related("actor"))
    sources = (
        Source.objects.shown().only("event_id").order_by("article__publication_date", "id").prefetch_related(parts)
    )
    related = events.prefetch_related(Prefetch("sources", sources), "set_place", "found_place")
    return with_row_columns(related, "set_place", "found_place")


def items_of(events: Iterable[Event], language: str) -> list[EventItem]:
    return [_item(event, language) for event in events]


def _item(event: Event, language: str) -> EventItem:
    row = row_of(event, language)
    return EventItem(
        **{field.name: getattr(row, field.name) for field in fields(row)},
        titles=event.titles, basis=event.basis, visibility=event.visibility,
        place=place_of(event, language), actors=participants_of(event, language),
    )  # fmt: skip
