"""The events of a curated timeline: those that pass its filter, plus the pinned and minus the hidden ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from events.models import Era, Event, Timeline, TimelinePick
from events.models.querysets import EventQuerySet
from events.queries.filters import Filters


@dataclass(frozen=True, slots=True)
class EraRow:
    """A named stretch of time; ``first`` or ``last`` is None for an open end."""

    title: str
    edtf: str
    first: date | None
    last: date | None
    colour: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Published events before any window is chosen, primary keys of the pinned ones, and the eras behind them."""

    events: EventQuerySet
    pinned: tuple[int, ...] = ()
    eras: tuple[EraRow, ...] = ()


def everything() -> Collection:
    """All published events."""
    return Collection(Event.objects.published())


def collected(timeline: Timeline) -> Collection:
    """The events of a curated timeline; a reader's filters narrow them further."""
    picks = dict(timeline.picks.values_list("event_id", "kind"))
    pinned = [pk for pk, kind in picks.items() if kind == TimelinePick.Kind.PINNED]
    hidden = [pk for pk, kind in picks.items() if kind == TimelinePick.Kind.HIDDEN]
    filtered = Filters.parse(timeline.filter).in_window(Event.objects.published())
    if pinned:
        passing = Q(pk__in=filtered.order_by().values("pk")) | Q(pk__in=pinned)
        filtered = Event.objects.published().filter(passing)
    if hidden:
        filtered = filtered.exclude(pk__in=hidden)
    return Collection(filtered, tuple(pinned), tuple(map(_row, timeline.eras.all())))


def _row(era: Era) -> EraRow:
    return EraRow(era.title, era.edtf, era.first_day, era.last_day, era.colour)
