"""Events that are not one after all: each comes back as it was."""

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
from events.desk.settle import set_all_free
from events.models import Decision, Event, Merge, Source
from events.models.choices import Visibility


@in_turn
def unmerge_event(*, event: Event, editor: AbstractBaseUser) -> Event:
    """Bring a merged event back: number, address, sources, edits, publication, picks, and what was merged into it.

    What was edited meanwhile stays with the survivor.  Merges may be undone in any order.  An event that was published
    comes back as a proposal where nothing is left of what an editor had accepted of it.  Raises ValidationError where
    it is not merged, or where readers see the survivor and nothing else tells it.
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
        _come_back(event, path[0])
        _close(path[0], editor)
        for merge in path:
            give_back_pins(merge.survivor_id)
    _tell(event, root, sorted(belongs), editor)
    keep_apart(cluster(event), cluster(root))
    refresh_events({event.pk, root.pk, path[0].survivor_id})
    _check_evidence(root)
    event.refresh_from_db()
    return event


def _move(belongs: dict[int, int], event: Event) -> None:
    """The sources to the event, each with its home below it, the event's own without."""
    sources = list(Source.objects.filter(pk__in=belongs))
    for source in sources:
        home = belongs[source.pk]
        source.event, source.home_id = event, home if home != event.pk else None
    Source.objects.bulk_update(sources, ["event", "home"])
    Source.objects.filter(revises__in=belongs).update(event=event)


def _come_back(event: Event, merge: Merge) -> None:
    """As it stood; readers are shown what an editor accepted of it, and nothing else."""
    event.merged_into, event.visibility, event.published_at = None, merge.visibility, merge.published_at
    if merge.visibility == Visibility.PUBLISHED and not has_evidence(event):
        event.visibility = Visibility.PROPOSED
    event.save(update_fields=["merged_into", "visibility", "published_at"])
    if event.visibility != Visibility.PUBLISHED:
        set_all_free(event)


def _close(merge: Merge, editor: AbstractBaseUser) -> None:
    merge.undone_at, merge.undone_by_id = timezone.now(), editor.pk
    merge.save(update_fields=["undone_at", "undone_by"])
    give_words_back(merge, editor)


def _tell(event: Event, root: Event, moved: list[int], editor: AbstractBaseUser) -> None:
    """In the history of both."""
    after = {"event": event.pk, "sources": moved, "visibility": event.visibility}
    for told in (event, root):
        Decision.objects.create(
            event=told, editor_id=editor.pk, action=Decision.Action.UNMERGE, before={"event": root.pk}, after=after
        )


def has_evidence(event: Event) -> bool:
    """Whether readers may see it: an accepted source tells it, or an editor vouches for it."""
    return event.added_by_id is not None or Source.objects.accepted().filter(event=event).exists()


def _check_evidence(root: Event) -> None:
    if root.visibility == Visibility.PUBLISHED and not has_evidence(root):
        raise ValidationError(
            _("“%(event)s” is published and would have no source left. Hide it first."),
            code="sole_evidence",
            params={"event": root.title},
        )
