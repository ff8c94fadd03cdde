"""Pins on curated timelines while events are merged.

An event keeps its picks when it is merged; they sleep, as nobody sees it.  Where it is pinned and the survivor is
neither pinned nor hidden, the survivor is pinned in its place (``TimelinePick.through_merge``) until it leaves.  That
an event is hidden from a timeline says nothing of the survivor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from events.desk.curate import kept_in_history
from events.models import Event, Merge, Timeline, TimelinePick


@contextmanager
def timelines_in_history(events: Iterable[int], editor: AbstractBaseUser) -> Iterator[None]:
    """Note what the writes inside change on timelines that pick one of these events."""
    with ExitStack() as stack:
        for timeline in Timeline.objects.filter(picks__event__in=list(events)).distinct().order_by("pk"):
            stack.enter_context(kept_in_history(timeline, editor))
        yield


def lend_pins(event: Event, survivor: Event) -> None:
    """Pin the survivor where the event was pinned."""
    TimelinePick.objects.bulk_create(
        TimelinePick(timeline_id=timeline, event=survivor, through_merge=True)
        for timeline in lendable(event, survivor).values_list("pk", flat=True)
    )


def lendable(event: Event, survivor: Event) -> QuerySet[Timeline]:
    """Timelines on which the event is pinned and the survivor neither pinned nor hidden."""
    decided = TimelinePick.objects.filter(event=survivor).values("timeline")
    return _pinning([event.pk]).exclude(pk__in=decided)


def give_back_pins(survivor_id: int) -> None:
    """Take the survivor's pins for others away where none of those merged into it is pinned any more."""
    left = Merge.objects.live().filter(survivor=survivor_id).values("event")
    lent = TimelinePick.objects.filter(event=survivor_id, through_merge=True)
    lent.exclude(timeline__in=_pinning(left)).delete()


def _pinning(events: Iterable[int] | QuerySet) -> QuerySet[Timeline]:
    pins = TimelinePick.objects.filter(event__in=events, kind=TimelinePick.Kind.PINNED)
    return Timeline.objects.filter(pk__in=pins.values("timeline"))
