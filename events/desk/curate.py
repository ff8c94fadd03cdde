"""Curated timelines: what editors make of them, event by event or all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.desk.covers import Picture
from events.desk.locking import in_turn
from events.models import Cover, Curation, Era, Event, Timeline, TimelinePick

_COLUMNS = ("slug", "title_ar", "title_en", "introduction_ar", "introduction_en", "filter", "is_published")


@dataclass(frozen=True, slots=True)
class CoverWish:
    """What is to become of a timeline's cover; without ``picture`` the one that is there stays."""

    alts: dict[str, str]
    picture: Picture | None = None
    remove: bool = False


@in_turn
def save_timeline(
    *,
    timeline: Timeline,
    editor: AbstractBaseUser,
    keep: Iterable[TimelinePick | Era] = (),
    drop: Iterable[TimelinePick | Era] = (),
    cover: CoverWish | None = None,
) -> Timeline:
    """Write a timeline's columns, the picks and eras that are new or changed or to go, and its cover."""
    with kept_in_history(timeline, editor):
        timeline.save()
        for row in drop:
            row.delete()
        for row in keep:
            row.timeline = timeline
            if isinstance(row, TimelinePick):
                row.through_merge = False
            row.save()
        if cover:
            _hang(timeline, cover)
    return timeline


@in_turn
def pick_event(*, timeline: Timeline, event: Event, kind: str, editor: AbstractBaseUser) -> None:
    """Pin an event to a timeline, hide it from it, or with "" leave it to the filter again."""
    if kind and kind not in TimelinePick.Kind.values:
        raise ValidationError(_("Choose whether to pin or to hide the event."), code="unknown")
    if kind and event.merged_into_id:
        raise ValidationError(_("This event was merged into another. Edit that one."), code="merged")
    timeline = Timeline.objects.select_for_update().get(pk=timeline.pk)
    with kept_in_history(timeline, editor):
        if kind:
            word = {"kind": kind, "through_merge": False}
            TimelinePick.objects.update_or_create(timeline=timeline, event=event, defaults=word)
        else:
            timeline.picks.filter(event=event).delete()


def _hang(timeline: Timeline, wish: CoverWish) -> None:
    if wish.remove and not wish.picture:
        Cover.objects.filter(timeline=timeline).delete()
        return
    columns: dict[str, object] = {f"alt_{language}": alt for language, alt in wish.alts.items()}
    if wish.picture:
        columns |= {"picture": wish.picture.content, "width": wish.picture.width, "height": wish.picture.height}
        columns["digest"] = wish.picture.digest
        Cover.objects.update_or_create(timeline=timeline, defaults=columns)
    else:
        Cover.objects.filter(timeline=timeline).update(**columns)


@contextmanager
def kept_in_history(timeline: Timeline, editor: AbstractBaseUser) -> Iterator[None]:
    """Note what the writes inside change, if anything."""
    stored = Timeline.objects.filter(pk=timeline.pk).first()
    before = _word(stored) if stored else {}
    yield
    after = _word(timeline)
    if after != before:
        Curation.objects.create(timeline=timeline, editor_id=editor.pk, before=before, after=after)


def _word(timeline: Timeline) -> dict[str, object]:
    """All that editors decided about the timeline, but for what is blank; picks of merged events sleep."""
    picks = list(timeline.picks.filter(event__merged_into=None).order_by("pk").values_list("kind", "event_id"))
    cover = Cover.objects.filter(timeline=timeline).first()
    word = {column: getattr(timeline, column) for column in _COLUMNS} | {
        "pinned": [event for kind, event in picks if kind == TimelinePick.Kind.PINNED],
        "hidden": [event for kind, event in picks if kind == TimelinePick.Kind.HIDDEN],
        "eras": [[era.edtf, era.title_en, era.title_ar, era.colour] for era in timeline.eras.all()],
        "cover": [cover.digest[:12], cover.alt_en, cover.alt_ar] if cover else [],
    }
    return {name: value for name, value in word.items() if value}
