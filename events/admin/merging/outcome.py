"""What a merge will do, read from the merge itself, which is taken back."""

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
    """``survivor`` as it will be and ``before`` as it is; of the sources that it gets ``waiting`` are pending there.

    ``pinned``: timelines that pin it in place of another; ``hidden``: those that go on hiding it though another was
    pinned there; ``released``: those that hid one of the others and will not hide the survivor.
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
        """Events that readers see today and will not find any more, under their own address or the survivor's."""
        return [] if self.readers_see_it else [one for one in self.others if one.visibility == Visibility.PUBLISHED]

    @property
    def address(self) -> str:
        return readable_address(self.survivor)

    @property
    def lead_there(self) -> list[str]:
        """The survivor's address of today, where its title changes."""
        today = readable_address(self.before)
        return [today] if today != self.address else []


def readable_address(event: Event) -> str:
    """Arabic in Arabic letters, as browsers show it."""
    return uri_to_iri(event.get_absolute_url())


def foresee(into: Event, others: Sequence[Event], keep: desk.Choice, editor: AbstractBaseUser) -> Outcome:
    """Raises ValidationError as ``desk.merge_events`` does."""
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
