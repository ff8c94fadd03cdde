"""Pending sources of published events in the admin: shown, accepted, refused; by editors only."""

from __future__ import annotations

import re

import pytest

from events.models import Source
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Source:
    event = factories.an_event(title="Ministers meet", edtf="2025-09")
    return factories.a_source(event=event, title="Ministers meet in March", edtf="2025-09-03", accepted=False)


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("where", ["event", "article"])
def test_pending_source_is_shown_with_what_it_would_change(as_editor, source, where):
    number = source.event_id if where == "event" else source.article_id
    html = page(as_editor, f"/en/admin/events/{where}/{number}/change/")
    assert "New source for a published event" in html
    assert "date: September 2025 → 3 September 2025" in html.replace("\u2068", "").replace("\u2069", "")


def test_pending_source_is_described_in_arabic(as_editor, source):
    html = page(as_editor, f"/ar/admin/events/event/{source.event_id}/change/")
    assert "مصدر جديد لحدث منشور" in html


def test_accepting_redirects_back_and_publishes_the_source(as_editor, source):
    back = f"/en/admin/events/article/{source.article_id}/change/"
    answer = as_editor.post(f"/en/admin/events/event/pending/{source.pk}/accept/", {"next": back})
    assert answer["Location"] == back
    source.event.refresh_from_db()
    assert source.event.edtf == "2025-09-03"


def test_refused_source_becomes_an_event_of_its_own(as_editor, source):
    event = source.event
    as_editor.post(f"/en/admin/events/event/pending/{source.pk}/refuse/")
    source.refresh_from_db()
    assert source.event_id != event.pk


def test_history_shows_the_accepted_source(as_editor, source):
    as_editor.post(f"/en/admin/events/event/pending/{source.pk}/accept/")
    html = page(as_editor, f"/en/admin/events/event/{source.event_id}/change/")
    assert f"source {source.pk}: new" in html
    assert "importance: 50% → 55%" in html


@pytest.mark.parametrize("deed", ["accept", "refuse"])
def test_reporter_cannot_accept_or_refuse(as_reporter, source, deed):
    assert as_reporter.post(f"/en/admin/events/event/pending/{source.pk}/{deed}/").status_code == 403
    assert Source.objects.pending().get() == source


def test_pending_sources_can_be_filtered_and_accepted_in_the_list(as_editor, source):
    factories.an_event(title="Nothing waits here")
    html = page(as_editor, "/en/admin/events/event/?decision=pending")
    assert "Ministers meet" in html
    assert "Nothing waits here" not in html
    as_editor.post(
        "/en/admin/events/event/", {"action": "accept_pending", "_selected_action": [source.event_id]}, follow=True
    )
    assert not Source.objects.pending().exists()


def test_start_page_counts_pending_sources(as_editor, source):
    assert "Review pending sources (1)" in page(as_editor, "/en/admin/")


def test_publishing_an_article_accepts_its_pending_sources(as_editor, source):
    as_editor.post(f"/en/admin/events/article/{source.article_id}/publish/")
    assert not Source.objects.pending().exists()


def test_source_changed_since_the_page_was_opened_is_not_accepted(as_editor, source):
    html = page(as_editor, f"/en/admin/events/event/{source.event_id}/change/")
    seen = re.search(r'name="seen" value="(\w{64})"', html)
    Source.objects.filter(pk=source.pk).update(title="Something else")
    address = f"/en/admin/events/event/pending/{source.pk}/accept/"
    answer = as_editor.post(address, {"seen": seen[1] if seen else ""}, follow=True)
    assert "This source was extracted again" in answer.content.decode()
    assert Source.objects.pending().get() == source


def seen_on_the_page_of(client, event) -> str:
    found = re.search(r'name="seen" value="(\d{4}-[^"]+)"', page(client, f"/en/admin/events/event/{event.pk}/change/"))
    return found[1] if found else ""


def test_proposal_with_a_source_added_since_is_not_published(as_editor):
    event = factories.an_event(visibility="proposed", edtf="2025-09")
    asked = {"visibility": "published", "seen": seen_on_the_page_of(as_editor, event)}
    factories.a_source(event=event, edtf="2025-09-03")
    answer = as_editor.post(f"/en/admin/events/event/{event.pk}/visibility/", asked, follow=True)
    assert "has changed since you opened this page" in answer.content.decode()
    event.refresh_from_db()
    assert event.visibility == "proposed"
    as_editor.post(
        f"/en/admin/events/event/{event.pk}/visibility/", asked | {"seen": seen_on_the_page_of(as_editor, event)}
    )
    event.refresh_from_db()
    assert event.visibility == "published"
