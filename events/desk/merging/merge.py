"""Merging events that are the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.locking import in_turn
from events.desk.merging.apart import join_again
from events.desk.merging.picks import lend_pins, timelines_in_history
from events.desk.merging.tree import cluster
from events.desk.merging.words import Choice, keep_words
from events.models import Decision, Event, Merge
from events.models.choices import Visibility


@in_turn
def merge_events(
    *, into: Event, others: Sequence[Event], editor: AbstractBaseUser, keep: Choice | None = None
) -> Event:
    """Merge the ``others`` into the event ``into`` (the survivor), and return it.

    All sources move to the survivor, and addresses of the others redirect to it.  Its visibility does not change;
    ``keep`` says which event's titles and date it shows.  The others keep their numbers and everything that was decided
    about them, and ``unmerge_event`` brings each of them back.  Raises ValidationError if there is nothing to merge.
    """
    survivor, merged = _chosen(into, others)
    words = (keep or Choice()).words()
    with timelines_in_history([event.pk for event in (survivor, *merged)], editor):
        merges = [_merge(event, survivor, editor) for event in merged]
    join_again(cluster(survivor))
    refresh_events([survivor.pk, *(event.pk for event in merged)])
    survivor.refresh_from_db()
    keep_words(survivor, words, merges, editor)
    refresh_events([survivor.pk])
    into.refresh_from_db()
    return into


def _chosen(into: Event, others: Sequence[Event]) -> tuple[Event, list[Event]]:
    """The survivor and the others, with their rows locked, leaving out those that are merged already."""
    ids = {event.pk for event in others} | {into.pk}
    locked = Event.objects.select_for_update().filter(pk__in=ids, merged_into=None).order_by("pk")
    by_id = {event.pk: event for event in locked}
    survivor = by_id.pop(into.pk, None)
    if survivor is None or not by_id:
        raise ValidationError(_("Choose two or more events that are not merged yet."), code="nothing_to_merge")
    return survivor, list(by_id.values())


def _merge(event: Event, survivor: Event, editor: AbstractBaseUser) -> Merge:
    """Merge one event: move its sources, its pins and the events merged into it to the survivor."""
    articles_of_survivor = set(survivor.sources.values_list("article", flat=True))
    moved = list(event.sources.filter(revises=None).values_list("pk", flat=True))
    merge = Merge.objects.create(
        event=event, survivor=survivor, editor_id=editor.pk, visibility=event.visibility,
        published_at=event.published_at,
        articles=sorted(set(event.sources.values_list("article", flat=True)) - articles_of_survivor),
    )  # fmt: skip
    event.sources.filter(home=None, revises=None).update(home=event)
    event.sources.update(event=survivor)
    event.merged.update(merged_into=survivor)
    event.visibility, event.merged_into = Visibility.HIDDEN, survivor
    event.save(update_fields=["visibility", "merged_into"])
    lend_pins(event, survivor)
    for concerned in (event, survivor):
        Decision.objects.create(
            event=concerned, editor_id=editor.pk, action=Decision.Action.MERGE,
            before={"event": event.pk, "sources": moved, "visibility": merge.visibility}, after={"event": survivor.pk},
        )  # fmt: skip
    return merge
