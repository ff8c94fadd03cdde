"""What a curated timeline shows: what its filter lets through and what is pinned to it, but for what it hides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from events.models import Era, Event, Timeline, TimelinePick
from events.models.querysets import EventQuerySet
from events.queries.filters import Filters


@dataclass(frozen=True, slots=True)
class EraRow:
    """A named stretch of time; ``first`` or ``last`` is None where it is open."""

    title: str
    edtf: str
    first: date | None
    last: date | None
    colour: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Published events with no window yet, which of them come first of all, and the eras behind them."""

    events: EventQuerySet
    pinned: tuple[int, ...] = ()
    eras: tuple[EraRow, ...] = ()


def everything() -> Collection:
    """All that is published."""
    return Collection(Event.objects.published())


def collected(timeline: Timeline) -> Collection:
    """What the timeline shows; a reader's own choice narrows it further."""
    picks = dict(timeline.picks.values_list("event_id", "kind"))
    pinned = [pk for pk, kind in picks.items() if kind == TimelinePick.Kind.PINNED]
    hidden = [pk for pk, kind in picks.items() if kind == TimelinePick.Kind.HIDDEN]
    filtered = Filters.parse(timeline.filter).in_window(Event.objects.published())
    if pinned:
        let_through = Q(pk__in=filtered.order_by().values("pk")) | Q(pk__in=pinned)
        filtered = Event.objects.published().filter(let_through)
    if hidden:
        filtered = filtered.exclude(pk__in=hidden)
    return Collection(filtered, tuple(pinned), tuple(map(_row, timeline.eras.all())))


def _row(era: Era) -> EraRow:
    return EraRow(era.title, era.edtf, era.first_day, era.last_day, era.colour)
