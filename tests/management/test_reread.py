"""``manage.py reread --older``, with the desk's own extraction function in place of the worker."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from events import desk
from events.desk import extract as reading
from events.desk import queueing
from events.extraction import engine_version
from events.extraction.types import ExtractionError
from events.management import rereading
from events.models import Article, Event, ExtractionRun, Source
from tests import factories
from tests.crawl.changed_engine import ANEW, changed
from tests.desk.test_runs_change_nothing import seen
from tests.texts import ARABIC, ENGLISH

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sent(monkeypatch) -> list[int]:
    """Every article that is sent is read at once; the list says which were, in order."""
    numbers: list[int] = []

    def send(number: int, **options: int) -> None:
        numbers.append(number)
        desk.extract_article(article_id=number)

    monkeypatch.setattr(queueing, "send", send)
    return numbers


@pytest.fixture
def never_waits(monkeypatch) -> list[float]:
    """Pauses take no time here; the list says how many there were."""
    pauses: list[float] = []
    clock = iter(range(10_000))
    monkeypatch.setattr(rereading, "sleep", pauses.append)
    monkeypatch.setattr(rereading, "monotonic", lambda: next(clock))
    return pauses


def read_by_an_older_engine(*bodies: str) -> list[Article]:
    """Articles that the real engine read under another version."""
    articles = [factories.an_article(body=body, language="", state="queued") for body in bodies]
    for article in articles:
        desk.extract_article(article_id=article.pk)
    ExtractionRun.objects.update(engine_version="0.1")
    return articles


def numbered(count: int) -> list[str]:
    return [f"Report {number}. {ENGLISH}" for number in range(count)]


def reread(*words: str) -> str:
    out = io.StringIO()
    call_command("reread", "--older", *words, stdout=out, stderr=out)
    return out.getvalue()


def versions() -> set[str]:
    return set(ExtractionRun.objects.filter(current=True).values_list("engine_version", flat=True))


def test_articles_of_an_older_engine_are_read_again_latest_first(sent):
    articles = read_by_an_older_engine(ARABIC, ENGLISH)
    told = reread()
    assert sent == [article.pk for article in reversed(articles)]
    assert versions() == {engine_version()}
    assert engine_version() in told
    assert "Read again: 2, of which 0 could not be read." in told


def test_second_run_has_nothing_to_do(sent):
    read_by_an_older_engine(ENGLISH)
    reread()
    assert "Articles to read again: 0" in reread()
    assert len(sent) == 1


def test_more_articles_than_the_queue_limit_are_all_read(sent, monkeypatch):
    monkeypatch.setattr(rereading, "AHEAD", 2)
    read_by_an_older_engine(*numbered(5))
    reread()
    assert len(sent) == 5
    assert versions() == {engine_version()}


def test_limit_takes_the_latest_and_leaves_the_rest_for_the_next_run(sent):
    articles = read_by_an_older_engine(*numbered(3))
    reread("--limit", "2")
    assert sent == [articles[2].pk, articles[1].pk]
    reread("--limit", "2")
    assert sent[2:] == [articles[0].pk]


def test_dry_run_counts_articles_and_sends_none(sent):
    read_by_an_older_engine(*numbered(2))
    Article.objects.filter(body__startswith="Report 1").update(state="failed", failure="fault")
    told = reread("--dry-run")
    assert "Articles to read again: 2, of which 1 could not be read before." in told
    assert sent == []
    assert versions() == {"0.1"}


def test_article_that_fails_again_is_counted_apart_and_not_retried(sent, monkeypatch):
    read_by_an_older_engine(*numbered(2))

    def fails_at_one(body: str, **circumstances: Any):
        if body.startswith("Report 1"):
            raise ExtractionError("no")
        return extract(body, **circumstances)

    extract = reading.extract
    monkeypatch.setattr(reading, "extract", fails_at_one)
    assert "Read again: 2, of which 1 could not be read." in reread()
    assert "Articles to read again: 0" in reread()


# --- interrupted and resumed


def stop_after(count: int, sent: list[int], monkeypatch) -> None:
    """Ctrl-C is pressed as the article after so many is sent."""
    send = queueing.send

    def stopped(number: int, **options: int) -> None:
        if len(sent) == count:
            monkeypatch.setattr(queueing, "send", send)
            raise KeyboardInterrupt
        send(number, **options)

    monkeypatch.setattr(queueing, "send", stopped)


def test_interrupted_run_says_so_and_the_next_reads_the_rest_once(sent, monkeypatch):
    monkeypatch.setattr(rereading, "AHEAD", 2)
    articles = read_by_an_older_engine(*numbered(5))
    stop_after(3, sent, monkeypatch)
    with pytest.raises(SystemExit) as ended:
        reread()
    assert ended.value.code == 130
    # The one that was queued, but whose message was not sent, is the sweep's.
    [waiting] = Article.objects.filter(state="queued")
    reread()
    desk.extract_article(article_id=waiting.pk)
    assert sorted([*sent, waiting.pk]) == [article.pk for article in articles]
    assert versions() == {engine_version()}
    assert ExtractionRun.objects.count() == 2 * len(articles)


def test_article_queued_by_somebody_else_meanwhile_is_not_sent_again(sent, monkeypatch):
    monkeypatch.setattr(rereading, "AHEAD", 1)
    first, second = read_by_an_older_engine(*numbered(2))
    send = queueing.send

    def and_the_other(number: int, **options: int) -> None:
        send(number, **options)
        if number == second.pk:
            desk.run_again(article=first)

    monkeypatch.setattr(queueing, "send", and_the_other)
    assert "Not sent, for others were faster or they are gone: 1." in reread()
    assert sorted(sent) == [first.pk, second.pk]


def test_queue_limit_counts_articles_of_others_too(monkeypatch, never_waits):
    monkeypatch.setattr(rereading, "AHEAD", 3)
    read_by_an_older_engine(*numbered(5))
    others = [factories.an_article(state="queued") for _ in range(2)]
    monkeypatch.setattr(queueing, "send", lambda number, **options: None)
    with pytest.raises(CommandError, match="begun no article for 30 seconds"):
        reread("--wait", "30")
    assert Article.objects.filter(state="queued").count() == 1 + len(others)
    assert never_waits


def test_worker_busy_with_other_articles_is_waited_for(monkeypatch):
    """However long those take: the worker is alive."""
    monkeypatch.setattr(rereading, "AHEAD", 1)
    [article] = read_by_an_older_engine(ENGLISH)
    others = iter([factories.an_article(body=body, state="queued") for body in numbered(3)])
    clock = iter(range(0, 10_000, 7))
    monkeypatch.setattr(rereading, "monotonic", lambda: next(clock))
    monkeypatch.setattr(queueing, "send", lambda number, **options: None)

    def pause(seconds: float) -> None:
        """The worker reads the other articles first, then ours."""
        desk.extract_article(article_id=next(others, article).pk)

    monkeypatch.setattr(rereading, "sleep", pause)
    assert "Read again: 1" in reread("--wait", "10")


def test_worker_running_an_older_engine_is_reported(sent, monkeypatch):
    """Otherwise its articles would be sent to it again for ever."""
    read_by_an_older_engine(*numbered(2))
    monkeypatch.setattr(rereading, "AHEAD", 1)
    monkeypatch.setattr(reading, "engine_version", lambda: "0.1")
    with pytest.raises(CommandError, match=r"reads with the engine 0\.1, here it is .*: restart the worker"):
        reread()
    assert len(sent) == 1


# --- what readers see


def test_published_events_only_get_proposals(sent, editor, monkeypatch, plain_static_files):
    articles = read_by_an_older_engine(ARABIC, ENGLISH)
    for article in articles:
        desk.publish_article(article=article, editor=editor)
    published = list(Event.objects.published())
    assert len(published) > 2
    before, pages = seen(), shown(published)
    monkeypatch.setattr(reading, "extract", changed(reading.extract))
    reread()
    assert len(sent) == 2
    assert (seen(), shown(published)) == (before, pages)
    pending = Source.objects.pending()
    assert pending.filter(revises__isnull=False, title__startswith=ANEW).exists()
    assert pending.filter(gone=True).exists()


def shown(events: list[Event]) -> list[bytes]:
    """The events' pages and the list, as anonymous visitors get them."""
    client = Client()
    paths = ["/en/", "/ar/", *(event.get_absolute_url() for event in events)]
    return [client.get(path).content for path in paths]


# --- words of the command


def test_without_older_option_is_refused_naming_it():
    with pytest.raises(CommandError, match="required: --older"):
        call_command("reread")


@pytest.mark.parametrize("limit", ["0", "-1", "all", "99999999999999999999"])
def test_limit_must_be_a_number_above_zero(limit):
    with pytest.raises(CommandError, match="limit"):
        call_command("reread", "--older", "--limit", limit)


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "long"])
def test_wait_must_be_a_number_of_seconds_above_zero(seconds):
    with pytest.raises(CommandError, match="wait"):
        call_command("reread", "--older", "--wait", seconds)
