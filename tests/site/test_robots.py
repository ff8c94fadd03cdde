"""Search engines find every lasting page, in both languages, and no other."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.site.sitemaps import EventSitemap
from tests import factories

pytestmark = pytest.mark.django_db


def places(client, path):
    """The addresses that a sitemap, or an index of sitemaps, names."""
    response = client.get(path)
    assert response.status_code == 200
    return re.findall(r"<loc>http://testserver([^<]*)</loc>", response.content.decode())


def test_robots_txt_names_the_sitemap_and_disallows_the_admin(client):
    told = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in told
    assert "Disallow: /*/admin/" in told


def test_sitemap_index_lists_a_sitemap_for_each_kind_of_page(client):
    kinds = ("pages", "timelines", "events", "actors", "places")
    assert places(client, "/sitemap.xml") == [f"/sitemap-{kind}.xml" for kind in kinds]


def test_sitemap_lists_pages_and_timelines_in_both_languages(client):
    factories.a_timeline("water")
    factories.a_timeline("drafts", is_published=False)
    assert {"/ar/", "/en/", "/ar/about/", "/en/timelines/"} <= set(places(client, "/sitemap-pages.xml"))
    assert set(places(client, "/sitemap-timelines.xml")) == {"/ar/timelines/water/", "/en/timelines/water/"}


def test_sitemap_lists_published_events_in_both_languages(client):
    event = factories.an_event(title="Ministers sign the treaty")
    factories.an_event(title="Not yet", visibility="proposed")
    named = places(client, "/sitemap-events.xml")
    assert len(named) == 2
    assert all(str(event.pk) in place for place in named)


def test_long_sitemap_is_paged_and_reads_one_page_at_a_time(client, monkeypatch):
    monkeypatch.setattr(EventSitemap, "limit", 3)
    events = [factories.an_event(title=f"Event {number}") for number in range(4)]
    index = places(client, "/sitemap.xml")
    pages = [place for place in index if place.startswith("/sitemap-events.xml")]
    assert pages == ["/sitemap-events.xml", "/sitemap-events.xml?p=2", "/sitemap-events.xml?p=3"]
    named: list[list[str]] = []
    for page, rows in zip(pages, (2, 2, 1), strict=True):
        with CaptureQueriesContext(connection) as queries:
            named.append(places(client, page))
        assert f"LIMIT {rows}" in queries[-1]["sql"]
    assert [len(page) for page in named] == [3, 3, 2]
    wanted = [f"/{code}/events/{event.pk}/event-{n}/" for n, event in enumerate(events) for code in ("ar", "en")]
    assert [place for page in named for place in page] == wanted


def test_sitemap_index_has_the_latest_change_of_an_event(client):
    factories.an_event()
    latest = factories.an_event()
    told = client.get("/sitemap.xml").content.decode()
    assert re.findall("<lastmod>(.*?)</lastmod>", told) == [latest.updated_at.isoformat()]


def test_every_address_in_the_event_sitemap_answers(client, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    factories.an_event(title="Ministers sign the treaty")
    for place in places(client, "/sitemap-events.xml"):
        assert client.get(place).status_code == 200
