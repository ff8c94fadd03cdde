"""The page of an actor and of a place; the same timelines embedded in another site."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]
JORDAN, IRAQ = ("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")


@pytest.fixture
def treaty() -> Event:
    place = factories.a_place("geonames:1", en="Aqaba", ar="العقبة")
    return factories.an_event(title="Jordan and Iraq sign", actors=[JORDAN, IRAQ], place=place)


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_actor_page_shows_its_events_and_co_occurring_actors(client, treaty):
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")])
    html = page(client, "/en/actors/JOR/")
    assert "Jordan and Iraq sign" in html
    assert "Somebody else" not in html
    assert re.search(r'href="/en/actors/IRQ/"><bdi>Iraq</bdi></a> <span class="count">1 event<', html)
    assert '"window": "/api/v1/window/?actor=JOR"' in html


def test_place_page_is_in_the_readers_language(client, treaty):
    html = page(client, "/ar/places/geonames:1/")
    assert ">العقبة</bdi></h1>" in html
    assert '<p class="other-name"><bdi lang="en">Aqaba</bdi></p>' in html
    assert "Jordan and Iraq sign" in html


def test_article_page_links_to_its_actors_and_places(client, treaty):
    html = page(client, f"/en/articles/{treaty.sources.get().article_id}/")
    assert '<a href="/en/actors/JOR/"><bdi>Jordan</bdi></a>' in html
    assert '<a href="/en/places/geonames:1/"><bdi>Aqaba</bdi></a>' in html


def test_article_page_takes_the_same_number_of_queries_for_many_events(client, treaty):
    article = treaty.sources.get().article

    def asked():
        with CaptureQueriesContext(connection) as queries:
            page(client, f"/en/articles/{article.pk}/")
        return len(queries)

    before = asked()
    for number in range(4):
        event = factories.an_event(title=f"Event {number}")
        place = factories.a_place(f"geonames:2{number}")
        quote = article.sources.all()[0].mentions.all()[0].quote
        factories.a_source(event=event, article=article, quote=quote, actors=[JORDAN], place=place)
    assert asked() == before


def test_sitemap_lists_actors_and_places_of_published_events(client, treaty):
    factories.a_place("geonames:9", en="Nowhere that anything happened")
    told = page(client, "/sitemap-places.xml")
    assert "<loc>http://testserver/ar/places/geonames:1/</loc>" in told
    assert "geonames:9" not in told
    assert "<loc>http://testserver/en/actors/JOR/</loc>" in page(client, "/sitemap-actors.xml")
    html = page(client, "/en/actors/JOR/?type=AGREE")
    assert 'hreflang="ar" href="http://testserver/ar/actors/JOR/"' in html
    assert '<link rel="canonical" href="http://testserver/en/actors/JOR/">' in html


@pytest.mark.parametrize("path", ["actors/JOR/?actor=EGY", "places/geonames:1/?place=geonames:2"])
def test_filter_cannot_replace_the_pages_own_actor_or_place(client, treaty, path):
    elsewhere = factories.a_place("geonames:2", en="Cairo")
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")], place=elsewhere)
    assert "Somebody else" not in page(client, f"/en/{path}")


def test_co_occurring_actors_are_counted_among_the_most_salient_events(client, treaty, monkeypatch):
    monkeypatch.setattr("events.queries.subjects.co_occurring.COUNTED", 1)
    weighty = factories.an_event(actors=[JORDAN, ("EGY", "Egypt", "actor")], salience=0.9)
    html = page(client, "/en/actors/JOR/")
    company = html[html.index('class="company"') :]
    assert "Egypt" in company
    assert "/en/actors/IRQ/" not in company
    assert "Based on the 1 most important events." in company
    assert f"/en/articles/{weighty.sources.get().article_id}/" in company
    assert f"/en/articles/{treaty.sources.get().article_id}/" in company


@pytest.mark.parametrize("path", ["/en/actors/NOBODY/", "/en/places/nowhere/", "/en/embed/actors/NOBODY/"])
def test_unknown_actor_or_place_is_404(client, treaty, path):
    page(client, path, status=404)


def test_actor_or_place_with_proposals_only_is_404(client):
    factories.an_event(visibility="proposed", actors=[JORDAN], place=factories.a_place("AQ", en="Aqaba"))
    page(client, "/en/actors/JOR/", status=404)
    page(client, "/en/places/AQ/", status=404)


def test_key_with_reserved_characters_has_a_page(client):
    factories.an_event(title="She speaks", actors=[("person:a/b?c", "A. B.", "actor")])
    html = page(client, "/en/actors/person:a%2Fb%3Fc/")
    assert "She speaks" in html


@pytest.mark.parametrize("path", ["", "timelines/water/", "actors/JOR/", "places/geonames:1/"])
def test_other_sites_may_frame_the_embedded_pages_and_no_others(client, treaty, path):
    factories.a_timeline("water")
    own, framed = client.get(f"/en/{path}"), client.get(f"/en/embed/{path}")
    assert "frame-ancestors 'none'" in own.headers["Content-Security-Policy"]
    assert own.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert "Jordan and Iraq sign" in framed.content.decode()
    assert "masthead" not in framed.content.decode()


def test_embed_code_keeps_the_readers_filter(client, treaty):
    html = page(client, "/en/actors/JOR/?type=AGREE&lanes=type")
    [given] = re.findall(r'id="share-frame"[^>]* value="([^"]*)"', html)
    assert 'src="http://testserver/en/embed/actors/JOR/?type=AGREE&amp;lanes=type"' in unescape(given)


def test_oembed_gives_the_iframe_of_a_page(client, treaty):
    asked = {"url": "http://testserver/ar/actors/JOR/?type=AGREE", "maxwidth": "500"}
    answer = client.get("/oembed", asked).json()
    assert (answer["type"], answer["width"], answer["height"], answer["title"]) == ("rich", 500, 720, "الأردن")
    assert 'src="http://testserver/ar/embed/actors/JOR/?type=AGREE"' in answer["html"]


def test_oembed_gives_for_an_event_the_timeline_with_the_event_open(client, treaty):
    address = f"http://testserver{treaty.get_absolute_url()}"
    answer = client.get("/oembed", {"url": address}).json()
    assert answer["title"] == "Jordan and Iraq sign"
    assert f"/en/embed/?event={treaty.pk}&amp;from=" in answer["html"]


def test_pages_link_to_their_oembed_addresses(client, treaty):
    for path in ("/ar/", treaty.get_absolute_url()):
        links = re.findall(r'type="(?:application/json|text/xml)\+oembed" href="([^"]*)"', page(client, path))
        assert [client.get(unescape(link)).status_code for link in links] == [200, 200]


def test_oembed_can_answer_in_xml(client, treaty):
    answer = client.get("/oembed", {"url": "http://testserver/en/", "format": "xml"})
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert "&lt;iframe" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["", "http://elsewhere.example/en/", "http://testserver/en/about/", "http://testserver/en/actors/NOBODY/", "x"],
)
def test_oembed_of_a_page_without_timeline_is_404(client, treaty, address):
    assert client.get("/oembed", {"url": address}).status_code == 404


def test_oembed_in_an_unknown_format_is_501(client):
    assert client.get("/oembed", {"url": "http://testserver/en/", "format": "yaml"}).status_code == 501
