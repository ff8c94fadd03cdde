"""The example takes the way of every article, may be loaded again, and says when it cannot be loaded."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command

from events import desk
from events.desk import queueing
from events.edtf import parse
from events.example.articles import example_articles
from events.management.commands.ensure_editor import VARIABLE
from events.models import Article, Decision, Event, Timeline
from events.queries.filters import Filters
from tests import factories

WORDS = re.compile(r"\S+")


@pytest.fixture
def worker(monkeypatch) -> None:
    """A worker that takes up each article the moment it is sent, in this process."""
    monkeypatch.setattr(queueing, "send", lambda number: desk.extract_article(article_id=number))


@pytest.fixture
def no_worker(monkeypatch) -> None:
    monkeypatch.setattr(queueing, "send", lambda number: None)


@pytest.fixture
def demo_editor(db):
    return factories.an_editor("editor")


def test_example_has_articles_of_some_length_in_both_languages():
    articles = example_articles()
    assert [article.language for article in articles].count("ar") >= 3
    assert [article.language for article in articles].count("en") >= 3
    assert all(len(WORDS.findall(article.body)) >= 100 for article in articles)
    assert articles == sorted(articles, key=lambda article: article.published)


@pytest.mark.django_db(transaction=True)
def test_example_is_read_linked_published_and_curated(worker, monkeypatch):
    monkeypatch.setenv(VARIABLE, factories.PASSWORD)
    call_command("load_example", wait=30)
    shown = Event.objects.published()
    assert shown.count() >= 20
    assert all(parse(event.edtf) for event in shown)
    both = [e for e in shown if {"ar", "en"} <= {source.article.language for source in e.sources.all()}]
    assert len(both) >= 3
    assert Event.objects.to_review().exists()
    timeline = Timeline.objects.get()
    assert Filters.parse(timeline.filter).in_window(shown).exists()


@pytest.mark.django_db(transaction=True)
def test_loading_again_keeps_what_an_editor_decided(worker, demo_editor):
    call_command("load_example", wait=30)
    hidden = Event.objects.published()[0]
    desk.set_visibility(events=[hidden], visibility="hidden", editor=demo_editor)
    Timeline.objects.update(title_en="Renamed by an editor")
    before = (Article.objects.count(), Event.objects.count(), Decision.objects.count())
    call_command("load_example", wait=30)
    hidden.refresh_from_db()
    assert hidden.visibility == "hidden"
    assert Timeline.objects.get().title_en == "Renamed by an editor"
    assert (Article.objects.count(), Event.objects.count(), Decision.objects.count()) == before


@pytest.mark.django_db(transaction=True)
def test_without_a_worker_it_fails_in_one_line_and_can_be_run_again(no_worker, demo_editor, monkeypatch):
    with pytest.raises(CommandError, match="see that worker and Redis run") as refused:
        call_command("load_example", wait=0)
    assert "\n" not in str(refused.value)
    assert Article.objects.filter(state="queued").count() == len(example_articles())
    for article in Article.objects.all():
        desk.extract_article(article_id=article.pk)
    call_command("load_example", wait=0)
    assert Event.objects.published().exists()


@pytest.mark.django_db(transaction=True)
def test_failed_article_is_named_and_read_again_the_next_time(worker, demo_editor, monkeypatch):
    def fail(number: int) -> None:
        Article.objects.filter(pk=number).update(state="failed", failure="no time")

    with monkeypatch.context() as for_now:
        for_now.setattr(queueing, "send", fail)
        with pytest.raises(CommandError, match="could not be read: no time"):
            call_command("load_example", wait=5)
    call_command("load_example", wait=30)
    assert set(Article.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.django_db
def test_without_editor_and_password_it_says_what_to_set(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(CommandError, match=VARIABLE):
        call_command("load_example")
