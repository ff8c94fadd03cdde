"""Timelines, actors, tokens, and unknown addresses."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from rest_framework.authtoken.models import Token

from tests import factories

pytestmark = pytest.mark.django_db


def test_timeline_gives_its_filter_as_a_query_string(stranger) -> None:
    factories.a_timeline(
        "gas", title_en="Gas", title_ar="الغاز", filter={"type": ["AGREE", "AID"], "q": "غاز", "from": "2020-01-01"}
    )
    factories.a_timeline("draft", is_published=False)
    [timeline] = stranger.get("/api/v1/timelines/", {"ui": "ar"}).json()
    assert timeline == {
        "slug": "gas", "title": "الغاز", "introduction": "", "url": "/ar/timelines/gas/",
        "query": "from=2020-01-01&type=AGREE&type=AID&q=%D8%BA%D8%A7%D8%B2", "cover": None,
    }  # fmt: skip
    assert stranger.get("/api/v1/timelines/gas/", {"ui": "ar"}).json() == timeline


@pytest.mark.parametrize("slug", ["draft", "nothing"])
def test_unpublished_or_unknown_timeline_is_404(stranger, slug: str) -> None:
    factories.a_timeline("draft", is_published=False)
    assert stranger.get(f"/api/v1/timelines/{slug}/").status_code == 404


class TestActors:
    @pytest.fixture(autouse=True)
    def rows(self, db) -> None:
        factories.an_actor("JOR", en="Jordan", ar="الأردن")
        factories.an_event(actors=[("JOR", "Jordan", "actor"), ("JOR", "Jordan", "target")])
        factories.an_event(actors=[("JOR", "Jordan", "actor"), ("SAU", "Riyadh", "actor")])
        factories.an_event(visibility="proposed", actors=[("JOR", "Jordan", "actor"), ("EGY", "Egypt", "actor")])

    @pytest.mark.parametrize(
        ("words", "keys"),
        [
            ("", ["JOR", "SAU"]),
            ("jord", ["JOR"]),
            ("أردن", ["JOR"]),
            ("sau", ["SAU"]),
            ("egypt", []),
            ("en", []),
            ("والاردن", ["JOR"]),
            ("السعوديه", ["SAU"]),
            ("%", []),
            ("_", []),
        ],
    )
    def test_are_found_by_any_of_their_names(self, stranger, words: str, keys: list[str]) -> None:
        found = stranger.get("/api/v1/actors/", {"q": words}).json()
        assert [actor["key"] for actor in found["results"]] == keys

    def test_come_with_their_number_of_published_events(self, stranger, django_assert_num_queries) -> None:
        with django_assert_num_queries(3):
            found = stranger.get("/api/v1/actors/", {"ui": "ar"}).json()["results"]
        assert found[0] == {"key": "JOR", "name": "الأردن", "names": {"en": "Jordan", "ar": "الأردن"}, "events": 2}


class TestToken:
    URL = "/api/v1/token/"

    def test_username_and_password_give_a_working_token(self, stranger, reporter) -> None:
        sent = {"username": reporter.username, "password": factories.PASSWORD}
        answer = stranger.post(self.URL, sent, headers={"Authorization": "Token gone"})
        assert answer.headers["Cache-Control"] == "no-store"
        stranger.credentials(HTTP_AUTHORIZATION=f"Token {answer.json()['token']}")
        assert stranger.get("/api/v1/articles/", {"state": "queued"}).status_code == 200
        assert stranger.post(self.URL, sent).json() == answer.json()

    @pytest.mark.parametrize(
        ("sent", "field", "code"),
        [
            ({"username": "somebody", "password": "wrong"}, "request", "credentials"),
            ({"username": "gone", "password": factories.PASSWORD}, "request", "credentials"),
            ({"username": "somebody"}, "password", "required"),
            ({"username": "some\x00body", "password": "x"}, "username", "null_characters_not_allowed"),
            ({"username": ["somebody"], "password": {}}, "password", "invalid"),
        ],
    )
    def test_wrong_or_missing_credentials_give_no_token(self, stranger, sent: dict, field: str, code: str) -> None:
        factories.a_reporter("somebody")
        User.objects.create_user("gone", password=factories.PASSWORD, is_active=False)
        answer = stranger.post(self.URL, sent)
        assert (answer.status_code, answer.json()["errors"][field][0]["code"]) == (400, code)

    def test_token_can_be_revoked(self, as_reporter, stranger) -> None:
        assert as_reporter.delete(self.URL).status_code == 204
        assert not Token.objects.exists()
        assert stranger.delete(self.URL).status_code == 401


@pytest.mark.parametrize("path", ["", "nothing/", "events", "events/five/", "timelines/a%00b/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_unknown_address_is_404_in_json(stranger, method: str, path: str) -> None:
    answer = getattr(stranger, method)(f"/api/v1/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_method_not_allowed_is_405(stranger) -> None:
    answer = stranger.put("/api/v1/window/")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")


def test_asking_for_anything_but_json_is_406(stranger) -> None:
    answer = stranger.get("/api/v1/window/", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.json()["code"]) == (406, "not_acceptable")
