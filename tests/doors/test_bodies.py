"""Request bodies are let in whole and within their limits, or not at all."""

from __future__ import annotations

import json

import pytest

from events.queries.wording import numerals
from tests.doors.conftest import Client, a_scope

CHUNKED = ((b"transfer-encoding", b"chunked"),)


def of_length(length: int | str):
    return ((b"content-length", str(length).encode()),)


def echo(environ, start_response):
    """A site that answers with what came in."""
    body = environ["wsgi.input"].read()
    assert environ["CONTENT_LENGTH"] == str(len(body))
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def nobody(environ, start_response):
    raise AssertionError("no view may be reached")


@pytest.fixture(autouse=True)
def limits(settings, plain_static_files):
    settings.SMALL_UPLOAD_MAX_BYTES = 1000
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000


@pytest.mark.parametrize("headers", [of_length(6), CHUNKED], ids=["length", "chunked"])
def test_body_arrives_whole_however_it_was_chunked(ask, headers):
    client = ask(echo, a_scope(headers=headers), Client([b"ab", b"", b"cdef"]))
    assert (client.status, client.body, client.ended) == (200, b"abcdef", True)


def test_get_request_is_answered_without_waiting_for_a_body(ask):
    assert ask(echo, a_scope(method="GET"), Client()).status == 200


@pytest.mark.parametrize("length", [1001, 200_000_000, "9" * 5000])
def test_content_length_over_the_limit_is_413_before_a_byte_is_read(ask, length):
    client = ask(nobody, a_scope(headers=of_length(length)), Client(whole=False))
    assert (client.status, client.taken, client.ended) == (413, 0, True)
    assert client.headers["connection"] == "close"


def test_chunked_body_is_413_as_soon_as_it_is_over_the_limit(ask, monkeypatch):
    monkeypatch.setattr("newsdesk.doors.application.discard_rest", lambda receive: _nothing())
    client = ask(nobody, a_scope(headers=CHUNKED), Client([b"x" * 600] * 100))
    assert (client.status, client.taken) == (413, 1200)


async def _nothing():
    pass


def test_rest_of_a_refused_body_is_read_and_thrown_away(ask):
    client = ask(nobody, a_scope(headers=CHUNKED), Client([b"x" * 600] * 100))
    assert (client.status, client.taken, client.ended) == (413, 60_000, True)


@pytest.mark.parametrize("headers", [of_length(1000), CHUNKED], ids=["length", "chunked"])
@pytest.mark.parametrize("sent", [[], [b"ab"]], ids=["nothing", "two bytes"])
def test_client_that_stops_sending_is_408(ask, monkeypatch, headers, sent):
    monkeypatch.setattr("newsdesk.doors.bodies.PAUSE_SECONDS", 0.05)
    assert ask(nobody, a_scope(headers=headers), Client(sent, whole=False)).status == 408


def test_client_that_sends_too_slowly_is_408(ask, monkeypatch):
    monkeypatch.setattr("newsdesk.doors.bodies.WHOLE_SECONDS", 0.05)
    assert ask(nobody, a_scope(headers=of_length(900)), Client([b"x"], whole=False)).status == 408


def test_client_that_disconnects_is_not_answered(ask):
    client = ask(nobody, a_scope(headers=of_length(900)), Client([b"x"], whole=False, leaves=True))
    assert client.status == 0


def test_api_refusal_is_json_in_the_requested_language(ask):
    client = ask(nobody, a_scope("/api/v1/articles/", query=b"ui=ar", headers=of_length(2000)), Client())
    assert client.status == 413
    assert client.headers["content-type"] == "application/json"
    told = json.loads(client.body)
    assert told["code"] == "too_large"
    assert "1000" in told["detail"]
    assert client.headers["content-language"] == "ar"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_page_refusal_is_html_in_the_language_of_the_page(ask, language, direction):
    client = ask(nobody, a_scope(f"/{language}/admin/login/", headers=of_length(2000)), Client())
    assert f'<html lang="{language}" dir="{direction}">' in client.body.decode()
    assert f" {numerals(1, language)} " in client.body.decode()
