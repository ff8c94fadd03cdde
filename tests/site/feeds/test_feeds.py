"""Feeds and calendars of all events, of filters and of curated timelines, and the page that offers them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import feedparser
import pytest

from events import desk
from events.models import Event
from events.site.checks import check_entry_id_host
from events.site.feeds.entry_ids import entry_id, entry_uid, feed_id
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


def test_filtered_feed_has_each_matching_event_once(client, treaty):
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")])
    answer = client.get("/en/feed/?actor=JOR")
    told = answer.content.decode()
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert "Jordan and Iraq sign" in told
    assert "Somebody else" not in told
    assert f"<id>tag:testserver,2025:event/{treaty.pk}</id>" in told


def test_unchanged_feed_is_304(client, treaty):
    first = client.get("/en/feed/")
    again = client.get("/en/feed/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_feed_of_a_curated_timeline_has_its_events(client, treaty):
    factories.a_timeline("water", title_en="Water", filter={"actor": ["EGY"]})
    told = client.get("/en/feed/?timeline=water").content.decode()
    assert "Water" in told
    assert "Jordan and Iraq sign" not in told
    page(client, "/en/feed/?timeline=drafts", status=404)


def test_feed_with_a_wrong_filter_is_400_naming_it(client):
    assert "NONSENSE" in page(client, "/en/feed/?type=NONSENSE", status=400)


def test_subscribe_page_offers_the_feed_of_the_current_filter(client, treaty):
    factories.a_timeline("water", title_en="Water")
    html = page(client, "/en/subscribe/?actor=JOR")
    assert 'value="http://testserver/en/feed/?actor=JOR"' in html
    assert 'value="http://testserver/en/feed/?timeline=water"' in html
    assert 'href="webcal://testserver/en/calendar.ics?actor=JOR"' in html
    assert '<h2 dir="auto">Jordan</h2>' in html


def test_subscribe_page_keeps_timeline_and_filter(client, treaty):
    factories.a_timeline("water", title_en="Water")
    html = page(client, "/en/subscribe/?timeline=water&type=AGREE&from=2025-01-01")
    assert 'value="http://testserver/en/feed/?timeline=water&amp;type=AGREE"' in html
    assert "Water · Agreement" in html


@pytest.mark.parametrize("query", ["", "type=NONSENSE", "timeline=nothing", "from=2025-01-01"])
def test_subscribe_page_without_a_valid_filter_offers_all_events(client, query):
    html = page(client, f"/en/subscribe/?{query}")
    assert 'value="http://testserver/en/feed/"' in html
    assert "Your choice" not in html


def test_page_links_to_its_own_subscription(client, treaty):
    factories.a_timeline("water")
    assert 'href="/en/subscribe/?actor=JOR&amp;type=AGREE"' in page(client, "/en/actors/JOR/?type=AGREE")
    assert 'href="/en/subscribe/?timeline=water"' in page(client, "/en/timelines/water/")


def test_feed_is_titled_by_its_filter_and_links_to_that_timeline(client, treaty):
    told = page(client, "/en/feed/?actor=JOR&type=AGREE")
    assert "<title>Jordan · Agreement · Newsdesk</title>" in told
    assert '<link href="http://testserver/en/?type=AGREE&amp;actor=JOR" rel="alternate"' in told


@pytest.mark.parametrize("path", ["/en/feed/", "/en/calendar.ics"])
def test_edited_event_keeps_its_entry_id_and_the_feed_is_sent_again(client, editor, treaty, path):
    def ids(text):
        return re.findall(r"<id>(tag:.*?)</id>|UID:(.*)", text)

    first = client.get(path)
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    desk.edit_event(event=treaty, editor=editor, titles={"en": "They signed"}, edtf="2025-09-03")
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert "They signed" in again.content.decode()
    assert ids(again.content.decode()) == ids(first.content.decode()) != []


def read(client, path="/en/feed/"):
    """As a news reader reads it."""
    told = feedparser.parse(client.get(path).content)
    assert not told.bozo, told.get("bozo_exception")
    return told


def test_old_proposal_is_new_in_the_feed_when_published(client, editor):
    waited = factories.an_event(title="It waited", visibility="proposed")
    Event.objects.filter(pk=waited.pk).update(created_at=datetime(2025, 1, 1, tzinfo=UTC))
    factories.an_event(title="It came later")
    desk.set_visibility(events=[waited], visibility="published", editor=editor)
    [newest, _other] = read(client).entries
    at = waited.decisions.get(action="publish").at
    assert newest.title == "It waited"
    assert abs((at - datetime.fromisoformat(newest.published)).total_seconds()) < 60


def test_entry_title_is_in_its_language_and_date_in_the_readers(client):
    factories.an_event(language="en", title="Ministers sign")
    factories.an_event(language="ar", title="وقّع الوزراء")
    arabic, english = read(client, "/ar/feed/").entries
    assert (arabic.title_detail.language, english.title_detail.language) == ("ar", "en")
    assert {entry.summary_detail.language for entry in (arabic, english)} == {"ar"}
    assert arabic.title == "وقّع الوزراء"
    assert "1 سبتمبر 2025" in english.summary


def test_empty_feed_is_byte_for_byte_stable(client):
    assert client.get("/en/feed/").content == client.get("/en/feed/").content
    assert read(client).entries == []


@pytest.mark.parametrize("path", ["/en/feed/", "/ar/feed/", "/en/calendar.ics"])
def test_feed_and_entry_ids_do_not_depend_on_the_requested_host(client, settings, treaty, path):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "news.example.org", "localhost"]

    def named(host):
        text = client.get(path, headers={"host": host}).content.decode().replace("\r\n ", "")
        return re.findall(r"<id>(.*?)</id>|UID:(.*)", text)

    assert named("127.0.0.1") == named("news.example.org") == named("localhost") != []
    assert "news.example.org" in named("localhost")[-1][0] + named("localhost")[-1][1]


@pytest.mark.parametrize(
    ("setting", "allowed", "asked", "host"),
    [
        ("", ["news.example.org"], "news.example.org", "news.example.org"),
        ("", [".example.org", "localhost"], "news.example.org", "example.org"),
        ("", ["localhost", "127.0.0.1", "[::1]"], "localhost:8000", "127.0.0.1"),
        ("", ["localhost"], "localhost", "localhost"),
        ("", ["[::1]", "localhost"], "[::1]:8000", "[::1]"),
        ("old.example.org", ["news.example.org"], "news.example.org", "old.example.org"),
        ("", ["*"], "news.example.org:8000", "news.example.org"),
    ],
)
def test_entry_ids_without_the_setting_use_the_first_allowed_host(rf, settings, setting, allowed, asked, host):
    settings.ENTRY_ID_HOST, settings.ALLOWED_HOSTS = setting, allowed
    request = rf.get("/en/feed/", headers={"host": asked})
    assert entry_uid(request, 5) == f"event-5@{host}"
    assert entry_id(request, 5) == f"tag:{host},2025:event/5"
    port = asked.removeprefix("[::1]").partition(":")[2]
    assert feed_id(request, request.build_absolute_uri("/en/?q=x")) == (
        f"http://{host}{':' + port if port else ''}/en/?q=x"
    )


@pytest.mark.parametrize(
    ("setting", "allowed", "warned"),
    [("", ["*"], True), ("", ["news.example.org"], False), ("news.example.org", ["*"], False)],
)
def test_wildcard_allowed_hosts_without_entry_id_host_is_warned(settings, setting, allowed, warned):
    settings.ENTRY_ID_HOST, settings.ALLOWED_HOSTS = setting, allowed
    assert [fault.id for fault in check_entry_id_host()] == ["newsdesk.W001"] * warned
