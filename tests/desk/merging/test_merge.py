"""Merging: where sources and readers go, which words the survivor keeps, and what becomes of pins."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Event, Merge, Source, TimelinePick
from tests import factories

pytestmark = pytest.mark.django_db


class TestMerging:
    def test_all_sources_go_to_one_event_and_the_others_stay_behind_hidden(self, editor):
        into, *others = (factories.an_event() for _ in range(3))
        merged = desk.merge_events(into=into, others=others, editor=editor)
        assert (merged.source_count, merged.visibility) == (3, "published")
        for other in others:
            other.refresh_from_db()
            assert (other.visibility, other.merged_into, other.source_count) == ("hidden", into, 0)

    def test_both_histories_tell_of_it(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        assert [event.decisions.get().action for event in (into, other)] == ["merge", "merge"]

    @pytest.mark.parametrize("others", ["none", "itself", "merged already"])
    def test_there_must_be_something_to_merge(self, editor, others):
        event = factories.an_event()
        chosen = [] if others == "none" else [event]
        if others == "merged already":
            third, gone = factories.an_event(), factories.an_event()
            desk.merge_events(into=third, others=[gone], editor=editor)
            chosen = [gone]
        with pytest.raises(ValidationError):
            desk.merge_events(into=event, others=chosen, editor=editor)

    def test_a_merged_event_is_not_edited_or_published(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        with pytest.raises(ValidationError):
            desk.edit_event(event=other, editor=editor, edtf="2024")
        assert desk.set_visibility(events=[other], visibility="published", editor=editor) == 0

    def test_the_row_of_the_merge_keeps_what_it_takes_to_undo_it(self, editor):
        into, other = factories.an_event(), factories.an_event(visibility="proposed")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        merge = Merge.objects.live().get()
        assert (merge.event, merge.survivor, merge.editor, merge.visibility) == (other, into, editor, "proposed")
        assert merge.articles == [source.article_id]
        assert Source.objects.get(pk=source.pk).home == other

    def test_what_was_merged_before_goes_along(self, editor):
        first, second, third = (factories.an_event() for _ in range(3))
        desk.merge_events(into=second, others=[third], editor=editor)
        desk.merge_events(into=first, others=[second], editor=editor)
        assert set(Event.objects.exclude(merged_into=None).values_list("pk", "merged_into")) == {
            (second.pk, first.pk), (third.pk, first.pk),
        }  # fmt: skip
        assert set(Merge.objects.values_list("event", "survivor")) == {(third.pk, second.pk), (second.pk, first.pk)}

    def test_what_no_editor_accepted_waits_at_a_published_survivor(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two", visibility="proposed")
        desk.merge_events(into=into, others=[other], editor=editor)
        assert (into.source_count, into.title) == (1, "One")
        assert Source.objects.pending().get().title == "Two"

    def test_what_readers_saw_of_a_merged_event_they_see_of_the_survivor(self, editor):
        into, other = factories.an_event(), factories.an_event()
        desk.merge_events(into=into, others=[other], editor=editor)
        assert into.source_count == 2
        assert not Source.objects.pending().exists()


class TestWords:
    """Whose title and date the survivor keeps."""

    @pytest.fixture
    def vague(self) -> Event:
        return factories.an_event(title="The dam opens", edtf="2025")

    @pytest.fixture
    def exact(self) -> Event:
        return factories.an_event(title="Dam opened", edtf="2025-05-04")

    def test_without_a_choice_all_sources_say_it_together(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor)
        assert (merged.title, merged.edtf, merged.set_titles, merged.set_edtf) == ("Dam opened", "2025-05-04", {}, "")

    def test_the_survivors_own_words_are_kept_where_they_are_chosen(self, editor, vague, exact):
        keep = desk.Choice({"en": vague}, vague)
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=keep)
        assert (merged.title, merged.edtf, merged.basis) == ("The dam opens", "2025", "editor")

    def test_what_is_said_anyway_is_not_set_by_an_editor(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice({"en": exact}, exact))
        assert (merged.title, merged.set_titles, merged.set_edtf) == ("Dam opened", {}, "")
        assert set(merged.decisions.values_list("action", flat=True)) == {"merge"}

    def test_each_language_may_be_anothers(self, editor, vague):
        arabic = factories.an_event(language="ar", title="افتتاح السد", edtf="2025-05")
        desk.edit_event(event=arabic, editor=editor, titles={"ar": "السد يُفتتح"})
        arabic.refresh_from_db()
        merged = desk.merge_events(
            into=vague, others=[arabic], editor=editor, keep=desk.Choice({"en": vague, "ar": arabic}, arabic)
        )
        assert merged.titles == {"en": "The dam opens", "ar": "السد يُفتتح"}
        assert merged.set_titles == {"ar": "السد يُفتتح"}

    def test_a_choice_is_a_decision_in_the_history(self, editor, vague, exact):
        desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice(date=vague))
        edit = vague.decisions.get(action="edit")
        assert (edit.before, edit.after, edit.editor) == ({}, {"date": "2025"}, editor)

    def test_a_language_that_the_chosen_event_has_no_title_in_is_no_choice(self, editor, vague, exact):
        merged = desk.merge_events(into=vague, others=[exact], editor=editor, keep=desk.Choice({"ar": exact}))
        assert merged.set_titles == {}


class TestPins:
    def picks(self) -> set[tuple]:
        """Those that count: of events that are not merged."""
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
    def test_a_pin_passes_on_where_the_survivor_has_no_word_of_its_own(self, editor, of_other, of_survivor, then):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        for event, kind in ((other, of_other), (into, of_survivor)):
            desk.pick_event(timeline=timeline, event=event, kind=kind, editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        assert self.picks() == {(into.pk, *pick) for pick in then}

    def test_two_that_were_pinned_pin_the_survivor_once(self, editor):
        into, *others = (factories.an_event() for _ in range(3))
        timeline = factories.a_timeline()
        for other in others:
            desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=others, editor=editor)
        assert self.picks() == {(into.pk, "pinned", True)}

    def test_the_timeline_keeps_in_its_history_whose_pin_passed_on(self, editor):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        latest = timeline.curations.first()
        assert (latest.before["pinned"], latest.after["pinned"]) == ([other.pk], [into.pk])

    def test_an_editors_own_pin_stands_by_itself(self, editor):
        into, other, timeline = factories.an_event(), factories.an_event(), factories.a_timeline()
        desk.pick_event(timeline=timeline, event=other, kind="pinned", editor=editor)
        desk.merge_events(into=into, others=[other], editor=editor)
        desk.pick_event(timeline=timeline, event=into, kind="pinned", editor=editor)
        desk.unmerge_event(event=other, editor=editor)
        assert self.picks() == {(into.pk, "pinned", False), (other.pk, "pinned", False)}
