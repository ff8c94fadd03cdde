"""What the database refuses, whoever writes."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from events.models import Article, Event, ExtractionRun, Mention, Participation, Source, TimeExpression, Timeline
from tests import factories

pytestmark = pytest.mark.django_db


def settle() -> None:
    """Have the deferred constraints checked now, as a commit does."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def commit(write) -> None:
    with transaction.atomic():
        write()
        settle()


@pytest.fixture
def source() -> Source:
    return factories.an_event().sources.get()


BAD_MENTIONS = [
    ("behind the end of the text", lambda body: (len(body), len(body) + 4, "text")),
    ("not what stands there", lambda body: (0, 4, "text")),
    ("shorter than its quote", lambda body: (0, 3, body[:4])),
    ("empty", lambda body: (4, 4, "")),
    ("backwards", lambda body: (9, 4, body[4:9])),
    ("far outside", lambda body: (2_000_000_000, 2_000_000_004, "text")),
]


@pytest.mark.parametrize(("case", "span"), BAD_MENTIONS, ids=[case for case, _ in BAD_MENTIONS])
def test_mention_quotes_the_body_to_the_letter(source, case, span):
    start, end, quote = span(source.article.body)
    with pytest.raises(DatabaseError), transaction.atomic():
        Mention.objects.create(source=source, start=start, end=end, quote=quote)


@pytest.mark.parametrize(("case", "span"), BAD_MENTIONS, ids=[case for case, _ in BAD_MENTIONS])
def test_time_expression_quotes_the_body_to_the_letter(source, case, span):
    start, end, text = span(source.article.body)
    with pytest.raises(DatabaseError), transaction.atomic():
        TimeExpression.objects.create(run=source.run, start=start, end=end, text=text, type="DATE", value="2025")


def test_spans_count_code_points_also_beyond_the_basic_plane():
    article = factories.an_article(body="👩‍👩‍👧 قِمّة 🕊️ وُقّعت اتفاقية السلام في القاهرة اليوم", language="ar")
    quote = "وُقّعت اتفاقية السلام"
    source = factories.a_source(event=Event.objects.create(), article=article, quote=quote, language="ar")
    mention = source.mentions.get()
    assert article.body[mention.start : mention.end] == mention.quote == quote


def test_body_never_changes(source):
    with pytest.raises(IntegrityError, match="cannot change"), transaction.atomic():
        Article.objects.filter(pk=source.article_id).update(body="Another text altogether, of seven words.")


def test_other_columns_of_an_article_may_change(source):
    assert Article.objects.filter(pk=source.article_id).update(title="Better", body=source.article.body) == 1


@pytest.mark.parametrize("body", ["", "   ", "\n\t"])
def test_blank_body_is_refused(body):
    with pytest.raises(IntegrityError, match="article_body_not_blank"), transaction.atomic():
        Article.objects.create(
            body=body, publication_date=date(2025, 1, 1), submitted_by=factories.a_reporter(), content_hash="x"
        )


def test_same_text_twice_is_refused():
    article = factories.an_article()
    with pytest.raises(IntegrityError, match="article_pasted_once"), transaction.atomic():
        factories.an_article(body=article.body)


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"state": "lost"}, "article_state_known"),
        ({"state": "failed", "failure": ""}, "article_failed_has_reason"),
        ({"state": "done", "failure": "why?"}, "article_failed_has_reason"),
    ],
)
def test_article_state_is_known_and_failed_has_a_reason(columns, constraint):
    article = factories.an_article()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**columns)


def test_second_live_run_of_an_article_is_refused():
    article = factories.an_article(state="extracting")
    ExtractionRun.objects.create(article=article, engine_version="1")
    with pytest.raises(IntegrityError, match="run_one_live_per_article"), transaction.atomic():
        ExtractionRun.objects.create(article=article, engine_version="1")


def test_second_current_run_of_an_article_is_refused(source):
    with pytest.raises(IntegrityError, match="run_one_current_per_article"), transaction.atomic():
        ExtractionRun.objects.create(
            article=source.article, engine_version="2", outcome="done", finished_at=timezone.now(), current=True
        )


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"outcome": "vanished", "finished_at": timezone.now()}, "run_outcome_known"),
        ({"outcome": "running", "finished_at": timezone.now()}, "run_finished_has_time"),
        ({"outcome": "done"}, "run_finished_has_time"),
        ({"outcome": "failed", "finished_at": timezone.now(), "current": True}, "run_current_is_done"),
    ],
)
def test_run_with_inconsistent_outcome_is_refused(columns, constraint):
    article = factories.an_article()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ExtractionRun.objects.create(article=article, engine_version="1", **columns)


@pytest.mark.parametrize("columns", ["found", "set"])
def test_event_whose_first_day_is_after_its_last_is_refused(columns):
    event = factories.an_event()
    days = {f"{columns}_first_day": date(2025, 2, 2), f"{columns}_last_day": date(2025, 2, 1)}
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**days)


@pytest.mark.parametrize(
    "days",
    [{"first_day": date(2025, 2, 2), "last_day": date(2025, 2, 1)}, {"confidence": 1.01}, {"salience": -0.01}],
)
def test_source_with_unordered_days_or_scores_beyond_0_to_1_is_refused(source, days):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.filter(pk=source.pk).update(**days)


def test_published_event_cannot_lose_its_only_source(source):
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(source.delete)


def test_only_source_of_a_published_event_cannot_move_to_another(source):
    other = Event.objects.create()
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(lambda: Source.objects.filter(pk=source.pk).update(event=other))


def test_hidden_event_may_be_without_sources():
    event = factories.an_event(visibility="hidden")
    event.sources.all().delete()
    settle()
    assert event.sources.count() == 0


def test_published_event_without_sources_must_keep_its_added_by():
    event = factories.an_added_event()
    settle()
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(lambda: Event.objects.filter(pk=event.pk).update(added_by=None))


def test_undated_event_cannot_be_published(editor):
    event = Event.objects.create(added_by=editor)
    with pytest.raises(IntegrityError, match="event_shown_has_date"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(visibility="published")


def test_merged_event_cannot_be_published():
    one, other = factories.an_event(), factories.an_event()
    with pytest.raises(IntegrityError, match="event_merged_is_not_shown"), transaction.atomic():
        Event.objects.filter(pk=one.pk).update(merged_into=other)


def test_same_actor_in_the_same_role_twice_is_refused(source):
    actor = factories.an_actor("JOR", en="Jordan")
    Participation.objects.create(source=source, actor=actor, role="actor", name="Jordan")
    with pytest.raises(IntegrityError, match="participation_told_once"), transaction.atomic():
        Participation.objects.create(source=source, actor=actor, role="actor", name="Amman")


def test_timeline_without_title_is_refused():
    with pytest.raises(IntegrityError, match="timeline_has_title"), transaction.atomic():
        Timeline.objects.create(slug="untitled")
