"""Undoing and redoing what linking decided."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.desk.refresh import refresh_events
from events.desk.settle import set_all_free
from events.desk.turns import in_turn
from events.models import Decision, Event, KeptApart, Source
from events.models.choices import Visibility


@in_turn
def detach_source(*, source: Source, editor: AbstractBaseUser) -> Event:
    """Make of this source an event of its own, never to be joined to the old one by linking again.

    The new event starts as a proposal.  Raises ValidationError for an event's only source.
    """
    source = source.revises or source
    old = Event.objects.select_for_update().get(pk=source.event_id)
    if not Source.objects.shown().filter(event=old).exclude(pk=source.pk).exists() and not old.added_by_id:
        raise ValidationError(_("This is the event's only source; hide the event instead."), code="only_source")
    new = Event.objects.create()
    Source.objects.filter(Q(pk=source.pk) | Q(revises=source)).update(event=new, link_reason={})
    set_all_free(new)
    KeptApart.objects.get_or_create(source=source, event=old)
    for event in (old, new):
        Decision.objects.create(
            event=event, editor_id=editor.pk, action=Decision.Action.DETACH,
            before={"source": source.pk, "event": old.pk}, after={"source": source.pk, "event": new.pk},
        )  # fmt: skip
    refresh_events([old.pk, new.pk])
    new.refresh_from_db()
    return new


@in_turn
def merge_events(*, into: Event, others: Sequence[Event], editor: AbstractBaseUser) -> Event:
    """Say that these events are one: all sources go to ``into``, the others stay behind as its past.

    ``detach_source`` undoes it source by source.  Raises ValidationError where there is nothing to merge.
    """
    ids = {event.pk for event in others} - {into.pk}
    locked = Event.objects.select_for_update().filter(pk__in=ids | {into.pk}, merged_into=None).order_by("pk")
    by_id = {event.pk: event for event in locked}
    if into.pk not in by_id or len(by_id) < 2:
        raise ValidationError(_("Choose two or more events that are not merged already."), code="nothing_to_merge")
    for other in (event for key, event in by_id.items() if key != into.pk):
        moved = list(other.sources.values_list("pk", flat=True))
        KeptApart.objects.filter(source__in=moved, event=into).delete()
        Source.objects.filter(pk__in=moved).update(event=into)
        was = other.visibility
        other.visibility, other.merged_into = Visibility.HIDDEN, by_id[into.pk]
        other.save()
        for event in (other, into):
            Decision.objects.create(
                event=event, editor_id=editor.pk, action=Decision.Action.MERGE,
                before={"event": other.pk, "sources": moved, "visibility": was}, after={"event": into.pk},
            )  # fmt: skip
    refresh_events(by_id)
    into.refresh_from_db()
    return into
