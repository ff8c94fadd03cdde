"""Feeds and calendars of everything, of a choice and of collections, and the page that offers them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from events import desk
from events.models import Event
from events.site.following.ical_lines import Line, ical_text
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]
JORDAN, IRAQ = ("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")


@pytest.fixture
def treaty() -> Event:
    return factories.an_event(title="Jordan and Iraq sign", actors=[JORDAN, IRAQ])


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def entries(client, path="/en/calendar.ics"):
    """The calendar's entries, each as property → value, unfolded."""
    text = page(client, path).replace("\r\n ", "")
    blocks = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S)
    return [dict(line.split(":", 1) for line in block.split("\r\n") if line) for block in blocks]


def test_a_feed_tells_the_events_of_a_choice_once_each(client, treaty):
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")])
    answer = client.get("/en/feed/?actor=JOR")
    told = answer.content.decode()
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert "Jordan and Iraq sign" in told
    assert "Somebody else" not in told
    assert f"<id>tag:testserver,2025:event/{treaty.pk}</id>" in told


def test_a_feed_that_has_nothing_new_is_not_sent_again(client, treaty):
    first = client.get("/en/feed/")
    again = client.get("/en/feed/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_feed_follows_a_collection(client, treaty):
    factories.a_timeline("water", title_en="Water", filter={"actor": ["EGY"]})
    told = client.get("/en/feed/?timeline=water").content.decode()
    assert "Water" in told
    assert "Jordan and Iraq sign" not in told
    page(client, "/en/feed/?timeline=drafts", status=404)


def test_a_wrong_choice_of_a_feed_is_named(client):
    assert "NONSENSE" in page(client, "/en/feed/?type=NONSENSE", status=400)


def test_the_subscribe_page_names_the_feed_of_the_choice_made_before(client, treaty):
    factories.a_timeline("water", title_en="Water")
    html = page(client, "/en/subscribe/?actor=JOR")
    assert 'value="http://testserver/en/feed/?actor=JOR"' in html
    assert 'value="http://testserver/en/feed/?timeline=water"' in html
    assert 'href="webcal://testserver/en/calendar.ics?actor=JOR"' in html
    assert '<h2 dir="auto">Jordan</h2>' in html


def test_the_subscribe_page_keeps_a_collection_with_the_choice_in_it(client, treaty):
    factories.a_timeline("water", title_en="Water")
    html = page(client, "/en/subscribe/?timeline=water&type=AGREE&from=2025-01-01")
    assert 'value="http://testserver/en/feed/?timeline=water&amp;type=AGREE"' in html
    assert "Water · Agreement" in html


@pytest.mark.parametrize("query", ["", "type=NONSENSE", "timeline=nothing", "from=2025-01-01"])
def test_without_a_choice_the_subscribe_page_offers_everything(client, query):
    html = page(client, f"/en/subscribe/?{query}")
    assert 'value="http://testserver/en/feed/"' in html
    assert "Your choice" not in html


def test_a_page_leads_to_its_own_subscription(client, treaty):
    factories.a_timeline("water")
    assert 'href="/en/subscribe/?actor=JOR&amp;type=AGREE"' in page(client, "/en/actors/JOR/?type=AGREE")
    assert 'href="/en/subscribe/?timeline=water"' in page(client, "/en/timelines/water/")


def test_a_feed_is_called_what_it_follows_and_leads_to_that_timeline(client, treaty):
    told = page(client, "/en/feed/?actor=JOR&type=AGREE")
    assert "<title>Jordan · Agreement · Newsdesk</title>" in told
    assert '<link href="http://testserver/en/?type=AGREE&amp;actor=JOR" rel="alternate"' in told


@pytest.mark.parametrize("path", ["/en/feed/", "/en/calendar.ics"])
def test_an_entry_keeps_its_id_when_an_editor_corrects_the_event_and_the_feed_is_sent_again(
    client, editor, treaty, path
):
    def ids(text):
        return re.findall(r"<id>(tag:.*?)</id>|UID:(.*)", text)

    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert client.get(path, headers={"If-Modified-Since": first.headers["Last-Modified"]}).status_code == 304
    desk.edit_event(event=treaty, editor=editor, titles={"en": "They signed"}, edtf="2025-09-03")
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert "They signed" in again.content.decode()
    assert ids(again.content.decode()) == ids(first.content.decode()) != []


class TestCalendar:
    @pytest.mark.parametrize(
        ("edtf", "start", "end", "status"),
        [
            ("2025-09-01", "20250901", "20250902", "CONFIRMED"),
            ("2025-09", "20250901", "20251001", "CONFIRMED"),
            ("2025-12-31", "20251231", "20260101", "CONFIRMED"),
            ("2025-09~", "20250901", "20251001", "TENTATIVE"),
            ("2025-09-01/..", "20250901", "20250902", "CONFIRMED"),
            ("../2025-09-01", "20250901", "20250902", "CONFIRMED"),
            ("0987-01-01", "09870101", "09870102", "CONFIRMED"),
        ],
    )
    def test_an_event_stands_on_its_days(self, client, edtf, start, end, status):
        factories.an_event(edtf=edtf)
        [entry] = entries(client)
        assert (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"], entry["STATUS"]) == (start, end, status)

    def test_what_is_planned_is_not_certain(self, client):
        factories.an_event(edtf="2030-01-01", status="planned")
        assert entries(client)[0]["STATUS"] == "TENTATIVE"

    def test_a_date_that_is_no_day_is_said_in_the_summary(self, client):
        factories.an_event(title="They meet", edtf="2025-09")
        assert entries(client)[0]["SUMMARY"] == "They meet (September 2025)"

    def test_the_farthest_plan_comes_first_and_only_so_many_follow(self, client, monkeypatch):
        monkeypatch.setattr("events.site.following.calendar.ENTRIES", 2)
        for edtf in ("2025-01-01", "2030-01-01", "2026-01-01", "../2040-01-01"):
            factories.an_event(edtf=edtf)
        assert [entry["DTSTART;VALUE=DATE"] for entry in entries(client)] == ["20300101", "20260101"]

    def test_it_speaks_the_readers_language_and_follows_a_choice(self, client, treaty):
        factories.an_event(language="ar", title="وقّع الوزراء", type="AGREE")
        [entry] = entries(client, "/ar/calendar.ics?lang=ar")
        assert entry["SUMMARY"] == "وقّع الوزراء"
        assert entry["URL"].startswith("http://testserver/ar/events/")

    def test_what_an_article_says_ends_no_line_and_starts_no_property(self, client):
        factories.an_event(title="One, two; three\\four\nATTACH:http://evil.example/")
        [entry] = entries(client)
        assert entry["SUMMARY"] == r"One\, two\; three\\four ATTACH:http://evil.example/"
        assert "ATTACH" not in entry

    def test_it_is_stamped_with_the_last_change(self, client, treaty):
        Event.objects.filter(pk=treaty.pk).update(updated_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
        [entry] = entries(client)
        assert (entry["DTSTAMP"], entry["UID"]) == ("20260102T030405Z", f"event-{treaty.pk}@testserver")


@pytest.mark.parametrize("text", ["x" * 300, "معاهدة " * 40, "a" * 66 + "ع" * 9])
def test_long_lines_are_folded_at_75_octets_and_not_within_a_letter(text):
    written = ical_text([Line("SUMMARY", text)])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert f"SUMMARY:{text.strip()}\r\n" in written.replace("\r\n ", "").replace("  ", " ")
