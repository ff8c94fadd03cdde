"""Celery tasks: they hand over to the desk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from events import desk, tasks
from newsdesk.celery import app
from tests import factories
from tests.texts import ARABIC, ENGLISH

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.django_db
@pytest.mark.parametrize(("body", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_queued_article_is_read_by_the_real_engine(body, language):
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
def test_task_that_comes_twice_runs_once():
    article = factories.an_article(body=ENGLISH, state="queued")
    tasks.extract_article(article.pk)
    tasks.extract_article(article.pk)
    assert article.runs.count() == 1


def test_sweep_is_in_the_beat_schedule(settings):
    entry = settings.CELERY_BEAT_SCHEDULE["sweep"]
    assert app.tasks[entry["task"]].name == tasks.sweep.name


def test_desk_sends_to_a_registered_task(monkeypatch):
    sent = []
    monkeypatch.setattr(app, "send_task", lambda name, args: sent.append((name, args)))
    desk.queueing.send(5)
    ((name, args),) = sent
    assert app.tasks[name].name == tasks.extract_article.name
    assert args == [5]


def test_starting_worker_loads_all_languages_first():
    """In a fresh interpreter, so that nothing loaded by other tests counts."""
    script = (
        "import django; django.setup()\n"
        "from celery.signals import worker_init\n"
        "import events.tasks, time, datetime\n"
        "worker_init.send(sender=None)\n"
        "from events.extraction import extract\n"
        "from tests.texts import ARABIC, ENGLISH\n"
        "began = time.process_time()\n"
        "for text in (ARABIC, ENGLISH): extract(text, published=datetime.date(2025, 3, 15))\n"
        "print(time.process_time() - began)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.2
