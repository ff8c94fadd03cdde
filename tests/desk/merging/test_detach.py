"""Detaching: a source becomes an event of its own, or the merged event it came from comes back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Event, KeptApart
from tests import factories

pytestmark = pytest.mark.django_db


class TestDetaching:
    def test_detached_source_becomes_a_proposal_of_its_own(self, editor):
        event = factories.an_event(title="One")
        source = factories.a_source(event=event, title="Two", edtf="2025-09-01")
        new = desk.detach_source(source=source, editor=editor)
        event.refresh_from_db()
        assert (new.title, new.visibility, new.source_count) == ("Two", "proposed", 1)
        assert (event.title, event.visibility, event.source_count) == ("One", "published", 1)
        assert set(KeptApart.objects.values_list("source__event", "event")) == {(event.pk, new.pk), (new.pk, event.pk)}

    def test_only_source_of_an_event_cannot_be_detached(self, editor):
        with pytest.raises(ValidationError):
            desk.detach_source(source=factories.an_event().sources.get(), editor=editor)

    def test_detached_source_can_be_merged_back(self, editor):
        event = factories.an_event()
        source = factories.a_source(event=event)
        new = desk.detach_source(source=source, editor=editor)
        desk.merge_events(into=event, others=[new], editor=editor)
        source.refresh_from_db()
        assert source.event == event
        assert not KeptApart.objects.exists()

    def test_event_added_by_hand_may_lose_its_only_source(self, editor):
        event = factories.an_added_event(title="By hand")
        source = factories.a_source(event=event, title="As told", language="ar")
        new = desk.detach_source(source=source, editor=editor)
        event.refresh_from_db()
        assert (event.titles, event.source_count, new.titles) == ({"en": "By hand"}, 0, {"ar": "As told"})


class TestDetachingMergedSources:
    def test_detaching_the_only_source_of_a_merged_event_brings_that_event_back(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        back = desk.detach_source(source=source, editor=editor)
        assert (back, back.title, back.visibility, back.source_count) == (other, "Two", "published", 1)
        assert Event.objects.count() == 2

    def test_detaching_from_an_event_added_by_hand_brings_the_merged_event_back(self, editor):
        into, other = factories.an_added_event(), factories.an_event(title="Two")
        desk.merge_events(into=into, others=[other], editor=editor)
        assert desk.detach_source(source=into.sources.get(), editor=editor) == other

    def test_one_of_several_merged_sources_becomes_a_new_event(self, editor):
        into, other = factories.an_event(), factories.an_event(title="Two")
        second = factories.a_source(event=other, title="Three")
        desk.merge_events(into=into, others=[other], editor=editor)
        new = desk.detach_source(source=second, editor=editor)
        assert new not in (into, other)
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.title, back.visibility, back.source_count) == ("Two", "published", 1)
        assert {(second.pk, into.pk), (second.pk, other.pk)} <= set(KeptApart.objects.values_list("source", "event"))

    def test_event_detached_and_merged_again_can_be_unmerged(self, editor):
        event = factories.an_event()
        source = factories.a_source(event=event, title="Two")
        new = desk.detach_source(source=source, editor=editor)
        desk.merge_events(into=event, others=[new], editor=editor)
        assert desk.unmerge_event(event=new, editor=editor).title == "Two"

    def test_refusing_the_pending_source_of_a_merged_proposal_unmerges_it(self, editor):
        into, other = factories.an_event(), factories.an_event(title="Two", visibility="proposed")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        source.refresh_from_db()
        desk.refuse_source(source=source, editor=editor)
        other.refresh_from_db()
        assert (other.merged_into, other.visibility, other.source_count) == (None, "proposed", 1)
