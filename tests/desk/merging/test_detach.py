"""Detaching: a source becomes an event of its own, or is the merged event that it came from."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Event, KeptApart
from tests import factories

pytestmark = pytest.mark.django_db


class TestDetaching:
    def test_a_detached_source_becomes_a_proposal_of_its_own(self, editor):
        event = factories.an_event(title="One")
        source = factories.a_source(event=event, title="Two", edtf="2025-09-01")
        new = desk.detach_source(source=source, editor=editor)
        event.refresh_from_db()
        assert (new.title, new.visibility, new.source_count) == ("Two", "proposed", 1)
        assert (event.title, event.visibility, event.source_count) == ("One", "published", 1)
        assert set(KeptApart.objects.values_list("source__event", "event")) == {(event.pk, new.pk), (new.pk, event.pk)}

    def test_the_only_source_stays(self, editor):
        with pytest.raises(ValidationError):
            desk.detach_source(source=factories.an_event().sources.get(), editor=editor)

    def test_what_was_parted_can_be_joined_again(self, editor):
        event = factories.an_event()
        source = factories.a_source(event=event)
        new = desk.detach_source(source=source, editor=editor)
        desk.merge_events(into=event, others=[new], editor=editor)
        source.refresh_from_db()
        assert source.event == event
        assert not KeptApart.objects.exists()

    def test_an_event_that_an_editor_vouches_for_gives_up_its_only_source(self, editor):
        event = factories.an_added_event(title="By hand")
        source = factories.a_source(event=event, title="As told", language="ar")
        new = desk.detach_source(source=source, editor=editor)
        event.refresh_from_db()
        assert (event.titles, event.source_count, new.titles) == ({"en": "By hand"}, 0, {"ar": "As told"})


class TestDetachingWhatWasMerged:
    def test_all_that_tells_a_merged_event_is_that_event(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        back = desk.detach_source(source=source, editor=editor)
        assert (back, back.title, back.visibility, back.source_count) == (other, "Two", "published", 1)
        assert Event.objects.count() == 2

    def test_an_event_added_by_hand_gives_it_back_as_well(self, editor):
        into, other = factories.an_added_event(), factories.an_event(title="Two")
        desk.merge_events(into=into, others=[other], editor=editor)
        assert desk.detach_source(source=into.sources.get(), editor=editor) == other

    def test_one_of_several_sources_becomes_an_event_and_the_others_come_back(self, editor):
        into, other = factories.an_event(), factories.an_event(title="Two")
        second = factories.a_source(event=other, title="Three")
        desk.merge_events(into=into, others=[other], editor=editor)
        new = desk.detach_source(source=second, editor=editor)
        assert new not in (into, other)
        back = desk.unmerge_event(event=other, editor=editor)
        assert (back.title, back.visibility, back.source_count) == ("Two", "published", 1)
        assert {(second.pk, into.pk), (second.pk, other.pk)} <= set(KeptApart.objects.values_list("source", "event"))

    def test_detached_and_merged_again_it_comes_back_as_what_it_was_last(self, editor):
        event = factories.an_event()
        source = factories.a_source(event=event, title="Two")
        new = desk.detach_source(source=source, editor=editor)
        desk.merge_events(into=event, others=[new], editor=editor)
        assert desk.unmerge_event(event=new, editor=editor).title == "Two"

    def test_refused_where_it_waits_a_merged_proposal_comes_back_itself(self, editor):
        into, other = factories.an_event(), factories.an_event(title="Two", visibility="proposed")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        source.refresh_from_db()
        desk.refuse_source(source=source, editor=editor)
        other.refresh_from_db()
        assert (other.merged_into, other.visibility, other.source_count) == (None, "proposed", 1)
