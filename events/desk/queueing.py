"""Sending articles to the worker: after the commit, and without failing when the broker is away."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from newsdesk.celery import app

logger = logging.getLogger(__name__)


#: The lowest priority of Celery on Redis: such messages are taken when no others wait.  The default is 0, the highest.
AFTER_ALL_OTHERS = 9


def send_on_commit(article_id: int, **options: Any) -> None:
    """Send the article to a worker once the transaction is committed; ``options`` as for ``send``."""
    transaction.on_commit(partial(send, article_id, **options))


def send(article_id: int, **options: Any) -> None:
    """Send the article to a worker now; ``options`` go to Celery's ``send_task`` (such as ``priority``).

    If the broker is away this only logs a warning: the article stays queued, and ``sweep`` sends it later.
    """
    try:
        app.send_task("events.tasks.extract_article", args=[article_id], **options)
    except (OperationalError, RedisError) as error:
        logger.warning("article %s stays queued, the broker does not answer: %s", article_id, error)
