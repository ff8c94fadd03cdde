"""When an event was published, and when it last changed for readers: moved by what they see, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from events import desk
from events.desk.aggregate import refresh_events
from events.models import Decision, Event
from tests import factories
from tests.found_events import a_reading, found_event

pytestmark = pytest.mark.django_db
BODY = "Ministers met at the harbour on 14 March 2025. They signed a treaty on 15 March 2025."
FIRST, SECOND = "Ministers met at the harbour on 14 March 2025.", "They signed a treaty on 15 March 2025."


def stamps(event: Event):
    event.refresh_from_db()
    return event.published_at, event.updated_at


@pytest.fixture
def meeting(read, editor) -> Event:
    """A published event that an article tells."""
    article = read(factories.an_article(body=BODY), a_reading(found_event(BODY, FIRST)))
    event = Event.objects.get(sources__article=article)
    desk.set_visibility(events=[event], visibility="published", editor=editor)
    event.refresh_from_db()
    return event


def test_published_time_is_set_when_an_editor_first_publishes_the_event(read, editor):
    read(factories.an_article(body=BODY), a_reading(found_event(BODY, FIRST)))
    event = Event.objects.get()
    assert event.published_at is None
    desk.set_visibility(events=[event], visibility="published", editor=editor)
    published, _changed = stamps(event)
    assert event.created_at < published <= event.updated_at
    desk.set_visibility(events=[event], visibility="hidden", editor=editor)
    assert stamps(event)[0] is None
    desk.set_visibility(events=[event], visibility="published", editor=editor)
    assert stamps(event)[0] > published


def test_edit_moves_the_changed_time_and_not_the_published_time(meeting, editor):
    published, changed = stamps(meeting)
    desk.edit_event(event=meeting, editor=editor, titles={"en": "They met"})
    assert stamps(meeting)[0] == published
    assert stamps(meeting)[1] > changed


def test_run_with_the_same_result_moves_neither_time(meeting, read):
    before = stamps(meeting)
    read(meeting.sources.get().article, a_reading(found_event(BODY, FIRST)))
    refresh_events([meeting.pk])
    assert stamps(meeting) == before


def test_edit_that_changes_nothing_shown_moves_neither_time(meeting, editor):
    before = stamps(meeting)
    desk.edit_event(event=meeting, editor=editor, titles=meeting.titles, type=meeting.type, status=meeting.status)
    assert stamps(meeting) == before
    desk.edit_event(event=meeting, editor=editor, edtf=meeting.edtf)
    assert stamps(meeting)[1] > before[1]  # its basis is an editor's word now


def test_search_terms_made_anew_move_neither_time(meeting):
    before = stamps(meeting)
    Event.objects.filter(pk=meeting.pk).update(search_terms="folded otherwise")
    assert stamps(meeting) == before


def test_revision_moves_the_changed_time_once_accepted_and_not_before(meeting, read, editor):
    """Here only the quote differs: no column of the event changes."""
    before, source = stamps(meeting), meeting.sources.get()
    read(source.article, a_reading(found_event(BODY, FIRST.rstrip("."), title=source.title)))
    assert stamps(meeting) == before
    desk.accept_sources(sources=[source.revision], editor=editor)
    assert stamps(meeting)[1] > before[1]


@pytest.mark.parametrize(
    ("correction", "moves"),
    [({"title": "Another headline"}, True), ({"url": "https://example.org/a"}, True),
     ({"publication_date": date(2025, 9, 3)}, True), ({"author": "A. N. Other"}, False)],
)  # fmt: skip
def test_correcting_what_event_pages_show_of_an_article_moves_the_changed_time(meeting, sent, correction, moves):
    before = stamps(meeting)
    desk.correct_article(article=meeting.sources.get().article, **correction)
    assert (stamps(meeting)[1] > before[1]) == moves
    assert stamps(meeting)[0] == before[0]


def test_correcting_the_article_of_a_pending_source_moves_neither_time(meeting, sent):
    waiting = factories.a_source(event=meeting, accepted=False)
    before = stamps(meeting)
    desk.correct_article(article=waiting.article, title="Another headline", outlet=factories.an_outlet())
    assert stamps(meeting) == before


def test_database_refuses_a_published_event_without_its_published_time(meeting):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE events_event DISABLE TRIGGER stamp")
    with pytest.raises(IntegrityError, match="event_shown_since_published"):
        Event.objects.filter(pk=meeting.pk).update(published_at=None)


def test_migrated_events_take_their_published_time_from_the_last_decision(meeting, editor):
    desk.set_visibility(events=[meeting], visibility="hidden", editor=editor)
    desk.set_visibility(events=[meeting], visibility="published", editor=editor)
    said = Decision.objects.filter(event=meeting, action="publish").latest("at").at
    invented, draft = factories.an_event(title="Invented"), factories.an_event(visibility="proposed")
    changed = stamps(meeting)[1]
    _migrate("0003_accepted_sources")
    _migrate("0004_stamps")
    assert stamps(meeting) == (said, changed)
    assert stamps(invented)[0] == invented.created_at
    assert stamps(draft)[0] is None


def _migrate(name: str) -> None:
    with connection.cursor() as cursor:  # what is checked at the end of a write is checked before tables change
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate([("events", name)])
