"""Extraction of one article: claim it, run the engine, record what it found.  Every article ends done or failed.

Each step is a transaction of its own.  If the worker dies in between, the article is still queued, or it is extracting
with a run that ``sweep`` will find and end.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import MappingProxyType

from billiard.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from events.desk.queueing import send, send_on_commit
from events.desk.record import record
from events.extraction import engine_version, extract
from events.extraction.types import ExtractionError
from events.models import Article, ExtractionRun
from events.models.choices import ArticleState, RunOutcome
from events.models.reasons import Reason

logger = logging.getLogger(__name__)
_LONGEST_ERROR = 400


def extract_article(*, article_id: int) -> None:
    """Run the engine over a queued article and record the result.  Does nothing if the article is not queued."""
    run = claim(article_id)
    if run is None:
        return
    article = run.article
    try:
        extraction = extract(
            article.body, published=article.publication_date, language=article.language or None, title=article.title
        )
        record(run=run, extraction=extraction)
    except ExtractionError as error:
        fail(run, error.code, **error.values)
    except SoftTimeLimitExceeded:
        fail(run, Reason.TOO_SLOW, seconds=settings.CELERY_TASK_SOFT_TIME_LIMIT)
    except Exception as error:
        # A bug of ours: the editor sees that it failed and why, and the exception goes on to the log.
        fail(run, Reason.FAULT, error=f"{type(error).__name__}: {error}"[:_LONGEST_ERROR])
        raise


@transaction.atomic
def claim(article_id: int) -> ExtractionRun | None:
    """Set a queued article to extracting and start a run; None if it is not queued."""
    article = Article.objects.select_for_update().filter(pk=article_id, state=ArticleState.QUEUED).first()
    if article is None:
        return None
    article.state = ArticleState.EXTRACTING
    article.save(update_fields=["state"])
    # An article that was corrected may be queued while an earlier run is still going on; its result would be outdated.
    _end_running(article, RunOutcome.FAILED, Reason.SUPERSEDED)
    return ExtractionRun.objects.create(article=article, engine_version=engine_version(), language=article.language)


@transaction.atomic
def fail(run: ExtractionRun, reason: str, **values: object) -> None:
    """End a run as failed, with a ``Reason`` and its values.  Does nothing if the run has already ended."""
    article = Article.objects.select_for_update().filter(pk=run.article_id).first()
    if article is None or not _end_running(article, RunOutcome.FAILED, reason, values, run.pk):
        return
    if article.state == ArticleState.EXTRACTING:
        article.state, article.failure, article.failure_values = ArticleState.FAILED, reason, values
        article.save(update_fields=["state", "failure", "failure_values"])


def sweep() -> None:
    """Send articles again whose message was lost, and end runs whose worker died.  A beat task calls this."""
    for article in Article.objects.waiting_too_long():
        Article.objects.filter(pk=article.pk, state=ArticleState.QUEUED).update(queued_at=timezone.now())
        logger.info("article %s was queued for too long, sending it again", article.pk)
        send(article.pk)
    for article in Article.objects.abandoned():
        _requeue_or_fail(article.pk)


@transaction.atomic
def _requeue_or_fail(article_id: int) -> None:
    """Queue an article again whose worker died, or fail it after ``EXTRACTION_MAX_ATTEMPTS`` deaths."""
    article = Article.objects.select_for_update().abandoned().filter(pk=article_id).first()
    if article is None:
        return
    _end_running(article, RunOutcome.ABANDONED, Reason.WORKER_DIED)
    if _deaths_in_a_row(article) >= settings.EXTRACTION_MAX_ATTEMPTS:
        article.state, article.failure = ArticleState.FAILED, Reason.WORKERS_DIED
    else:
        article.state, article.queued_at = ArticleState.QUEUED, timezone.now()
        send_on_commit(article.pk)
    article.save(update_fields=["state", "failure", "queued_at"])
    logger.warning("article %s was left by a dead worker: %s", article.pk, article.state)


def _end_running(
    article: Article,
    outcome: RunOutcome,
    reason: str,
    values: Mapping[str, object] = MappingProxyType({}),
    run_id: int | None = None,
) -> int:
    """End the article's running run, or only the run ``run_id``; returns how many were ended (0 or 1)."""
    running = article.runs.filter(outcome=RunOutcome.RUNNING)
    if run_id is not None:
        running = running.filter(pk=run_id)
    return running.update(outcome=outcome, error=reason, error_values=dict(values), finished_at=timezone.now())


def _deaths_in_a_row(article: Article) -> int:
    """How many runs were abandoned since the last one that was not."""
    outcomes = article.runs.order_by("-started_at", "-pk").values_list("outcome", flat=True)[
        : settings.EXTRACTION_MAX_ATTEMPTS
    ]
    deaths = 0
    for outcome in outcomes:
        if outcome != RunOutcome.ABANDONED:
            break
        deaths += 1
    return deaths
