"""Events as readers, clients and newsroom staff get them from the API."""

from __future__ import annotations

import pytest

from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/api/v1/events/"


def ids(answer) -> list[int]:
    assert answer.status_code == 200, answer.content
    return [item["id"] for item in answer.json()["results"]]


def test_list_item_has_place_actors_and_titles(stranger) -> None:
    event = factories.an_event(
        title="Signed the treaty", type="AGREE", edtf="2025-01", place=factories.a_place("JO", en="Jordan"),
        actors=[("SAU", "Riyadh", "actor")],
    )  # fmt: skip
    [item] = stranger.get(URL, {"ui": "en"}).json()["results"]
    assert item == item | {
        "id": event.pk, "title": "Signed the treaty", "titles": {"en": "Signed the treaty"}, "basis": "explicit",
        "visibility": "published", "place": {"key": "JO", "name": "Jordan"}, "date_words": "January 2025",
        "actors": [{"key": "SAU", "name": "Riyadh", "role": "actor"}], "type_label": "Agreement",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["open start", "2024", "2025-01-01", "2025-09"]),
        ({"ordering": "-first"}, ["2025-09", "2025-01-01", "2024", "open start"]),
        ({"ordering": "-salience"}, ["2025-01-01", "open start", "2024", "2025-09"]),
        ({"from": "2025-01"}, ["2025-01-01", "2025-09"]),
        ({"to": "2024-06"}, ["open start", "2024"]),
        ({"type": "AID"}, ["2025-09"]),
        ({"q": "signature"}, []),
        ({"q": "salt"}, ["2024"]),
        ({"limit": "2", "page": "2"}, ["2025-01-01", "2025-09"]),
    ],
)
def test_lists_are_filtered_ordered_and_paged(stranger, query: dict, expected: list[str]) -> None:
    factories.an_event(edtf="2025-01-01", salience=0.9, title="2025-01-01")
    factories.an_event(edtf="../2024-06-01", salience=0.8, title="open start")
    factories.an_event(edtf="2025-09", salience=0.1, title="2025-09", type="AID")
    factories.an_event(edtf="2024", salience=0.5, title="2024", quote="The salt works closed (2024).")
    assert [item["title"] for item in stranger.get(URL, query).json()["results"]] == expected


def test_page_has_the_count_and_a_link_to_the_next(stranger) -> None:
    for _ in range(3):
        factories.an_event()
    first = stranger.get(URL, {"limit": 2}).json()
    assert (first["count"], first["previous"]) == (3, None)
    assert len(ids(stranger.get(first["next"]))) == 1


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"page": "201"}, 400, "invalid"),
        ({"page": "99999999999999999999"}, 400, "invalid"),
        ({"page": "0"}, 404, "not_found"),
        ({"page": "first"}, 404, "not_found"),
        ({"page": "\x00"}, 404, "not_found"),
        ({"ordering": "colour"}, 400, "invalid"),
        ({"visibility": "secret"}, 400, "invalid"),
    ],
)
def test_invalid_page_or_ordering_is_refused(stranger, query: dict, status: int, code: str) -> None:
    answer = stranger.get(URL, query)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


class TestVisibility:
    @pytest.fixture(autouse=True)
    def rows(self, db) -> None:
        for visibility in ("published", "proposed", "hidden"):
            factories.an_event(visibility=visibility, title=visibility)

    @pytest.mark.parametrize("query", [{}, {"visibility": "published"}])
    def test_published_events_are_for_everybody(self, stranger, as_editor, query: dict) -> None:
        for client in (stranger, as_editor):
            assert [item["title"] for item in client.get(URL, query).json()["results"]] == ["published"]

    @pytest.mark.parametrize(
        ("visibility", "expected"),
        [("proposed", {"proposed"}), ("hidden", {"hidden"}), ("all", {"published", "proposed", "hidden"})],
    )
    def test_proposed_and_hidden_events_are_for_staff(
        self, stranger, as_reporter, visibility: str, expected: set[str]
    ) -> None:
        assert stranger.get(URL, {"visibility": visibility}).status_code == 401
        found = as_reporter.get(URL, {"visibility": visibility}).json()["results"]
        assert {item["title"] for item in found} == expected

    @pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("as_reporter", 200)])
    def test_panel_of_a_proposal_is_for_staff(self, request, who: str, status: int) -> None:
        proposed = Event.objects.get(visibility="proposed")
        assert request.getfixturevalue(who).get(f"{URL}{proposed.pk}/").status_code == status


def test_panel_explains_the_date(stranger) -> None:
    outlet = factories.an_outlet("The Harbour Post")
    event = factories.an_event(
        title="The dam opened", edtf="2025-05", time_words="in May", basis="relative", anchor="2025-06-01",
        outlet=outlet, url="https://example.org/dam", publication_date="2025-06-01",
    )  # fmt: skip
    factories.a_source(event=event, edtf="2025", title="The dam is open", basis="vague")
    panel = stranger.get(f"{URL}{event.pk}/", {"ui": "en"}).json()
    assert panel["why"] == {
        "expression": "in May", "lang": "en", "anchor": "2025-06-01", "anchor_words": "1 June 2025",
        "basis": "relative", "basis_words": "counted from the publication date", "rules": ["date"],
    }  # fmt: skip
    source = panel["sources"][0]
    assert (source["outlet"], source["url"], source["published"]) == (
        "The Harbour Post", "https://example.org/dam", "2025-06-01",
    )  # fmt: skip
    assert source["quotes"][0]["text"] == "The dam opened (in May)."
    assert [other["edtf"] for other in panel["other_dates"]] == ["2025"]


def test_merged_event_redirects_to_its_survivor(stranger, editor) -> None:
    kept, other = factories.an_event(), factories.an_event()
    Event.objects.filter(pk=other.pk).update(visibility="hidden", merged_into=kept)
    answer = stranger.get(f"{URL}{other.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{URL}{kept.pk}/")


def test_list_takes_the_same_number_of_queries_for_many_events(stranger, django_assert_num_queries) -> None:
    for _ in range(4):
        factories.an_event(actors=[("JOR", "Jordan", "actor")], place=factories.a_place("JO"))
    with django_assert_num_queries(5):
        assert len(ids(stranger.get(URL))) == 4


def test_panel_takes_the_same_number_of_queries_for_many_sources(stranger, django_assert_num_queries) -> None:
    event = factories.an_event()
    for _ in range(4):
        factories.a_source(event=event, actors=[("JOR", "Jordan", "actor")])
    with django_assert_num_queries(4):
        stranger.get(f"{URL}{event.pk}/")


def test_answers_are_cached_privately_and_revalidated(stranger) -> None:
    answer = stranger.get(URL)
    assert "private" in answer.headers["Cache-Control"]
    assert "Authorization" in answer.headers["Vary"]
    assert stranger.get(URL, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
