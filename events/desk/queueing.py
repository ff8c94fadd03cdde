"""Telling the worker: after the commit, and never at the cost of the save."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from newsdesk.celery import app

logger = logging.getLogger(__name__)


#: In Redis 0 goes first and is what everything has that says nothing; 9 goes when nothing else waits.
AFTER_ALL_OTHERS = 9


def send_on_commit(article_id: int, **options: Any) -> None:
    """Send the article to a worker once the transaction is in."""
    transaction.on_commit(partial(send, article_id, **options))


def send(article_id: int, **options: Any) -> None:
    """Send now; ``options`` are Celery's (``priority``).  Where the broker is away the article stays queued and the
    sweep sends it later."""
    try:
        app.send_task("events.tasks.extract_article", args=[article_id], **options)
    except (OperationalError, RedisError) as error:
        logger.warning("article %s stays queued, the broker does not answer: %s", article_id, error)
