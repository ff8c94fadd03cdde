"""A broker that is away never holds up or loses an article."""

from __future__ import annotations

import socket
from datetime import date

import pytest
import redis.exceptions
from celery import Celery
from kombu.exceptions import OperationalError

from events import desk
from events.desk import queueing
from events.models import Article
from newsdesk.celery import app
from tests import factories
from tests.texts import ENGLISH


@pytest.fixture
def sent() -> None:
    """The real sending is tested here."""


@pytest.fixture
def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def broker_away(closed_port, monkeypatch) -> None:
    """Celery with the settings of the newsroom, against a broker that refuses connections."""
    away = Celery("away", broker=f"redis://127.0.0.1:{closed_port}/0", set_as_current=False)
    away.config_from_object("django.conf:settings", namespace="CELERY")
    away.conf.update(broker_url=f"redis://127.0.0.1:{closed_port}/0")
    monkeypatch.setattr(queueing, "app", away)


@pytest.mark.django_db(transaction=True)
def test_an_article_is_saved_while_the_broker_is_away(broker_away, caplog):
    article = desk.submit_article(submitted_by=factories.a_reporter(), body=ENGLISH, publication_date=date(2025, 3, 15))
    assert Article.objects.get() == article
    assert article.state == "queued"
    assert "the broker does not answer" in caplog.text


def test_a_broker_that_is_away_is_not_waited_for(broker_away, monkeypatch):
    """Celery's own settings would wait for six seconds between its tries."""
    waits: list[float] = []
    monkeypatch.setattr("kombu.utils.functional.sleep", waits.append)
    queueing.send(7)
    assert sum(waits) < 0.5


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("away"),
        redis.exceptions.ConnectionError("away"),
        redis.exceptions.TimeoutError("slow"),
        redis.exceptions.ResponseError("OOM command not allowed"),
        redis.exceptions.AuthenticationError("NOAUTH"),
    ],
)
def test_whatever_the_broker_answers_the_save_goes_through(monkeypatch, caplog, error):
    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(app, "send_task", refuse)
    queueing.send(7)
    assert "article 7 stays queued" in caplog.text


def test_a_fault_of_ours_is_not_taken_for_the_brokers(monkeypatch):
    def refuse(*args, **kwargs):
        raise TypeError("wrong arguments")

    monkeypatch.setattr(app, "send_task", refuse)
    with pytest.raises(TypeError):
        queueing.send(7)


def test_what_is_read_again_is_sent_behind_all_others(db, monkeypatch, django_capture_on_commit_callbacks):
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(app, "send_task", lambda name, **options: sent.append(options))
    article = factories.an_article()
    with django_capture_on_commit_callbacks(execute=True):
        desk.reread_articles(articles=[article.pk])
        desk.run_again(article=article)
    assert sent == [{"args": [article.pk], "priority": queueing.AFTER_ALL_OTHERS}, {"args": [article.pk]}]
