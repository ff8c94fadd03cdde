"""What merging does to the pins of curated timelines.

A merged event keeps its picks, but they have no effect.  On timelines where it is pinned and the survivor is neither
pinned nor hidden, the survivor is pinned in its place (``TimelinePick.through_merge``) until the event is unmerged.
Where the event is hidden, nothing changes for the survivor.
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
    """Record in the history what the ``with`` block changes on timelines that pin or hide one of these events."""
    with ExitStack() as stack:
        for timeline in Timeline.objects.filter(picks__event__in=list(events)).distinct().order_by("pk"):
            stack.enter_context(kept_in_history(timeline, editor))
        yield


def lend_pins(event: Event, survivor: Event) -> None:
    """Pin the survivor on the timelines that ``lendable`` gives."""
    TimelinePick.objects.bulk_create(
        TimelinePick(timeline_id=timeline, event=survivor, through_merge=True)
        for timeline in lendable(event, survivor).values_list("pk", flat=True)
    )


def lendable(event: Event, survivor: Event) -> QuerySet[Timeline]:
    """Timelines where the event is pinned and the survivor is neither pinned nor hidden."""
    decided = TimelinePick.objects.filter(event=survivor).values("timeline")
    return _pinning([event.pk]).exclude(pk__in=decided)


def give_back_pins(survivor_id: int) -> None:
    """Delete the survivor's lent pins from timelines where no event merged into it is pinned any more."""
    left = Merge.objects.live().filter(survivor=survivor_id).values("event")
    lent = TimelinePick.objects.filter(event=survivor_id, through_merge=True)
    lent.exclude(timeline__in=_pinning(left)).delete()


def _pinning(events: Iterable[int] | QuerySet) -> QuerySet[Timeline]:
    pins = TimelinePick.objects.filter(event__in=events, kind=TimelinePick.Kind.PINNED)
    return Timeline.objects.filter(pk__in=pins.values("timeline"))
