"""An actor's and a place's page; the same timelines in another site's frame."""

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


def test_an_actors_page_tells_its_events_and_whom_it_is_named_with(client, treaty):
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")])
    html = page(client, "/en/actors/JOR/")
    assert "Jordan and Iraq sign" in html
    assert "Somebody else" not in html
    assert re.search(r'href="/en/actors/IRQ/"><bdi>Iraq</bdi></a> <span class="count">1 event<', html)
    assert '"window": "/api/v1/window/?actor=JOR"' in html


def test_a_places_page_is_in_the_readers_language(client, treaty):
    html = page(client, "/ar/places/geonames:1/")
    assert ">العقبة</bdi></h1>" in html
    assert '<p class="other-name"><bdi lang="en">Aqaba</bdi></p>' in html
    assert "Jordan and Iraq sign" in html


def test_an_article_leads_to_the_pages_of_those_it_tells_of(client, treaty):
    html = page(client, f"/en/articles/{treaty.sources.get().article_id}/")
    assert '<a href="/en/actors/JOR/"><bdi>Jordan</bdi></a>' in html
    assert '<a href="/en/places/geonames:1/"><bdi>Aqaba</bdi></a>' in html


def test_an_article_is_read_with_the_same_questions_however_many_events_it_tells(client, treaty):
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


def test_pages_of_actors_and_places_stand_in_the_sitemap_and_name_their_other_language(client, treaty):
    factories.a_place("geonames:9", en="Nowhere that anything happened")
    told = page(client, "/sitemap-places.xml")
    assert "<loc>http://testserver/ar/places/geonames:1/</loc>" in told
    assert "geonames:9" not in told
    assert "<loc>http://testserver/en/actors/JOR/</loc>" in page(client, "/sitemap-actors.xml")
    html = page(client, "/en/actors/JOR/?type=AGREE")
    assert 'hreflang="ar" href="http://testserver/ar/actors/JOR/"' in html
    assert '<link rel="canonical" href="http://testserver/en/actors/JOR/">' in html


@pytest.mark.parametrize("path", ["actors/JOR/?actor=EGY", "places/geonames:1/?place=geonames:2"])
def test_a_readers_choice_does_not_lead_away_from_the_pages_own_subject(client, treaty, path):
    elsewhere = factories.a_place("geonames:2", en="Cairo")
    factories.an_event(title="Somebody else", actors=[("EGY", "Egypt", "actor")], place=elsewhere)
    assert "Somebody else" not in page(client, f"/en/{path}")


def test_companions_are_counted_among_the_events_that_matter_most_and_the_page_says_so(client, treaty, monkeypatch):
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
def test_who_is_not_known_has_no_page(client, treaty, path):
    page(client, path, status=404)


def test_nobody_is_shown_by_proposals_alone(client):
    factories.an_event(visibility="proposed", actors=[JORDAN], place=factories.a_place("AQ", en="Aqaba"))
    page(client, "/en/actors/JOR/", status=404)
    page(client, "/en/places/AQ/", status=404)


def test_a_key_may_hold_any_character(client):
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


def test_the_frame_to_paste_keeps_the_readers_choice(client, treaty):
    html = page(client, "/en/actors/JOR/?type=AGREE&lanes=type")
    [given] = re.findall(r'id="share-frame"[^>]* value="([^"]*)"', html)
    assert 'src="http://testserver/en/embed/actors/JOR/?type=AGREE&amp;lanes=type"' in unescape(given)


def test_oembed_gives_the_frame_of_a_page(client, treaty):
    asked = {"url": "http://testserver/ar/actors/JOR/?type=AGREE", "maxwidth": "500"}
    answer = client.get("/oembed", asked).json()
    assert (answer["type"], answer["width"], answer["height"], answer["title"]) == ("rich", 500, 720, "الأردن")
    assert 'src="http://testserver/ar/embed/actors/JOR/?type=AGREE"' in answer["html"]


def test_oembed_gives_for_an_event_the_timeline_with_the_event_open(client, treaty):
    address = f"http://testserver{treaty.get_absolute_url()}"
    answer = client.get("/oembed", {"url": address}).json()
    assert answer["title"] == "Jordan and Iraq sign"
    assert f"/en/embed/?event={treaty.pk}&amp;from=" in answer["html"]


def test_pages_name_where_their_frame_is_asked_for(client, treaty):
    for path in ("/ar/", treaty.get_absolute_url()):
        links = re.findall(r'type="(?:application/json|text/xml)\+oembed" href="([^"]*)"', page(client, path))
        assert [client.get(unescape(link)).status_code for link in links] == [200, 200]


def test_oembed_speaks_xml_too(client, treaty):
    answer = client.get("/oembed", {"url": "http://testserver/en/", "format": "xml"})
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert "&lt;iframe" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["", "http://elsewhere.example/en/", "http://testserver/en/about/", "http://testserver/en/actors/NOBODY/", "x"],
)
def test_oembed_knows_only_pages_with_a_timeline(client, treaty, address):
    assert client.get("/oembed", {"url": address}).status_code == 404


def test_oembed_says_that_it_does_not_know_a_format(client):
    assert client.get("/oembed", {"url": "http://testserver/en/", "format": "yaml"}).status_code == 501
