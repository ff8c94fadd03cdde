"""Sending articles read by another engine to the worker again: each once, behind all others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from events import desk
from events.desk import queueing
from events.extraction import engine_version
from events.models import Article, ExtractionRun
from tests import factories

NOW = timezone.now()


def read_by(version: str, *, state: str = "done", **run: object) -> Article:
    """An article that an engine of this version read, or could not read."""
    article = factories.an_article(state=state, failure="fault" if state == "failed" else "")
    a_run(article, version, **{"outcome": state, "current": state == "done"} | run)
    return article


def a_run(article: Article, version: str, **columns: object) -> ExtractionRun:
    ended = None if columns["outcome"] == "running" else NOW
    return ExtractionRun.objects.create(article=article, engine_version=version, finished_at=ended, **columns)


@pytest.fixture
def reread(django_capture_on_commit_callbacks, monkeypatch, sent):
    """Read these articles again, as far as the desk lets one; gives the numbers that it says were queued."""
    monkeypatch.setattr(queueing, "send", lambda number, priority: sent.append(number))

    def ask(*articles: Article) -> list[int]:
        with django_capture_on_commit_callbacks(execute=True):
            return desk.reread_articles(articles=[article.pk for article in articles])

    return ask


@pytest.mark.parametrize("state", ["done", "failed"])
def test_article_read_or_failed_by_another_engine_is_queued_and_sent(db, reread, sent, state):
    article = read_by("0.1", state=state)
    assert reread(article) == sent == [article.pk]
    article.refresh_from_db()
    assert (article.state, article.failure) == ("queued", "")


@pytest.mark.parametrize("state", ["done", "failed"])
def test_article_read_or_failed_by_this_engine_is_left_alone(db, reread, sent, state):
    article = read_by(engine_version(), state=state)
    assert reread(article) == sent == []
    article.refresh_from_db()
    assert article.state == state


@pytest.mark.parametrize("state", ["queued", "extracting"])
def test_article_queued_or_being_read_is_not_sent_again(db, reread, sent, state):
    article = read_by("0.1")
    Article.objects.filter(pk=article.pk).update(state=state)
    assert reread(article) == sent == []


def test_asked_twice_each_article_is_sent_once(db, reread, sent):
    articles = [read_by("0.1"), read_by("0.2")]
    assert reread(*articles) == [article.pk for article in reversed(articles)]
    assert reread(*articles) == []
    assert len(sent) == 2


def test_articles_not_asked_for_are_left_alone(db, reread, sent):
    asked, _other = read_by("0.1"), read_by("0.1")
    assert reread(asked) == sent == [asked.pk]


def test_engine_of_the_last_finished_run_counts(db, reread):
    """This engine failed at it after an older one had read it: it would only fail again."""
    article = read_by("0.1", started_at=NOW - timedelta(days=1))
    a_run(article, engine_version(), outcome="failed", error="fault", started_at=NOW)
    Article.objects.filter(pk=article.pk).update(state="failed", failure="fault")
    assert reread(article) == []


def test_article_without_any_run_is_sent(db, reread):
    article = factories.an_article()
    assert reread(article) == [article.pk]


def test_deleted_article_is_not_sent(db, reread):
    article = read_by("0.1")
    Article.objects.filter(pk=article.pk).delete()
    assert reread(article) == []
