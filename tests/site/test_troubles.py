"""What nobody's view answers: the database away, a request that cannot be read, a fault of ours."""

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
    """Sees the answers that readers see, not the exceptions behind them."""
    return Client(raise_request_exception=False)


@pytest.fixture
def database_away(django_db_blocker, tmp_path) -> Iterator[None]:
    """PostgreSQL's socket is looked for where none is."""
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
def test_a_page_without_its_database_says_so_plainly_in_both_languages(asking, database_away, path):
    answer = asking.get(path)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert all(words in answer.content.decode() for words in ("Back in a moment", "نعود بعد قليل"))


@pytest.mark.parametrize("path", OF_THE_API)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_api_without_its_database_answers_in_json(asking, database_away, path, language):
    answer = asking.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json()["code"] == "unavailable"
    assert answer.json()["detail"].isascii() == (language == "en")


def test_a_form_is_not_lost_silently_without_the_database(asking, database_away):
    answer = asking.post("/api/v1/token/", {"username": "a", "password": "b"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")


def test_thousands_of_fields_are_refused_by_the_api_in_json(asking, reporter):
    asking.force_login(reporter)
    many = "&".join(f"field{number}=1" for number in range(1001))
    sent = asking.post("/api/v1/articles/", many, content_type="application/x-www-form-urlencoded")
    asked = asking.get(f"/api/v1/events/?{many}")
    for answer in (sent, asked):
        assert (answer.status_code, answer.json()["code"]) == (400, "too_many_fields")


def test_thousands_of_parameters_are_refused_by_a_page_in_both_languages(asking, db):
    answer = asking.get("/ar/?" + "&".join(f"field{number}=1" for number in range(1001)))
    assert answer.status_code == 400
    assert "طلب غير صالح" in answer.content.decode()


def test_a_host_that_is_not_ours_is_refused_by_the_api_in_json(asking, settings):
    settings.ALLOWED_HOSTS = ["newsdesk.example"]
    answer = asking.get("/api/v1/events/", headers={"Host": "elsewhere.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")


@pytest.mark.parametrize(("path", "kind"), [("/en/about/", "text/html"), ("/api/v1/timelines/", "application/json")])
def test_a_fault_of_ours_is_a_500_and_not_called_a_restart(asking, db, monkeypatch, path, kind):
    def fails(*_asked: object, **_more: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("events.site.views.render", fails)
    monkeypatch.setattr("events.api.timelines.TimelineList.get", fails)
    answer = asking.get(path)
    assert answer.status_code == 500
    assert answer.headers["Content-Type"].startswith(kind)
    assert "Retry-After" not in answer.headers


def test_the_handlers_are_those_of_the_url_configuration():
    assert (urls.handler400, urls.handler500) == ("newsdesk.troubles.bad_request", "newsdesk.troubles.server_error")
