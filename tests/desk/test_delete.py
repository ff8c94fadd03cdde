"""Deleting an article, and what becomes of the events that it tells."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Article, Event, Merge
from tests import factories

pytestmark = pytest.mark.django_db


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

    def test_a_merged_event_that_nothing_else_tells_keeps_its_address(self, editor):
        into, other = factories.an_event(), factories.an_event()
        article = other.sources.get().article
        desk.merge_events(into=into, others=[other], editor=editor)
        desk.delete_article(article=article)
        other.refresh_from_db()
        assert other.merged_into == into

    def test_what_lived_on_in_a_deleted_event_goes_along(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_event(visibility="proposed")
        articles = [event.sources.get().article for event in (into, other)]
        desk.merge_events(into=into, others=[other], editor=editor)
        for article in articles:
            desk.delete_article(article=article)
        assert not Event.objects.exists()
        assert not Merge.objects.exists()

    def test_an_event_added_by_hand_is_not_lost_with_the_one_that_it_lives_on_in(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_added_event(title="By hand")
        article = into.sources.get().article
        desk.merge_events(into=into, others=[other], editor=editor)
        with pytest.raises(ValidationError, match="By hand"):
            desk.delete_article(article=article)
        desk.unmerge_event(event=other, editor=editor)
        desk.delete_article(article=article)
        assert list(Event.objects.all()) == [other]

    def test_what_an_article_said_of_an_event_added_by_hand_goes_with_it(self):
        event = factories.an_added_event(title="By hand")
        article = factories.a_source(event=event, language="ar", title="كما قيل", salience=0.9).article
        desk.delete_article(article=article)
        event.refresh_from_db()
        assert (event.titles, event.salience, event.found_languages) == ({"en": "By hand"}, 0.5, [])
