"""Deleting an article, and what becomes of its events."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from events import desk
from events.models import Article, Event, Merge
from tests import factories

pytestmark = pytest.mark.django_db


class TestDeleting:
    def test_article_takes_along_events_without_another_source(self):
        article = factories.an_event(visibility="proposed").sources.get().article
        desk.delete_article(article=article)
        assert not Event.objects.exists()

    def test_event_with_other_sources_is_computed_anew(self):
        event = factories.an_event(edtf="2025-09")
        better = factories.a_source(event=event, edtf="2025-09-03")
        desk.delete_article(article=better.article)
        event.refresh_from_db()
        assert (event.edtf, event.source_count) == ("2025-09", 1)

    def test_only_article_of_a_published_event_cannot_be_deleted(self):
        article = factories.an_event().sources.get().article
        with pytest.raises(ValidationError):
            desk.delete_article(article=article)
        assert Article.objects.filter(pk=article.pk).exists()

    def test_event_goes_though_another_was_merged_into_it(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_event(visibility="proposed")
        article = factories.an_article()
        desk.merge_events(into=into, others=[other], editor=editor)
        into.sources.update(article=article)
        desk.delete_article(article=article)
        assert not Event.objects.filter(pk=into.pk).exists()

    def test_merged_event_without_sources_still_leads_to_its_survivor(self, editor):
        into, other = factories.an_event(), factories.an_event()
        article = other.sources.get().article
        desk.merge_events(into=into, others=[other], editor=editor)
        desk.delete_article(article=article)
        other.refresh_from_db()
        assert other.merged_into == into

    def test_deleted_survivor_takes_along_events_merged_into_it(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_event(visibility="proposed")
        articles = [event.sources.get().article for event in (into, other)]
        desk.merge_events(into=into, others=[other], editor=editor)
        for article in articles:
            desk.delete_article(article=article)
        assert not Event.objects.exists()
        assert not Merge.objects.exists()

    def test_survivor_of_an_event_added_by_hand_cannot_be_deleted(self, editor):
        into, other = factories.an_event(visibility="proposed"), factories.an_added_event(title="By hand")
        article = into.sources.get().article
        desk.merge_events(into=into, others=[other], editor=editor)
        with pytest.raises(ValidationError, match="By hand"):
            desk.delete_article(article=article)
        desk.unmerge_event(event=other, editor=editor)
        desk.delete_article(article=article)
        assert list(Event.objects.all()) == [other]

    def test_event_added_by_hand_loses_what_the_article_said(self):
        event = factories.an_added_event(title="By hand")
        article = factories.a_source(event=event, language="ar", title="كما قيل", salience=0.9).article
        desk.delete_article(article=article)
        event.refresh_from_db()
        assert (event.titles, event.salience, event.found_languages) == ({"en": "By hand"}, 0.5, [])
