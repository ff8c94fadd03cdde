"""Reading an article: once, to an end, and nothing lost on the way."""

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


def test_what_was_read_is_written_down_with_its_quote_and_time(article, engine):
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


def test_a_second_message_finds_nothing_to_do(article, engine):
    engine.reads(reading())
    for _ in range(3):
        desk.extract_article(article_id=article.pk)
    assert (engine.calls, article.runs.count(), Event.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("state", ["extracting", "done", "failed"])
def test_only_a_queued_article_is_read(db, engine, state):
    article = factories.an_article(state=state, failure="why" if state == "failed" else "")
    desk.extract_article(article_id=article.pk)
    assert engine.calls == 0


def test_an_article_that_was_deleted_is_no_work(db, engine):
    desk.extract_article(article_id=987_654_321)
    assert engine.calls == 0


def test_an_article_deleted_while_it_is_read_leaves_no_fault(article, engine):
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
def test_an_article_that_cannot_be_read_ends_failed_with_the_reason(article, engine, settings, error, code, words):
    settings.CELERY_TASK_SOFT_TIME_LIMIT = 30
    engine.raises(error)
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    run = article.runs.get()
    assert (article.state, article.failure, run.error) == ("failed", code, code)
    assert words in article.failure_words
    assert words in run.error_words


def test_the_reason_is_said_in_the_language_of_whoever_asks(article, engine):
    engine.raises(SoftTimeLimitExceeded())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    with translation.override("ar"):
        assert "استغرق الاستخراج" in article.failure_words
    with translation.override("en"):
        assert article.failure_words.startswith("Extraction took longer than")


def test_a_fault_of_ours_is_told_to_editor_and_log(article, engine):
    engine.raises(KeyError("x" * 1000))
    with pytest.raises(KeyError):
        desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "failed"
    assert article.failure == "fault"
    assert "KeyError: " in article.failure_words


def test_what_the_database_refuses_fails_the_article_and_writes_nothing(article, engine):
    engine.reads(a_reading(found_event(ENGLISH, SIGNED), found_event("elsewhere " + ENGLISH, SIGNED)))
    with pytest.raises(Exception, match="does not quote the body"):
        desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "failed"
    assert not Event.objects.exists()


def test_an_article_without_events_is_done_too(article, engine):
    engine.reads(a_reading())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.state == "done"


def test_the_language_that_the_engine_found_is_kept(db, engine):
    article = factories.an_article(body=ENGLISH, state="queued")
    Article.objects.filter(pk=article.pk).update(language="")
    engine.reads(reading())
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.language == "en"


def test_an_article_that_failed_can_be_read_again(article, engine):
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


def test_a_run_that_was_given_up_writes_nothing(article):
    run = claimed(article)
    ExtractionRun.objects.filter(pk=run.pk).update(outcome="abandoned", finished_at=timezone.now())
    Article.objects.filter(pk=article.pk).update(state="queued")
    record(run=run, extraction=reading())
    assert not Source.objects.exists()


def test_a_correction_overtakes_the_run_that_is_under_way(article):
    early = claimed(article)
    desk.correct_article(article=article, title="Corrected")
    late = claimed(article)
    record(run=late, extraction=reading(SIGNED))
    record(run=early, extraction=reading(MET))
    assert Source.objects.get().mentions.get().quote == SIGNED
    early.refresh_from_db()
    assert (early.outcome, early.error) == ("failed", "superseded")


def test_a_run_that_ends_before_the_corrected_article_is_taken_up_writes_nothing(article):
    run = claimed(article)
    desk.correct_article(article=article, title="Corrected")
    record(run=run, extraction=reading())
    article.refresh_from_db()
    assert (article.state, Source.objects.count()) == ("queued", 0)


def test_an_overtaken_run_that_fails_does_not_fail_the_article(article, engine):
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


def test_an_article_whose_message_was_lost_is_sent_again(db, sent, settings):
    settings.QUEUED_STALE_SECONDS = 20
    lost = factories.an_article(state="queued", queued_at=ago(30))
    factories.an_article(state="queued", queued_at=ago(5))
    desk.sweep()
    assert sent == [lost.pk]


def test_it_is_not_sent_again_at_every_sweep(db, sent):
    factories.an_article(state="queued", queued_at=ago(3600))
    desk.sweep()
    desk.sweep()
    assert len(sent) == 1


def abandon(article: Article, seconds: float = 3600) -> ExtractionRun:
    """A worker takes the article up and dies."""
    run = claimed(article)
    ExtractionRun.objects.filter(pk=run.pk).update(started_at=ago(seconds))
    return run


def test_an_article_whose_worker_died_is_queued_again(article, sent, django_capture_on_commit_callbacks):
    run = abandon(article)
    with django_capture_on_commit_callbacks(execute=True):
        desk.sweep()
    article.refresh_from_db()
    run.refresh_from_db()
    assert (article.state, run.outcome, sent) == ("queued", "abandoned", [article.pk])


def test_a_worker_that_still_may_finish_is_left_alone(article):
    abandon(article, seconds=1)
    desk.sweep()
    article.refresh_from_db()
    assert article.state == "extracting"


def test_an_article_that_kills_its_workers_ends_failed(article, settings):
    settings.EXTRACTION_MAX_ATTEMPTS = 3
    for _ in range(3):
        abandon(article)
        desk.sweep()
        article.refresh_from_db()
    assert (article.state, article.failure) == ("failed", "workers_died")


def test_deaths_are_counted_from_the_last_run_that_lived(article, settings, engine):
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
def test_of_two_workers_that_take_the_same_article_one_reads_it():
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
