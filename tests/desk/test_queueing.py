"""A broker that is down never holds up or loses an article."""

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
def test_article_is_saved_while_the_broker_is_down(broker_away, caplog):
    article = desk.submit_article(submitted_by=factories.a_reporter(), body=ENGLISH, publication_date=date(2025, 3, 15))
    assert Article.objects.get() == article
    assert article.state == "queued"
    assert "the broker does not answer" in caplog.text


def test_save_does_not_wait_for_a_broker_that_is_down(broker_away, monkeypatch):
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
def test_save_goes_through_whatever_error_the_broker_gives(monkeypatch, caplog, error):
    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(app, "send_task", refuse)
    queueing.send(7)
    assert "article 7 stays queued" in caplog.text


def test_programming_error_while_sending_is_raised(monkeypatch):
    def refuse(*args, **kwargs):
        raise TypeError("wrong arguments")

    monkeypatch.setattr(app, "send_task", refuse)
    with pytest.raises(TypeError):
        queueing.send(7)


def test_reread_is_sent_with_lower_priority(db, monkeypatch, django_capture_on_commit_callbacks):
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(app, "send_task", lambda name, **options: sent.append(options))
    article = factories.an_article()
    with django_capture_on_commit_callbacks(execute=True):
        desk.reread_articles(articles=[article.pk])
        desk.run_again(article=article)
    assert sent == [{"args": [article.pk], "priority": queueing.AFTER_ALL_OTHERS}, {"args": [article.pk]}]
