"""Merges as rows: what the database refuses, and how the migration makes rows of merges known from decisions only."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from events import desk
from events.migrations._old_merges import keep_old_merges
from events.models import Decision, Event, KeptApart, Merge, Source
from tests import factories

pytestmark = pytest.mark.django_db


def refused(constraint: str):
    return pytest.raises(IntegrityError, match=constraint)


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestRefusedByTheDatabase:
    def test_merging_into_a_merged_event(self, editor):
        first, second, third = (factories.an_event() for _ in range(3))
        desk.merge_events(into=second, others=[third], editor=editor)
        with refused("event . is merged|merged into one that is itself merged"), transaction.atomic():
            Event.objects.filter(pk=second.pk).update(merged_into=first, visibility="hidden")
            check_now()

    def test_merged_source_at_another_event_than_the_survivor(self, editor):
        into, other, third = (factories.an_event() for _ in range(3))
        desk.merge_events(into=into, others=[other], editor=editor)
        with refused("another event than its home"), transaction.atomic():
            Source.objects.filter(home=other).update(event=third)
            check_now()
        with refused("another event than its home"), transaction.atomic():
            Event.objects.filter(pk=other.pk).update(merged_into=third)
            check_now()

    def test_second_merge_of_a_merged_event(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        with refused("merge_live_once_an_event"), transaction.atomic():
            Merge.objects.create(event=other, survivor=into, visibility="hidden")

    def test_merging_an_event_into_itself(self):
        event = factories.an_event()
        with refused("merge_not_into_itself"), transaction.atomic():
            Merge.objects.create(event=event, survivor=event, visibility="hidden")


def merge_as_once(into: Event, other: Event, editor) -> None:
    """Merge as it was written before merges were rows (commit f9057a1)."""
    moved = list(other.sources.values_list("pk", flat=True))
    KeptApart.objects.filter(source__in=moved, event=into).delete()
    Source.objects.filter(pk__in=moved).update(event=into)
    was = Event.objects.get(pk=other.pk).visibility
    Event.objects.filter(pk=other.pk).update(visibility="hidden", merged_into=into)
    for event in (other, into):
        Decision.objects.create(
            event=event, editor=editor, action="merge",
            before={"event": other.pk, "sources": moved, "visibility": was}, after={"event": into.pk},
        )  # fmt: skip


def detach_as_once(source: Source, editor) -> Event:
    old, new = source.event, Event.objects.create()
    Source.objects.filter(pk=source.pk).update(event=new)
    for event in (old, new):
        Decision.objects.create(
            event=event, editor=editor, action="detach",
            before={"source": source.pk, "event": old.pk}, after={"source": source.pk, "event": new.pk},
        )  # fmt: skip
    return new


def migrate() -> None:
    keep_old_merges(apps, connection.schema_editor())


class TestMigratedMerges:
    def test_migrated_merge_can_be_undone(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two", visibility="proposed")
        desk.set_visibility(events=[other], visibility="published", editor=editor)
        since = Event.objects.get(pk=other.pk).published_at
        desk.edit_event(event=other, editor=editor, edtf="2024-02-03")
        merge_as_once(into, other, editor)
        migrate()
        assert Merge.objects.live().get().editor == editor
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.title, back.edtf, back.visibility, back.source_count) == ("Two", "2024-02-03", "published", 1)
        assert since
        assert back.published_at
        assert abs((back.published_at - since).total_seconds()) < 1

    def test_chain_of_merges_points_to_its_last_survivor_and_can_be_undone(self, editor):
        first, second, third = (factories.an_event(title=title) for title in ("One", "Two", "Three"))
        merge_as_once(second, third, editor)
        merge_as_once(first, second, editor)
        migrate()
        assert set(Event.objects.exclude(merged_into=None).values_list("merged_into", flat=True)) == {first.pk}
        for event in (third, second):
            desk.unmerge_event(event=event, editor=editor)
        titles = dict(Event.objects.values_list("pk", "titles__en"))
        assert titles == {first.pk: "One", second.pk: "Two", third.pk: "Three"}

    def test_source_detached_before_belongs_to_the_event_it_became(self, editor):
        into, other = factories.an_event(), factories.an_event()
        source = other.sources.get()
        merge_as_once(into, other, editor)
        source.refresh_from_db()
        detached = detach_as_once(source, editor)
        merge_as_once(into, detached, editor)
        migrate()
        assert Source.objects.get(pk=source.pk).home == detached

    def test_event_that_lost_its_sources_is_unmerged_as_a_proposal(self, editor):
        into, other = factories.an_event(), factories.an_event()
        source = other.sources.get()
        merge_as_once(into, other, editor)
        source.refresh_from_db()
        detach_as_once(source, editor)
        migrate()
        assert desk.unmerge_event(event=other, editor=editor).visibility == "proposed"

    def test_events_added_by_hand_can_be_unmerged(self, editor):
        into, other = factories.an_added_event(title="One"), factories.an_added_event(title="Two")
        merge_as_once(into, other, editor)
        migrate()
        assert desk.unmerge_event(event=other, editor=editor).visibility == "published"

    def test_merge_without_a_decision_has_no_editor(self, editor):
        into, other = factories.an_event(), factories.an_event()
        Event.objects.filter(pk=other.pk).update(visibility="hidden", merged_into=into)
        migrate()
        merge = Merge.objects.live().get()
        assert (merge.editor, merge.visibility) == (None, "proposed")
        assert merge.at <= timezone.now()

    def test_events_never_merged_get_no_merge_row(self):
        factories.an_event()
        migrate()
        assert not Merge.objects.exists()
