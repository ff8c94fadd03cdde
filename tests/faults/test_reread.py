"""``manage.py reread --older`` beside a real worker: killed, started again, and overtaken by newly pasted articles."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.conf import settings

from events import desk
from events.extraction import engine_version
from events.models import Article, ExtractionRun
from tests import factories
from tests.newsroom import PATIENCE, Newsroom
from tests.texts import ENGLISH

pytestmark = pytest.mark.fault


def read_by_an_older_engine(count: int) -> list[int]:
    """Make so many articles read by an older engine; gives their numbers."""
    articles = [factories.an_article(body=f"Report {n}. {ENGLISH}", state="queued") for n in range(count)]
    for article in articles:
        desk.extract_article(article_id=article.pk)
    ExtractionRun.objects.update(engine_version="0.1")
    return [article.pk for article in articles]


def rereading(newsroom: Newsroom) -> subprocess.Popen[str]:
    """Start ``manage.py reread --older`` as an operator would."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "reread", "--older"],
        cwd=settings.BASE_DIR, env=newsroom.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def read_anew() -> int:
    return ExtractionRun.objects.filter(engine_version=engine_version(), current=True).count()


def test_reread_killed_and_run_again_reads_each_article_once(newsroom: Newsroom):
    articles = read_by_an_older_engine(60)
    newsroom.start()
    killed = rereading(newsroom)
    newsroom.wait_until(lambda: read_anew() > 0)
    killed.kill()
    killed.communicate()
    newsroom.wait_until(lambda: not Article.objects.exclude(state="done").exists())
    assert 0 < read_anew() < len(articles)
    out, errors = rereading(newsroom).communicate(timeout=PATIENCE)
    assert f"This engine is {engine_version()}." in out, errors
    assert read_anew() == len(articles)
    assert ExtractionRun.objects.count() == 2 * len(articles)


def test_newly_pasted_article_is_read_before_the_reread_ones(newsroom: Newsroom, editor):
    articles = read_by_an_older_engine(8)
    command = rereading(newsroom)
    newsroom.wait_until(lambda: Article.objects.filter(state="queued").count() == len(articles))
    pasted = newsroom.paste(editor.username, "Ferry", "Norway and Denmark signed a ferry accord on 14 March 2025.")
    newsroom.start_worker()
    out, errors = command.communicate(timeout=PATIENCE)
    assert "Read again: 8, of which 0 could not be read." in out, errors
    begun = ExtractionRun.objects.filter(engine_version=engine_version()).order_by("started_at")
    # Two processes of the worker take one each at first.
    assert pasted in begun.values_list("article", flat=True)[:2]
