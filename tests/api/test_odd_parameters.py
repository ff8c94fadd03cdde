"""Odd parameter values are judged alike at every address that takes them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from tests.addresses import Address, parameters_of, public_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]


@pytest.fixture(autouse=True)
def _rows() -> None:
    factories.an_event(actors=[("JOR", "Jordan", "actor")], place=factories.a_place("JO"))
    factories.a_timeline("water")


def taking(parameter: str) -> list[Address]:
    """The public addresses that take the parameter, each once, of a row that there is."""
    first: dict[str, Address] = {}
    for one in public_addresses():
        if parameter in parameters_of(one.name):
            first.setdefault(one.name, one)
    return list(first.values())


@pytest.mark.parametrize("limit", ["abc", "-1", "1.5", "1000000", "²", "9" * 30, "%00"])
def test_invalid_limit_is_refused_by_every_address(client: Client, limit):
    asked = taking("limit")
    assert {one.name for one in asked} >= {"api:events", "api:articles", "api:actors", "api:window"}
    for one in asked:
        answer = client.get(f"{one.path}?limit={limit}")
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["limit"]), one.path


def test_limit_may_be_in_arabic_digits_or_empty_at_every_address(client: Client):
    for one in taking("limit"):
        assert client.get(f"{one.path}?limit=٢").status_code == 200, one.path
        assert client.get(f"{one.path}?limit=").status_code == 200, one.path


@pytest.mark.parametrize("key", ["name:en:nobody", "%F0%9F%98%80", "' OR 1=1"])
def test_unknown_place_and_unknown_actor_are_200_at_every_address(client: Client, key):
    assert taking("place")
    for one in taking("place"):
        answers = [client.get(f"{one.path}?{kind}={key}") for kind in ("place", "actor")]
        assert [answer.status_code for answer in answers] == [200, 200], one.path


@pytest.mark.parametrize("words", ["%25", "…", "%F0%9F%98%80", "%22'", "(((", "%C2%9F", "-"])
def test_search_without_a_letter_is_200_at_every_address(client: Client, words):
    assert taking("q")
    for one in taking("q"):
        assert client.get(f"{one.path}?q={words}").status_code == 200, one.path


@pytest.mark.parametrize("parameter", ["actor", "place", "q", "from", "to", "type", "timeline", "source"])
def test_null_character_never_breaks_an_address(client: Client, parameter):
    for one in taking(parameter):
        assert client.get(f"{one.path}?{parameter}=a%00b").status_code in (200, 400, 404), one.path


@pytest.mark.parametrize("frame", ["", "embed/"])
@pytest.mark.parametrize("kind", ["actors", "places"])
@pytest.mark.parametrize("key", ["%00", "a%00b", "JOR%00", "%FF"])
def test_path_with_a_null_character_is_404(client: Client, frame, kind, key):
    assert client.get(f"/ar/{frame}{kind}/{key}/").status_code == 404
    asked = f"http://testserver/ar/{kind}/{key}/".replace("%", "%25")
    assert client.get(f"/oembed?url={asked}").status_code == 404


@pytest.mark.parametrize("end", ["9999", "9999-12-31", "9999-12", "999X", "99XX"])
def test_window_may_reach_the_end_of_the_calendar(client: Client, end):
    factories.an_added_event(edtf="9999-12-31")
    for one in taking("to"):
        assert client.get(f"{one.path}?from={end}&to={end}").status_code == 200, one.path
