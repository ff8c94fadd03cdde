"""The window endpoint, as the timeline's script reads it."""

from __future__ import annotations

import gzip

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
URL = "/api/v1/window/"


def test_window_answer_has_all_its_fields(stranger) -> None:
    event = factories.an_event(title="Ministers meet", edtf="2025-09~", salience=0.7, confidence=0.6, type="CONSULT")
    answer = stranger.get(URL, {"from": "2025-09-01", "to": "2025-09-30", "ui": "en"}).json()
    density = answer.pop("density")
    assert answer == {
        "from": "2025-09-01", "to": "2025-09-30", "total": 1, "hidden": 0,
        "extent": {"first": "2025-09-01", "last": "2025-09-30"}, "eras": [], "lanes": [],
        "events": [{
            "id": event.pk, "title": "Ministers meet", "lang": "en", "edtf": "2025-09~",
            "date_words": "about September 2025", "first": "2025-09-01", "last": "2025-09-30", "precision": "month",
            "approximate": True, "type": "CONSULT", "type_label": "Meeting or talks", "status": "occurred",
            "salience": 0.7, "confidence": 0.6, "sources": 1, "url": f"/en/events/{event.pk}/ministers-meet/",
        }],
    }  # fmt: skip
    assert len(density) == 30
    assert [one for one in density if one["count"]] == [{"first": "2025-09-16", "last": "2025-09-16", "count": 1}]


def test_open_end_is_null(stranger) -> None:
    factories.an_event(edtf="2022-05-01/..")
    [event] = stranger.get(URL).json()["events"]
    assert (event["first"], event["last"]) == ("2022-05-01", None)


@pytest.mark.parametrize(
    ("query", "headers", "words"),
    [
        ({"ui": "ar"}, {}, "1 سبتمبر 2025"),
        ({}, {"Accept-Language": "ar"}, "1 سبتمبر 2025"),
        ({"ui": "en"}, {"Accept-Language": "ar"}, "1 September 2025"),
        ({}, {"Accept-Language": "fr"}, "1 September 2025"),
    ],
)
def test_dates_are_worded_in_the_requested_language(stranger, query: dict, headers: dict, words: str) -> None:
    factories.an_event(edtf="2025-09-01")
    answer = stranger.get(URL, query, headers=headers)
    assert answer.json()["events"][0]["date_words"] == words


def test_window_without_events_has_null_ends(stranger) -> None:
    answer = stranger.get(URL).json()
    assert (answer["from"], answer["to"], answer["total"], answer["density"]) == (None, None, 0, [])


def test_limit_bounds_the_events_and_counts_the_others_as_hidden(stranger) -> None:
    for _ in range(3):
        factories.an_event()
    answer = stranger.get(URL, {"limit": 1}).json()
    assert (len(answer["events"]), answer["hidden"], answer["total"]) == (1, 2, 3)


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"limit": "501"}, "limit", "number"),
        ({"limit": "-1"}, "limit", "number"),
        ({"limit": "many"}, "limit", "number"),
        ({"type": "WAR"}, "type", "unknown"),
        ({"from": "2026", "to": "2025"}, "to", "order"),
        ({"from": "2025-13-41"}, "from", "date"),
        ({"ui": "fr"}, "ui", "unknown"),
        ({"q": "\x00"}, "q", "null_characters_not_allowed"),
    ],
)
def test_wrong_parameter_is_400_naming_it(stranger, query: dict, field: str, code: str) -> None:
    answer = stranger.get(URL, query)
    assert answer.status_code == 400
    assert [fault["code"] for fault in answer.json()["errors"][field]] == [code]


def test_unchanged_window_is_304(stranger) -> None:
    event = factories.an_event()
    first = stranger.get(URL)
    assert first.headers["Cache-Control"] == "public, max-age=5"
    again = stranger.get(URL, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    factories.a_source(event=event)
    assert stranger.get(URL, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_window_is_gzipped_for_clients_that_accept_it(stranger) -> None:
    factories.an_event()
    plain = stranger.get(URL)
    packed = stranger.get(URL, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    again = stranger.get(URL, headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304


def test_window_does_not_vary_by_cookie(stranger) -> None:
    assert "Cookie" not in stranger.get(URL).headers["Vary"]


def test_unknown_token_can_still_read_the_window(stranger) -> None:
    assert stranger.get(URL, headers={"Authorization": "Token gone"}).status_code == 200


def test_window_takes_the_same_number_of_queries_for_many_events(stranger, django_assert_num_queries) -> None:
    for _ in range(3):
        factories.an_event()
    with django_assert_num_queries(4):
        stranger.get(URL)


def test_facets_give_a_count_for_every_value(stranger) -> None:
    factories.an_event(type="AID", actors=[("JOR", "Jordan", "actor")])
    answer = stranger.get("/api/v1/facets/", {"ui": "en", "status": "occurred"}).json()
    assert answer == {
        "type": [{"value": "AID", "label": "Aid", "count": 1}],
        "status": [{"value": "occurred", "label": "Occurred", "count": 1}],
        "lang": [{"value": "en", "label": "English", "count": 1}],
        "actor": [{"value": "JOR", "label": "Jordan", "count": 1}],
    }


def test_filters_of_a_curated_timeline_cannot_reach_beyond_it(stranger) -> None:
    factories.a_timeline(slug="talks", filter={"type": ["CONSULT"]})
    factories.an_event(title="Ministers meet", type="CONSULT")
    factories.an_event(title="Farmers protest", type="PROTEST")
    talks = "/api/v1/timelines/talks/window/"
    assert [event["title"] for event in stranger.get(talks).json()["events"]] == ["Ministers meet"]
    assert stranger.get(talks, {"type": "PROTEST"}).json()["events"] == []
    assert stranger.get("/api/v1/timelines/talks/facets/").json()["type"][0]["count"] == 1


@pytest.mark.parametrize("part", ["window", "facets"])
def test_unpublished_timeline_has_no_window_or_facets(stranger, part: str) -> None:
    factories.a_timeline(slug="draft", is_published=False)
    assert stranger.get(f"/api/v1/timelines/draft/{part}/").status_code == 404
