"""Saving curated timelines: all at once, or one picked event."""

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
    """How to change a timeline's cover: text alternatives by language, and a new picture (None keeps the old one)."""

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
    """Save a timeline with its cover, save the picks and eras in ``keep``, and delete those in ``drop``."""
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
            _save_cover(timeline, cover)
    return timeline


@in_turn
def pick_event(*, timeline: Timeline, event: Event, kind: str, editor: AbstractBaseUser) -> None:
    """Pin an event to a timeline or hide it there (``kind``, a ``TimelinePick.Kind``); "" undoes both.

    Raises ValidationError for another kind, and for an event that was merged into another.
    """
    if kind and kind not in TimelinePick.Kind.values:
        raise ValidationError(_("Choose whether to pin or to hide the event."), code="unknown")
    if kind and event.merged_into_id:
        raise ValidationError(_("This event was merged into another. Edit that one."), code="merged")
    timeline = Timeline.objects.select_for_update().get(pk=timeline.pk)
    with kept_in_history(timeline, editor):
        if kind:
            columns = {"kind": kind, "through_merge": False}
            TimelinePick.objects.update_or_create(timeline=timeline, event=event, defaults=columns)
        else:
            timeline.picks.filter(event=event).delete()


def _save_cover(timeline: Timeline, wish: CoverWish) -> None:
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
    """Add a row to the timeline's history if the writes inside the ``with`` block changed anything."""
    stored = Timeline.objects.filter(pk=timeline.pk).first()
    before = _state(stored) if stored else {}
    yield
    after = _state(timeline)
    if after != before:
        Curation.objects.create(timeline=timeline, editor_id=editor.pk, before=before, after=after)


def _state(timeline: Timeline) -> dict[str, object]:
    """Everything that editors decided about the timeline, without blank values and without picks of merged events."""
    picks = list(timeline.picks.filter(event__merged_into=None).order_by("pk").values_list("kind", "event_id"))
    cover = Cover.objects.filter(timeline=timeline).first()
    state = {column: getattr(timeline, column) for column in _COLUMNS} | {
        "pinned": [event for kind, event in picks if kind == TimelinePick.Kind.PINNED],
        "hidden": [event for kind, event in picks if kind == TimelinePick.Kind.HIDDEN],
        "eras": [[era.edtf, era.title_en, era.title_ar, era.colour] for era in timeline.eras.all()],
        "cover": [cover.digest[:12], cover.alt_en, cover.alt_ar] if cover else [],
    }
    return {name: value for name, value in state.items() if value}
