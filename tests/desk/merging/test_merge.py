"""Merging: where sources and readers go, which title and date the survivor keeps, and what becomes of pins."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Event, Merge, Source, TimelinePick
from tests import factories

pytestmark = pytest.mark.django_db


class TestMerging:
    def test_sources_move_to_the_survivor_and_merged_events_are_hidden(self, editor):
        into, *others = (factories.an_event() for _ in range(3))
        merged = desk.merge_events(into=into, others=others, editor=editor)
        assert (merged.source_count, merged.visibility) == (3, "published")
        for other in others:
            other.refresh_from_db()
            assert (other.visibility, other.merged_into, other.source_count) == ("hidden", into, 0)

    def test_merge_is_recorded_in_the_history_of_both_events(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        assert [event.decisions.get().action for event in (into, other)] == ["merge", "merge"]

    @pytest.mark.parametrize("others", ["none", "itself", "merged already"])
    def test_merging_nothing_itself_or_a_merged_event_is_refused(self, editor, others):
        event = factories.an_event()
        chosen = [] if others == "none" else [event]
        if others == "merged already":
            third, gone = factories.an_event(), factories.an_event()
            desk.merge_events(into=third, others=[gone], editor=editor)
            chosen = [gone]
        with pytest.raises(ValidationError):
            desk.merge_events(into=event, others=chosen, editor=editor)

    def test_merged_event_cannot_be_edited_or_published(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        with pytest.raises(ValidationError):
            desk.edit_event(event=other, editor=editor, edtf="2024")
        assert desk.set_visibility(events=[other], visibility="published", editor=editor) == 0

    def test_merge_record_keeps_what_is_needed_to_undo_it(self, editor):
        into, other = factories.an_event(), factories.an_event(visibility="proposed")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        merge = Merge.objects.live().get()
        assert (merge.event, merge.survivor, merge.editor, merge.visibility) == (other, into, editor, "proposed")
        assert merge.articles == [source.article_id]
        assert Source.objects.get(pk=source.pk).home == other

    def test_events_merged_earlier_follow_to_the_new_survivor(self, editor):
        first, second, third = (factories.an_event() for _ in range(3))
        desk.merge_events(into=second, others=[third], editor=editor)
        desk.merge_events(into=first, others=[second], editor=editor)
        assert set(Event.objects.exclude(merged_into=None).values_list("pk", "merged_into")) == {
            (second.pk, first.pk), (third.pk, first.pk),
        }  # fmt: skip
        assert set(Merge.objects.values_list("event", "survivor")) == {(third.pk, second.pk), (second.pk, first.pk)}

    def test_sources_of_a_proposal_are_pending_at_a_published_survivor(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two", visibility="proposed")
        desk.merge_events(into=into, others=[other], editor=editor)
        assert (into.source_count, into.title) == (1, "One")
        assert Source.objects.pending().get().title == "Two"

    def test_accepted_sources_stay_accepted_at_the_survivor(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        assert into.source_count == 2
        assert not Source.objects.pending().exists()


class TestTitlesAndDates:
    """Whose title and date the survivor shows."""

    @pytest.fixture
    def vague(self) -> Event:
        return factories.an_event(title="The dam opens", edtf="2025")

    @pytest.fixture
    def exact(self) -> Event:
        return factories.an_event(title="Dam opened", edtf="2025-05-04")

    def test_without_a_choice_title_and_date_are_computed_from_all_sources(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor)
        assert (merged.title, merged.edtf, merged.set_titles, merged.set_edtf) == ("Dam opened", "2025-05-04", {}, "")

    def test_chosen_title_and_date_of_the_survivor_are_kept(self, editor, vague, exact):
        keep = desk.Choice({"en": vague}, vague)
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=keep)
        assert (merged.title, merged.edtf, merged.basis) == ("The dam opens", "2025", "editor")

    def test_choosing_what_the_sources_say_anyway_sets_no_editors_value(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice({"en": exact}, exact))
        assert (merged.title, merged.set_titles, merged.set_edtf) == ("Dam opened", {}, "")
        assert set(merged.decisions.values_list("action", flat=True)) == {"merge"}

    def test_titles_of_each_language_can_come_from_different_events(self, editor, vague):
        arabic = factories.an_event(language="ar", title="افتتاح السد", edtf="2025-05")
        desk.edit_event(event=arabic, editor=editor, titles={"ar": "السد يُفتتح"})
        arabic.refresh_from_db()
        merged = desk.merge_events(
            into=vague, others=[arabic], editor=editor, keep=desk.Choice({"en": vague, "ar": arabic}, arabic)
        )
        assert merged.titles == {"en": "The dam opens", "ar": "السد يُفتتح"}
        assert merged.set_titles == {"ar": "السد يُفتتح"}

    def test_choice_of_date_is_recorded_as_an_edit(self, editor, vague, exact):
        desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice(date=vague))
        edit = vague.decisions.get(action="edit")
        assert (edit.before, edit.after, edit.editor) == ({}, {"date": "2025"}, editor)

    def test_choosing_a_title_that_does_not_exist_sets_nothing(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice({"ar": exact}))
        assert merged.set_titles == {}


class TestPins:
    def picks(self) -> set[tuple]:
        """The picks of events that are not merged, which are those that count."""
        rows = TimelinePick.objects.filter(event__merged_into=None)
        return set(rows.values_list("event", "kind", "through_merge"))

    @pytest.mark.parametrize(
        ("of_other", "of_survivor", "then"),
        [
            ("pinned", "", {("pinned", True)}),
            ("pinned", "pinned", {("pinned", False)}),
            ("pinned", "hidden", {("hidden", False)}),
            ("hidden", "", set()),
            ("hidden", "pinned", {("pinned", False)}),
        ],
    )
    def test_pin_moves_to_a_survivor_that_is_neither_pinned_nor_hidden(self, editor, of_other, of_survivor, then):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        for event, kind in ((other, of_other), (into, of_survivor)):
            desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        assert self.picks() == {(into.pk, *pick) for pick in then}

    def test_pins_of_two_merged_events_become_one_pin_of_the_survivor(self, editor):
        into, *others = (factories.an_event() for _ in range(3))
        timeline = factories.a_timeline()
        for other in others:
            desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=others, editor=editor)
        assert self.picks() == {(into.pk, "pinned", True)}

    def test_moved_pin_is_recorded_in_the_timelines_history(self, editor):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        latest = timeline.curations.first()
        assert (latest.before["pinned"], latest.after["pinned"]) == ([other.pk], [into.pk])

    def test_survivor_pinned_by_an_editor_stays_pinned_after_unmerging(self, editor):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        desk.pick_event(timeline=timeline, event=into, kind="pinned", editor=editor)
        desk.unmerge_event(event=other, editor=editor)
        assert self.picks() == {(into.pk, "pinned", False), (other.pk, "pinned", False)}
