"""Search engines find every page that stays, in both languages, and no other."""

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def places(client, path):
    """The addresses that a sitemap, or an index of sitemaps, names."""
    response = client.get(path)
    assert response.status_code == 200
    return re.findall(r"<loc>http://testserver([^<]*)</loc>", response.content.decode())


def test_robots_are_told_where_the_sitemap_is_and_what_is_no_page(client):
    told = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in told
    assert "Disallow: /*/admin/" in told


def test_the_index_names_a_sitemap_for_each_kind_of_page(client):
    kinds = ("pages", "timelines", "events", "actors", "places")
    assert places(client, "/sitemap.xml") == [f"/sitemap-{kind}.xml" for kind in kinds]


def test_pages_and_collections_are_named_in_both_languages(client):
    factories.a_timeline("water")
    factories.a_timeline("drafts", is_published=False)
    assert {"/ar/", "/en/", "/ar/about/", "/en/timelines/"} <= set(places(client, "/sitemap-pages.xml"))
    assert set(places(client, "/sitemap-timelines.xml")) == {"/ar/timelines/water/", "/en/timelines/water/"}


def test_published_events_are_named_by_addresses_that_answer(client):
    event = factories.an_event(title="Ministers sign the treaty")
    factories.an_event(title="Not yet", visibility="proposed")
    named = places(client, "/sitemap-events.xml")
    assert len(named) == 2
    assert all(str(event.pk) in place for place in named)


def test_every_address_of_an_event_leads_to_its_page(client, settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    factories.an_event(title="Ministers sign the treaty")
    for place in places(client, "/sitemap-events.xml"):
        assert client.get(place).status_code == 200
