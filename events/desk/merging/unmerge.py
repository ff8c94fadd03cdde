"""Undoing merges: each event comes back as it was."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.locking import in_turn
from events.desk.merging.apart import keep_apart
from events.desk.merging.picks import give_back_pins, timelines_in_history
from events.desk.merging.tree import below, cluster, homes, merges_in, path_up
from events.desk.merging.words import give_words_back
from events.desk.settle import unfreeze_all
from events.models import Decision, Event, Merge, Source
from events.models.choices import Visibility


@in_turn
def unmerge_event(*, event: Event, editor: AbstractBaseUser) -> Event:
    """Bring a merged event back: its number, address, sources, edits, visibility, picks and the events merged into it.

    Edits made to the survivor in the meantime stay with the survivor.  Merges can be undone in any order.  An event
    that was published comes back as a proposal if no accepted source of it is left.  Raises ValidationError if the
    event is not merged, or if the survivor is published and would be left without evidence.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    root = event.merged_into
    if root is None:
        raise ValidationError(_("This event is not merged into another."), code="not_merged")
    merges = merges_in(root)
    path, leaving = path_up(event.pk, merges), below(event.pk, merges)
    belongs = {source: home for source, home in homes(root, merges).items() if home in leaving}
    with timelines_in_history([event.pk, *(merge.survivor_id for merge in path)], editor):
        _move(belongs, event)
        Event.objects.filter(pk__in=leaving - {event.pk}).update(merged_into=event)
        _restore(event, path[0])
        _close(path[0], editor)
        for merge in path:
            give_back_pins(merge.survivor_id)
    _record_decisions(event, root, sorted(belongs), editor)
    keep_apart(cluster(event), cluster(root))
    refresh_events({event.pk, root.pk, path[0].survivor_id})
    _check_evidence(root)
    event.refresh_from_db()
    return event


def _move(belongs: dict[int, int], event: Event) -> None:
    """Move the sources to the event.  Those of events merged into it keep these as their home; its own have none."""
    sources = list(Source.objects.filter(pk__in=belongs))
    for source in sources:
        home = belongs[source.pk]
        source.event, source.home_id = event, home if home != event.pk else None
    Source.objects.bulk_update(sources, ["event", "home"])
    Source.objects.filter(revises__in=belongs).update(event=event)


def _restore(event: Event, merge: Merge) -> None:
    """Give the event its visibility back; if it was published but has no evidence now, it becomes a proposal."""
    event.merged_into, event.visibility, event.published_at = None, merge.visibility, merge.published_at
    if merge.visibility == Visibility.PUBLISHED and not has_evidence(event):
        event.visibility = Visibility.PROPOSED
    event.save(update_fields=["merged_into", "visibility", "published_at"])
    if event.visibility != Visibility.PUBLISHED:
        unfreeze_all(event)


def _close(merge: Merge, editor: AbstractBaseUser) -> None:
    merge.undone_at, merge.undone_by_id = timezone.now(), editor.pk
    merge.save(update_fields=["undone_at", "undone_by"])
    give_words_back(merge, editor)


def _record_decisions(event: Event, root: Event, moved: list[int], editor: AbstractBaseUser) -> None:
    """Record the unmerge in the history of both events."""
    after = {"event": event.pk, "sources": moved, "visibility": event.visibility}
    for concerned in (event, root):
        Decision.objects.create(
            event=concerned, editor_id=editor.pk, action=Decision.Action.UNMERGE, before={"event": root.pk}, after=after
        )


def has_evidence(event: Event) -> bool:
    """Whether the event may be published: it has an accepted source, or an editor added it by hand."""
    return event.added_by_id is not None or Source.objects.accepted().filter(event=event).exists()


def _check_evidence(root: Event) -> None:
    if root.visibility == Visibility.PUBLISHED and not has_evidence(root):
        raise ValidationError(
            _("“%(event)s” is published and would have no source left. Hide it first."),
            code="sole_evidence",
            params={"event": root.title},
        )
