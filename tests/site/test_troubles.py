"""What no view answers: the database is down, a request is malformed, the site itself fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from newsdesk import urls

pytestmark = pytest.mark.usefixtures("plain_static_files")
PAGES = ["/en/", "/ar/", "/en/feed/", "/ar/calendar.ics"]
OF_THE_API = ["/api/v1/events/", "/api/v1/window/?type=AGREE", "/api/v1/rows/?as=csv", "/api/v1/articles/7/"]


@pytest.fixture
def asking() -> Client:
    """A client that gets the error pages readers see, instead of the exceptions behind them."""
    return Client(raise_request_exception=False)


@pytest.fixture
def database_away(django_db_blocker, tmp_path) -> Iterator[None]:
    """A database that is down: its socket is looked for in an empty folder."""
    with django_db_blocker.unblock():
        connection.close()
        where = connection.settings_dict["HOST"]
        connection.settings_dict["HOST"] = str(tmp_path)
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["HOST"] = where


@pytest.mark.parametrize("path", PAGES)
def test_page_without_its_database_is_503_in_both_languages(asking, database_away, path):
    answer = asking.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert all(words in answer.content.decode() for words in ("Back in a moment", "نعود بعد قليل"))


@pytest.mark.parametrize("path", OF_THE_API)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_api_without_its_database_is_503_in_json(asking, database_away, path, language):
    answer = asking.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json()["code"] == "unavailable"
    assert answer.json()["detail"].isascii() == (language == "en")


def test_post_without_the_database_is_503(asking, database_away):
    answer = asking.post("/api/v1/token/", {"username": "a", "password": "b"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")


def test_thousands_of_fields_sent_to_the_api_are_refused_in_json(asking, reporter):
    asking.force_login(reporter)
    many = "&".join(f"field{number}=1" for number in range(1001))
    sent = asking.post("/api/v1/articles/", many, content_type="application/x-www-form-urlencoded")
    asked = asking.get(f"/api/v1/events/?{many}")
    for answer in (sent, asked):
        assert (answer.status_code, answer.json()["code"]) == (400, "too_many_fields")


def test_thousands_of_parameters_sent_to_a_page_are_400_in_both_languages(asking, db):
    answer = asking.get("/ar/?" + "&".join(f"field{number}=1" for number in range(1001)))
    assert answer.status_code == 400
    assert "طلب غير صالح" in answer.content.decode()


def test_foreign_host_is_400_in_json_from_the_api(asking, settings):
    settings.ALLOWED_HOSTS = ["newsdesk.example"]
    answer = asking.get("/api/v1/events/", headers={"Host": "elsewhere.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


@pytest.mark.parametrize(("path", "kind"), [("/en/about/", "text/html"), ("/api/v1/timelines/", "application/json")])
def test_exception_in_a_view_is_500_and_not_503(asking, db, monkeypatch, path, kind):
    def fails(*_asked: object, **_more: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("events.site.views.render", fails)
    monkeypatch.setattr("events.api.timelines.TimelineList.get", fails)
    answer = asking.get(path)
    assert answer.status_code == 500
    assert answer.headers["Content-Type"].startswith(kind)
    assert "Retry-After" not in answer.headers


def test_error_handlers_are_set_in_the_url_configuration():
    assert (urls.handler400, urls.handler500) == ("newsdesk.troubles.bad_request", "newsdesk.troubles.server_error")
