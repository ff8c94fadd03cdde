"""A queue that an earlier build filled is worked off: messages bear names, and those names are still answered to.

``tests/queues/f9057a1.jsonl`` is the list ``celery`` in Redis as the desk and the beat of commit f9057a1 left it, read
with ``LRANGE celery 0 -1``, one message a line, the latest first: a sweep, an article that was run again, and two that
were pasted.
"""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import redis
from django.utils import timezone

from events.models import Article
from tests import factories
from tests.newsroom import Newsroom
from tests.texts import ARABIC, ENGLISH

QUEUE = "celery"
MESSAGES = (Path(__file__).parent / "queues" / "f9057a1.jsonl").read_text().splitlines()


def as_if_just_sent(message: str) -> str:
    """A sweep is of no use after half a minute and says so; articles wait as long as it takes."""
    read = json.loads(message)
    if read["headers"]["expires"]:
        read["headers"]["expires"] = (timezone.now() + timedelta(minutes=5)).isoformat()
    return json.dumps(read)


def test_stored_queue_has_the_task_names_of_f9057a1():
    names = [json.loads(message)["headers"]["task"] for message in MESSAGES]
    assert names == ["events.tasks.sweep", *["events.tasks.extract_article"] * 3]


def test_queue_filled_by_f9057a1_is_worked_off(newsroom: Newsroom):
    pasted = [
        factories.an_article(pk=1, body=ENGLISH, language="en", state="queued"),
        factories.an_article(pk=2, body=ARABIC, language="ar", state="queued"),
    ]
    long_ago = timezone.now() - timedelta(hours=1)
    lost = f"{ENGLISH} Its message was lost."
    for_the_sweep = factories.an_article(pk=3, body=lost, state="queued", queued_at=long_ago)
    queue = redis.Redis.from_url(newsroom.environment["REDIS_URL"])
    queue.rpush(QUEUE, *map(as_if_just_sent, MESSAGES))
    newsroom.start_worker()
    newsroom.wait_until(lambda: not Article.objects.exclude(state="done").exists() and queue.llen(QUEUE) == 0)
    for article in [*pasted, for_the_sweep]:
        assert article.runs.get().outcome == "done"
        assert article.sources.exists()
