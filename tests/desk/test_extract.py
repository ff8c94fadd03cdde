"""The worker reads an article once and to an end, and nothing is lost on the way."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import connection
from django.utils import timezone, translation

from events import desk
from events.desk.extract import claim
from events.desk.record import record
from events.extraction.types import ExtractionError, UnsupportedLanguage
from events.models import Article, Event, ExtractionRun, Source
from tests import factories
from tests.found_events import a_reading, a_timex, found_event
from tests.texts import ENGLISH

SIGNED = "Jordan and Iraq signed a water agreement on 14 March 2025"
MET = "Ministers of both countries had met in Baghdad a week earlier"


def reading(*quotes: str):
    return a_reading(*(found_event(ENGLISH, quote, time=0) for quote in quotes or (SIGNED,)),
                     timexes=[a_timex(ENGLISH, "14 March 2025", "2025-03-14")])  # fmt: skip


@pytest.fixture
def article(db) -> Article:
    return factories.an_article(body=ENGLISH, state="queued")


def test_extraction_is_stored_with_quote_and_time_expression(article, engine):
    engine.reads(reading())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    mention = Source.objects.get(article=article).mentions.get()
    assert (article.state, mention.quote) == ("done", SIGNED)
    assert mention.time_expression
    assert mention.time_expression.text == "14 March 2025"
    run = article.runs.get()
    assert (run.outcome, run.current, run.language) == ("done", True, "en")
    assert run.finished_at


def test_second_message_for_an_article_does_nothing(article, engine):
    engine.reads(reading())
    for _ in range(3):
        desk.extract_article(article_id=article.pk)
    assert (engine.calls, article.runs.count(), Event.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("state", ["extracting", "done", "failed"])
def test_only_a_queued_article_is_read(db, engine, state):
    article = factories.an_article(state=state, failure="why" if state == "failed" else "")
    desk.extract_article(article_id=article.pk)
    assert engine.calls == 0


def test_message_for_a_deleted_article_does_nothing(db, engine):
    desk.extract_article(article_id=987_654_321)
    assert engine.calls == 0


def test_article_deleted_during_extraction_raises_nothing(article, engine):
    def delete_and_read():
        desk.delete_article(article=article)
        return reading()

    engine.does(delete_and_read)
    desk.extract_article(article_id=article.pk)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ExtractionError("The article has no sentence."), "other", "The article has no sentence."),
        (UnsupportedLanguage("no", languages="ar, en"), "unsupported_language", "Arabic and English"),
        (SoftTimeLimitExceeded(), "too_slow", "30"),
    ],
)
def test_article_that_cannot_be_read_ends_failed_with_the_reason(article, engine, settings, error, code, words):
    settings.CELERY_TASK_SOFT_TIME_LIMIT = 30
    engine.raises(error)
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    run = article.runs.get()
    assert (article.state, article.failure, run.error) == ("failed", code, code)
    assert words in article.failure_words
    assert words in run.error_words


def test_failure_reason_is_translated(article, engine):
    engine.raises(SoftTimeLimitExceeded())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    with translation.override("ar"):
        assert "استغرق الاستخراج" in article.failure_words
    with translation.override("en"):
        assert article.failure_words.startswith("Extraction took longer than")


def test_engine_fault_is_shown_to_the_editor_and_raised(article, engine):
    engine.raises(KeyError("x" * 1000))
    with pytest.raises(KeyError):
        desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "failed"
    assert article.failure == "fault"
    assert "KeyError: " in article.failure_words


def test_extraction_refused_by_the_database_fails_and_stores_nothing(article, engine):
    engine.reads(a_reading(found_event(ENGLISH, SIGNED), found_event("elsewhere " + ENGLISH, SIGNED)))
    with pytest.raises(Exception, match="does not quote the body"):
        desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "failed"
    assert not Event.objects.exists()


def test_article_without_events_ends_done(article, engine):
    engine.reads(a_reading())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "done"


def test_language_found_by_the_engine_is_stored(db, engine):
    article = factories.an_article(body=ENGLISH, state="queued")
    Article.objects.filter(pk=article.pk).update(language="")
    engine.reads(reading())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.language == "en"


def test_article_that_failed_can_be_read_again(article, engine):
    engine.raises(ExtractionError("no"))
    desk.extract_article(article_id=article.pk)
    engine.reads(reading())
    desk.run_again(article=article)
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert (article.state, article.failure, Event.objects.count()) == ("done", "", 1)


# --- runs that were overtaken


def claimed(article: Article) -> ExtractionRun:
    run = claim(article.pk)
    assert run
    return run


def test_abandoned_run_stores_nothing(article):
    run = claimed(article)
    ExtractionRun.objects.filter(pk=run.pk).update(outcome="abandoned", finished_at=timezone.now())
    Article.objects.filter(pk=article.pk).update(state="queued")
    record(run=run, extraction=reading())
    assert not Source.objects.exists()


def test_run_overtaken_by_a_correction_stores_nothing(article):
    early = claimed(article)
    desk.correct_article(article=article, title="Corrected")
    late = claimed(article)
    record(run=late, extraction=reading(SIGNED))
    record(run=early, extraction=reading(MET))
    assert Source.objects.get().mentions.get().quote == SIGNED
    early.refresh_from_db()
    assert (early.outcome, early.error) == ("failed", "superseded")


def test_run_ending_after_a_correction_stores_nothing_while_the_next_is_queued(article):
    run = claimed(article)
    desk.correct_article(article=article, title="Corrected")
    record(run=run, extraction=reading())
    article.refresh_from_db()
    assert (article.state, Source.objects.count()) == ("queued", 0)


def test_overtaken_run_that_fails_leaves_the_article_queued(article, engine):
    def corrected_meanwhile():
        desk.correct_article(article=article, title="Corrected")
        raise ExtractionError("too late")

    engine.does(corrected_meanwhile)
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "queued"


# --- the sweep


def ago(seconds: float):
    return timezone.now() - timedelta(seconds=seconds)


def test_sweep_sends_an_article_again_whose_message_was_lost(db, sent, settings):
    settings.QUEUED_STALE_SECONDS = 20
    lost = factories.an_article(state="queued", queued_at=ago(30))
    factories.an_article(state="queued", queued_at=ago(5))
    desk.sweep()
    assert sent == [lost.pk]


def test_next_sweep_does_not_send_the_same_article_again(db, sent):
    factories.an_article(state="queued", queued_at=ago(3600))
    desk.sweep()
    desk.sweep()
    assert len(sent) == 1


def abandon(article: Article, seconds: float = 3600) -> ExtractionRun:
    """Let a worker begin the article and die."""
    run = claimed(article)
    ExtractionRun.objects.filter(pk=run.pk).update(started_at=ago(seconds))
    return run


def test_sweep_queues_an_article_again_whose_worker_died(article, sent, django_capture_on_commit_callbacks):
    run = abandon(article)
    with django_capture_on_commit_callbacks(execute=True):
        desk.sweep()
    article.refresh_from_db()
    run.refresh_from_db()
    assert (article.state, run.outcome, sent) == ("queued", "abandoned", [article.pk])


def test_sweep_leaves_a_run_alone_that_may_still_finish(article):
    abandon(article, seconds=1)
    desk.sweep()
    article.refresh_from_db()
    assert article.state == "extracting"


def test_article_whose_workers_keep_dying_ends_failed(article, settings):
    settings.EXTRACTION_MAX_ATTEMPTS = 3
    for _ in range(3):
        abandon(article)
        desk.sweep()
        article.refresh_from_db()
    assert (article.state, article.failure) == ("failed", "workers_died")


def test_worker_deaths_are_counted_since_the_last_finished_run(article, settings, engine):
    settings.EXTRACTION_MAX_ATTEMPTS = 2
    abandon(article)
    desk.sweep()
    engine.reads(reading())
    desk.extract_article(article_id=article.pk)
    desk.run_again(article=article)
    abandon(article)
    desk.sweep()
    article.refresh_from_db()
    assert article.state == "queued"


# --- two workers at once


@pytest.mark.django_db(transaction=True)
def test_article_taken_by_two_workers_is_read_by_one():
    article = factories.an_article(body=ENGLISH, state="queued")
    ready = threading.Barrier(2, timeout=10)
    runs: list[ExtractionRun | None] = []

    def worker() -> None:
        ready.wait()
        runs.append(claim(article.pk))
        connection.close()

    threads = [threading.Thread(target=worker) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(run is None for run in runs) == [False, True]
