"""What a merge will do, found out by doing it and rolling it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.utils.encoding import uri_to_iri

from events import desk
from events.desk.preview import rolled_back
from events.models import Event, Source, Timeline, TimelinePick
from events.models.choices import Visibility


@dataclass(frozen=True, slots=True)
class Outcome:
    """The effects of a merge.

    ``survivor`` is the event as it will be, ``before`` as it is now.  It gets ``moved`` sources, ``waiting`` of which
    will be pending.  Timelines: ``pinned`` will pin it in place of another event; ``hidden`` still hide it, although
    another event was pinned there; ``released`` hide one of the others, but will not hide the survivor.
    """

    before: Event
    survivor: Event
    others: list[Event]
    moved: int
    waiting: int
    pinned: list[Timeline]
    hidden: list[Timeline]
    released: list[Timeline]

    @property
    def readers_see_it(self) -> bool:
        return self.survivor.visibility == Visibility.PUBLISHED

    @property
    def readers_lose(self) -> list[Event]:
        """Published events that readers will not find any more, because the survivor is not published."""
        return [] if self.readers_see_it else [one for one in self.others if one.visibility == Visibility.PUBLISHED]

    @property
    def address(self) -> str:
        return readable_address(self.survivor)

    @property
    def lead_there(self) -> list[str]:
        """The survivor's current address, if its title and so its address will change."""
        today = readable_address(self.before)
        return [today] if today != self.address else []


def readable_address(event: Event) -> str:
    """The address of an event with Arabic letters instead of percent signs, as browsers show it."""
    return uri_to_iri(event.get_absolute_url())


def preview_merge(into: Event, others: Sequence[Event], keep: desk.Choice, editor: AbstractBaseUser) -> Outcome:
    """What ``desk.merge_events`` would do with these arguments; raises the same ValidationError."""
    picks = list(TimelinePick.objects.filter(event__in=[into, *others]).select_related("timeline"))
    mine = {pick.timeline_id: pick.kind for pick in picks if pick.event_id == into.pk}
    theirs = [pick for pick in picks if pick.event_id != into.pk]
    pins = [pick for pick in theirs if pick.kind == TimelinePick.Kind.PINNED]
    hides = [pick for pick in theirs if pick.kind == TimelinePick.Kind.HIDDEN]
    moving = Source.objects.filter(event__in=others, revises=None)
    coming = list(moving.values_list("pk", flat=True))
    with rolled_back():
        survivor = desk.merge_events(into=Event.objects.get(pk=into.pk), others=others, editor=editor, keep=keep)
        waiting = Source.objects.pending().filter(pk__in=coming).count()
    return Outcome(
        before=into, survivor=survivor, others=list(others), moved=len(coming), waiting=waiting,
        pinned=_timelines(pick for pick in pins if pick.timeline_id not in mine),
        hidden=_timelines(pick for pick in pins if mine.get(pick.timeline_id) == TimelinePick.Kind.HIDDEN),
        released=_timelines(pick for pick in hides if mine.get(pick.timeline_id) != TimelinePick.Kind.HIDDEN),
    )  # fmt: skip


def _timelines(picks: Iterable[TimelinePick]) -> list[Timeline]:
    return list({pick.timeline_id: pick.timeline for pick in picks}.values())
