"""What the worker runs: tasks that hand over to the desk."""

from __future__ import annotations

import pytest

from events import desk, tasks
from newsdesk.celery import app
from tests import factories
from tests.texts import ARABIC, ENGLISH


@pytest.mark.django_db
@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_a_queued_article_is_read_by_the_real_engine(body, language):
    article = factories.an_article(
        body=body, language=language, state="queued", publication_date=factories.date(2025, 3, 15)
    )
    tasks.extract_article(article.pk)
    article.refresh_from_db()
    assert (article.state, article.failure) == ("done", "")
    assert "2025-03-14" in {source.edtf for source in article.sources.all()}
    for source in article.sources.all():
        for mention in source.mentions.all():
            assert article.body[mention.start : mention.end] == mention.quote


@pytest.mark.django_db
def test_a_task_may_come_twice():
    article = factories.an_article(body=ENGLISH, state="queued")
    tasks.extract_article(article.pk)
    tasks.extract_article(article.pk)
    assert article.runs.count() == 1


def test_the_sweep_is_on_the_beat(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["sweep"]
    assert app.tasks[entry["task"]].name == tasks.sweep.name


def test_the_desk_sends_to_a_task_that_there_is(monkeypatch):
    sent = []
    monkeypatch.setattr(app, "send_task", lambda name, args: sent.append((name, args)))
    desk.queueing.send(5)
    ((name, args),) = sent
    assert app.tasks[name].name == tasks.extract_article.name
    assert args == [5]
