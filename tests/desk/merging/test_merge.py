"""Joining and parting by hand, and deleting an article."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from events import desk
from events.models import Article, Event, KeptApart
from tests import factories


@pytest.mark.django_db
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


@pytest.mark.django_db
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

    def test_a_merge_is_undone_source_by_source(self, editor):
        into, other = factories.an_event(title="One"), factories.an_event(title="Two")
        source = other.sources.get()
        desk.merge_events(into=into, others=[other], editor=editor)
        source.refresh_from_db()
        assert desk.detach_source(source=source, editor=editor).title == "Two"


@pytest.mark.django_db
class TestDeleting:
    def test_an_article_takes_along_the_events_that_it_alone_tells(self):
        article = factories.an_event(visibility="proposed").sources.get().article
        desk.delete_article(article=article)
        assert not Event.objects.exists()

    def test_an_event_that_others_tell_is_computed_anew(self):
        event = factories.an_event(edtf="2025-09")
        better = factories.a_source(event=event, edtf="2025-09-03")
        desk.delete_article(article=better.article)
        event.refresh_from_db()
        assert (event.edtf, event.source_count) == ("2025-09", 1)

    def test_what_readers_see_is_not_taken_from_under_them(self):
        article = factories.an_event().sources.get().article
        with pytest.raises(ValidationError):
            desk.delete_article(article=article)
        assert Article.objects.filter(pk=article.pk).exists()

    def test_what_was_merged_into_a_deleted_event_does_not_stand_in_the_way(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_event(visibility="proposed")
        article = factories.an_article()
        desk.merge_events(into=into, others=[other], editor=editor)
        into.sources.update(article=article)
        desk.delete_article(article=article)
        assert not Event.objects.filter(pk=into.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_editors_who_merge_the_same_events_into_each_other_do_not_block_for_good():
    one, other, editor = factories.an_event(), factories.an_event(), factories.an_editor()
    ready = threading.Barrier(2, timeout=10)
    outcomes: list[str] = []

    def merge(into: Event, from_: Event) -> None:
        ready.wait()
        try:
            desk.merge_events(into=into, others=[from_], editor=editor)
            outcomes.append("merged")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=merge, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(outcomes) == ["merged", "refused"]
    assert sorted(Event.objects.values_list("source_count", flat=True)) == [0, 2]
