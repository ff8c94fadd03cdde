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
def test_a_mention_quotes_the_body_to_the_letter(source, case, span):
    start, end, quote = span(source.article.body)
    with pytest.raises(DatabaseError), transaction.atomic():
        Mention.objects.create(source=source, start=start, end=end, quote=quote)


@pytest.mark.parametrize(("case", "span"), BAD_MENTIONS, ids=[case for case, _ in BAD_MENTIONS])
def test_a_time_expression_quotes_the_body_to_the_letter(source, case, span):
    start, end, text = span(source.article.body)
    with pytest.raises(DatabaseError), transaction.atomic():
        TimeExpression.objects.create(run=source.run, start=start, end=end, text=text, type="DATE", value="2025")


def test_spans_count_code_points_also_beyond_the_basic_plane():
    article = factories.an_article(body="👩‍👩‍👧 قِمّة 🕊️ وُقّعت اتفاقية السلام في القاهرة اليوم", language="ar")
    quote = "وُقّعت اتفاقية السلام"
    source = factories.a_source(event=Event.objects.create(), article=article, quote=quote, language="ar")
    mention = source.mentions.get()
    assert article.body[mention.start : mention.end] == mention.quote == quote


def test_the_body_never_changes(source):
    with pytest.raises(IntegrityError, match="cannot change"), transaction.atomic():
        Article.objects.filter(pk=source.article_id).update(body="Another text altogether, of seven words.")


def test_what_stands_beside_the_body_may_change(source):
    assert Article.objects.filter(pk=source.article_id).update(title="Better", body=source.article.body) == 1


@pytest.mark.parametrize("body", ["", "   ", "\n\t"])
def test_a_body_is_not_blank(body):
    with pytest.raises(IntegrityError, match="article_body_not_blank"), transaction.atomic():
        Article.objects.create(
            body=body, publication_date=date(2025, 1, 1), submitted_by=factories.a_reporter(), content_hash="x"
        )


def test_the_same_text_is_in_once():
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
def test_an_article_is_in_a_known_state_with_a_reason_where_it_failed(columns, constraint):
    article = factories.an_article()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**columns)


def test_an_article_has_one_live_run():
    article = factories.an_article(state="extracting")
    ExtractionRun.objects.create(article=article, engine_version="1")
    with pytest.raises(IntegrityError, match="run_one_live_per_article"), transaction.atomic():
        ExtractionRun.objects.create(article=article, engine_version="1")


def test_an_article_has_one_current_run(source):
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
def test_a_run_tells_how_it_ended(columns, constraint):
    article = factories.an_article()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ExtractionRun.objects.create(article=article, engine_version="1", **columns)


@pytest.mark.parametrize("columns", ["found", "set"])
def test_an_events_first_day_is_not_after_its_last(columns):
    event = factories.an_event()
    days = {f"{columns}_first_day": date(2025, 2, 2), f"{columns}_last_day": date(2025, 2, 1)}
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**days)


@pytest.mark.parametrize(
    "days",
    [{"first_day": date(2025, 2, 2), "last_day": date(2025, 2, 1)}, {"confidence": 1.01}, {"salience": -0.01}],
)
def test_a_source_has_ordered_days_and_shares_from_0_to_1(source, days):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.filter(pk=source.pk).update(**days)


def test_a_shown_event_has_evidence(source):
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(source.delete)


def test_the_last_evidence_of_a_shown_event_cannot_walk_away(source):
    other = Event.objects.create()
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(lambda: Source.objects.filter(pk=source.pk).update(event=other))


def test_a_hidden_event_may_be_without_evidence():
    event = factories.an_event(visibility="hidden")
    event.sources.all().delete()
    settle()
    assert event.sources.count() == 0


def test_an_editor_may_vouch_for_an_event_but_cannot_stop_while_it_is_shown():
    event = factories.an_added_event()
    settle()
    with pytest.raises(IntegrityError, match="without evidence"):
        commit(lambda: Event.objects.filter(pk=event.pk).update(added_by=None))


def test_a_shown_event_has_a_date(editor):
    event = Event.objects.create(added_by=editor)
    with pytest.raises(IntegrityError, match="event_shown_has_date"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(visibility="published")


def test_a_merged_event_is_not_shown():
    one, other = factories.an_event(), factories.an_event()
    with pytest.raises(IntegrityError, match="event_merged_is_not_shown"), transaction.atomic():
        Event.objects.filter(pk=one.pk).update(merged_into=other)


def test_an_actor_takes_part_in_one_role_once(source):
    actor = factories.an_actor("JOR", en="Jordan")
    Participation.objects.create(source=source, actor=actor, role="actor", name="Jordan")
    with pytest.raises(IntegrityError, match="participation_told_once"), transaction.atomic():
        Participation.objects.create(source=source, actor=actor, role="actor", name="Amman")


def test_a_timeline_has_a_title():
    with pytest.raises(IntegrityError, match="timeline_has_title"), transaction.atomic():
        Timeline.objects.create(slug="untitled")
