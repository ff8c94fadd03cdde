"""Detaching a source from an event that linking joined it to."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.changed import readers_see_a_change
from events.desk.locking import in_turn
from events.desk.merging.apart import keep_apart
from events.desk.merging.tree import cluster, homes, merges_in
from events.desk.merging.unmerge import unmerge_event
from events.desk.settle import unfreeze_all
from events.models import Decision, Event, Source


@in_turn
def detach_source(*, source: Source, editor: AbstractBaseUser) -> Event:
    """Move a source to a new event, and make sure that linking never joins the two again.  Returns the new event.

    The new event is a proposal.  If the source is all that came with a merged event, that event is unmerged instead.
    Raises ValidationError if it is the event's only source.
    """
    source = Source.objects.select_for_update().get(pk=source.revises_id or source.pk)
    old = Event.objects.select_for_update().get(pk=source.event_id)
    if came_as := whole_of(source, homes(old, merges_in(old))):
        return unmerge_event(event=Event.objects.get(pk=came_as), editor=editor)
    if not Source.objects.shown().filter(event=old).exclude(pk=source.pk).exists() and not old.added_by_id:
        raise ValidationError(_("This is the event’s only source. Hide the event instead."), code="only_source")
    new = Event.objects.create()
    Source.objects.filter(Q(pk=source.pk) | Q(revises=source)).update(event=new, home=None, link_reason={})
    unfreeze_all(new)
    keep_apart({new.pk}, cluster(old))
    for event in (old, new):
        Decision.objects.create(
            event=event, editor_id=editor.pk, action=Decision.Action.DETACH,
            before={"source": source.pk, "event": old.pk}, after={"source": source.pk, "event": new.pk},
        )  # fmt: skip
    refresh_events([old.pk, new.pk])
    if source.accepted_at:
        readers_see_a_change([old.pk])
    new.refresh_from_db()
    return new


def whole_of(source: Source, belongs: Mapping[int, int]) -> int | None:
    """The primary key of the merged event whose only source this is, or None.

    ``belongs`` maps each source of ``source.event`` to its event in the tree of merges (see ``homes``).
    """
    home = belongs[source.revises_id or source.pk]
    return home if home != source.event_id and list(belongs.values()).count(home) == 1 else None
