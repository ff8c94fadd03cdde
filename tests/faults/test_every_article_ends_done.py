"""Whether a worker dies or Redis dies, the article still ends done and its events are stored once."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from django.db import connection

from events.extraction import extract
from events.models import Article, Event, Source
from events.models.choices import ArticleState, RunOutcome

pytestmark = pytest.mark.fault

TITLE = "Ministers sign ferry accord"
BODY = (
    "The transport ministers of Norway and Denmark signed a ferry accord in Oslo on 14 March 2025. "
    "Protesters blocked the harbour on 17 March 2025. "
    "The Danish parliament will vote on the accord on 2 April 2025."
)


@contextmanager
def recording_held_up():
    """Let workers claim and read articles, but not record what they read, until the block ends."""
    parameters = connection.get_connection_params()
    named = {name: parameters[name] for name in ("dbname", "user", "host", "port", "password") if name in parameters}
    with psycopg.connect(psycopg.conninfo.make_conninfo("", **named)) as other:
        other.execute("LOCK TABLE events_source IN SHARE MODE")
        yield
        other.rollback()


def state_of(article_id: int) -> str:
    return Article.objects.values_list("state", flat=True).get(pk=article_id)


def assert_done_once(article_id: int) -> None:
    """The article is done, and every event the engine reads in it is there exactly once."""
    article = Article.objects.get(pk=article_id)
    read = extract(BODY, published=date(2025, 3, 20), language="en", title=TITLE).events
    assert article.state == ArticleState.DONE
    assert len(read) >= 2
    assert Source.objects.filter(article=article).count() == Event.objects.count() == len(read)
    assert list(article.runs.filter(current=True).values_list("outcome", flat=True)) == [RunOutcome.DONE]
    assert not article.runs.filter(outcome=RunOutcome.RUNNING).exists()


def test_article_ends_done_after_its_worker_is_killed(newsroom, editor):
    newsroom.start()
    with recording_held_up():
        article_id = newsroom.paste(editor.username, TITLE, BODY)
        newsroom.wait_until(lambda: state_of(article_id) == ArticleState.EXTRACTING)
        killed = newsroom.worker_pid()
        newsroom.kill_worker()
        newsroom.wait_until(lambda: newsroom.worker_pid() != killed)
    newsroom.wait_until(lambda: state_of(article_id) == ArticleState.DONE)
    assert_done_once(article_id)
    outcomes = Article.objects.get(pk=article_id).runs.order_by("started_at").values_list("outcome", flat=True)
    assert list(outcomes) == [RunOutcome.ABANDONED, RunOutcome.DONE]


def test_article_saved_while_redis_is_down_ends_done(newsroom, editor):
    newsroom.start()
    newsroom.stop_redis()
    article_id = newsroom.paste(editor.username, TITLE, BODY)
    assert state_of(article_id) == ArticleState.QUEUED
    newsroom.start_redis()
    newsroom.wait_until(lambda: state_of(article_id) == ArticleState.DONE)
    assert_done_once(article_id)


def test_article_ends_done_though_redis_lost_its_message(newsroom, editor):
    article_id = newsroom.paste(editor.username, TITLE, BODY)
    newsroom.stop_redis()
    newsroom.lose_messages()
    newsroom.start_redis()
    newsroom.start()
    newsroom.wait_until(lambda: state_of(article_id) == ArticleState.DONE)
    assert_done_once(article_id)


def test_articles_end_done_after_worker_and_redis_are_killed(newsroom, editor):
    newsroom.start()
    with recording_held_up():
        first = newsroom.paste(editor.username, TITLE, BODY)
        newsroom.wait_until(lambda: state_of(first) == ArticleState.EXTRACTING)
        newsroom.stop_redis()
        newsroom.kill_worker()
    newsroom.start_redis()
    newsroom.wait_until(lambda: state_of(first) == ArticleState.DONE)
    assert_done_once(first)
