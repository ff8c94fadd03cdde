"""What every public answer carries: a true ETag, and permission for other sites to read it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from django.test import Client

from events import desk
from events.models import Event
from tests import factories
from tests.addresses import addresses, public_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]
ELSEWHERE = "https://elsewhere.example"
LATER = "Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.fixture
def withdrawn(settings) -> Event:
    """An event that a test hides, beside another that stays published."""
    settings.API_ANONYMOUS_RATE = settings.API_TOKEN_RATE = ""
    factories.a_timeline("water")
    factories.an_event(title="It stays", actors=[("JOR", "Jordan", "actor")], place=factories.a_place("JO"))
    return factories.an_event(
        title="A claim that is withdrawn", edtf="2025-09-02", actors=[("JOR", "Jordan", "actor")],
        place=factories.a_place("JO"), outlet=factories.an_outlet(),
    )  # fmt: skip


def answered(client: Client) -> Iterator[tuple[str, bytes, dict[str, str]]]:
    """Path, body and headers of every public address that answers 200; oEmbed is asked for the home page."""
    for address in public_addresses():
        path = address.path + "?url=http://testserver/en/" * (address.name == "oembed")
        response = client.get(path)
        if response.status_code == 200:
            yield path, b"".join(response), dict(response.headers)


def test_every_public_answer_has_the_same_etag_for_get_and_head(client, withdrawn):
    paths = []
    for path, body, headers in answered(client):
        etag = headers["ETag"]
        paths.append(path)
        assert "Last-Modified" not in headers, path
        assert "Cache-Control" in headers, path
        again = client.get(path)
        assert (b"".join(again), again.headers["ETag"]) == (body, etag), path
        assert client.head(path).headers["ETag"] == etag, path
        for ask in (client.get, client.head):
            assert ask(path, headers={"If-None-Match": etag}).status_code == 304, path
        assert client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200, path
    assert len(paths) > 50
    assert {"/api/v1/rows/", "/api/v1/schema/", "/sitemap-events.xml", "/ar/", "/robots.txt"} <= set(paths)


def test_conditional_request_never_keeps_a_hidden_event(client, editor, withdrawn):
    told = [(path, headers["ETag"]) for path, body, headers in answered(client) if b"withdrawn" in body]
    known = {"/en/feed/", "/en/calendar.ics", "/en/", "/api/v1/rows/", "/sitemap-events.xml"}
    assert known <= {path for path, _etag in told}
    desk.set_visibility(events=[withdrawn], visibility="hidden", editor=editor)
    for path, etag in told:
        for kept in ({"If-Modified-Since": LATER}, {"If-None-Match": etag, "If-Modified-Since": LATER}):
            answer = client.get(path, headers=kept)
            assert answer.status_code == 404 or b"withdrawn" not in b"".join(answer), path
            assert answer.status_code in (200, 404), path


def test_if_unmodified_since_is_ignored(client, withdrawn):
    assert client.get("/en/feed/", headers={"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}).status_code == 200


def test_gzipped_answer_has_the_same_content_and_etag(client, withdrawn):
    for path in ("/en/", "/ar/calendar.ics", "/en/feed/", "/api/v1/events/?ui=ar"):
        packed = client.get(path, headers={"Accept-Encoding": "gzip"})
        plain = client.get(path)
        assert gzip.decompress(packed.content) == plain.content, path
        assert packed.headers["ETag"].removeprefix("W/") == plain.headers["ETag"], path


def test_admin_pages_are_never_cached_or_gzipped(client, editor):
    client.force_login(editor)
    answer = client.get("/en/admin/", headers={"Accept-Encoding": "gzip", "Origin": ELSEWHERE})
    assert answer.status_code == 200
    assert not {"ETag", "Content-Encoding", "Access-Control-Allow-Origin"} & set(answer.headers)


def is_for_other_sites(name: str) -> bool:
    """The API but for its tokens, feeds, and what a timeline in another site's frame asks for."""
    of_the_site = ("oembed", "cover", "site:feed", "site:calendar", "site:panel")
    return name in of_the_site or (name.startswith("api:") and name != "api:token")


def test_cors_allows_public_answers_and_nothing_else(client, withdrawn):
    asked = set()
    for address in addresses():
        asked.add(address.name)
        for origin in ({}, {"Origin": ELSEWHERE}, {"Origin": "null"}):
            answer = client.get(address.path, headers=origin)
            allowed = "*" if is_for_other_sites(address.name) else None
            assert answer.headers.get("Access-Control-Allow-Origin") == allowed, address.path
            assert "Access-Control-Allow-Credentials" not in answer.headers, address.path
    assert {name for name in asked if is_for_other_sites(name)} >= {"api:window", "api:rows", "site:panel", "oembed"}


def test_not_modified_answer_allows_cors_too(client, withdrawn):
    first = client.get("/en/feed/", headers={"Origin": ELSEWHERE})
    again = client.get("/en/feed/", headers={"Origin": ELSEWHERE, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.headers["Access-Control-Allow-Origin"]) == (304, "*")


@pytest.mark.parametrize("path", ["/api/v1/articles/", "/api/v1/token/", "/en/admin/login/"])
def test_answers_to_writes_never_allow_cors(client, path):
    asking = {"Origin": ELSEWHERE, "Access-Control-Request-Method": "POST"}
    assert "Access-Control-Allow-Origin" not in client.options(path, headers=asking).headers
    sent = json.dumps({"username": "nobody", "password": "nothing"})
    answer = client.post(path, sent, content_type="application/json", headers={"Origin": ELSEWHERE})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_cors_preflight_allows_if_none_match_but_no_token(client):
    asking = {"Origin": ELSEWHERE, "Access-Control-Request-Method": "GET"}
    answer = client.options("/api/v1/events/", headers=asking | {"Access-Control-Request-Headers": "if-none-match"})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
    allowed = answer.headers["Access-Control-Allow-Headers"]
    assert "if-none-match" in allowed
    assert "authorization" not in allowed


def test_staff_only_answers_never_allow_cors(client, editor, withdrawn):
    client.force_login(editor)
    own = client.get("/api/v1/events/?visibility=all", headers={"Origin": ELSEWHERE})
    assert own.status_code == 200
    assert "Access-Control-Allow-Origin" not in own.headers
    everybodys = client.get("/api/v1/window/", headers={"Origin": ELSEWHERE})
    assert everybodys.headers["Access-Control-Allow-Origin"] == "*"


def test_static_files_can_be_read_from_an_iframe_of_another_site(settings):
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    answer = Client().get("/static/icon.svg", headers={"Origin": "null"})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (200, "*")
