"""Odd values in every path, query, form and body, sent by each role, by every method: no answer is a fault of ours.

The addresses come from the URL configuration, the names of parameters and fields from what the views read.  Chance is
seeded, so a failure comes again.  ``./test --load`` sends ten times as many (twice in CI).
"""

from __future__ import annotations

from urllib.parse import quote

import pytest

from events.api.shapes.articles import SubmissionShape
from events.api.shapes.others import CredentialsShape
from tests.addresses import parameters_of
from tests.long_forms import long_form
from tests.odd.asking import Asker, told_apart
from tests.odd.values import BODIES, ENCODED, json_of, query_of, some

TIMES = pytest.mark.parametrize(
    "times", [pytest.param(1, id="some"), pytest.param(long_form(10, in_ci=2), id="many", marks=pytest.mark.load)]
)
READING = ("GET", "GET", "HEAD")
WRITING = ("POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ARTICLE = {
    "title": "Water agreement", "body": "Jordan and Iraq signed a water agreement on Monday.",
    "publication_date": "2025-09-02", "language": "en", "outlet": "", "url": "", "author": "",
}  # fmt: skip


@TIMES
def test_odd_values_in_paths_never_give_500(asker: Asker, times: int):
    for route in told_apart(asker.random):
        for name in route.parameters:
            for odd in some(asker.random, ENCODED, 10 * times):
                asker.ask(asker.random.choice(READING), asker.path_of(route, **{name: odd}))
    assert not asker.wrong, "\n".join(asker.wrong)
    assert asker.asked > 150 * times**0.5


@TIMES
def test_odd_values_in_queries_never_give_500(asker: Asker, times: int):
    for route in told_apart(asker.random):
        path = asker.path_of(route)
        names = sorted({*asker.names_read("GET", path, route.template), *parameters_of(route.name)})
        for name in names:
            asker.ask("GET", f"{path}?{quote(name)}=a%00b")
        for _ in range((2 + len(names) // 2) * times if names else 0):
            asker.ask(asker.random.choice(READING), f"{asker.path_of(route)}?{query_of(asker.random, names)}")
    assert not asker.wrong, "\n".join(asker.wrong)
    assert asker.asked > 300 * times


@TIMES
def test_odd_values_in_forms_never_give_500(asker: Asker, times: int):
    for route in told_apart(asker.random):
        names = asker.names_read("POST", asker.path_of(route), route.template)
        for name in some(asker.random, names, 12):
            asker.ask("POST", asker.path_of(route), f"{quote(name)}=a%00b", role="superuser")
        for _ in range((3 + min(len(names), 12) // 2) * times):
            method = asker.random.choice(WRITING)
            asker.ask(method, asker.path_of(route), query_of(asker.random, names or ["x"]))
    assert not asker.wrong, "\n".join(asker.wrong)
    assert asker.asked > 300 * times


@TIMES
def test_one_odd_value_in_an_otherwise_valid_form_never_gives_500(asker: Asker, times: int):
    """An editor's form as opened, with one odd value: it passes more checks than a wholly odd one."""
    forms = [route for route in told_apart(asker.random) if route.template.endswith(("/change/", "/add/"))]
    for route in forms:
        for _ in range(2 * times):
            path = asker.path_of(route)
            opened = asker.opened_form(path)
            names = sorted({*opened, *asker.names_read("POST", path, route.template)})
            for name in some(asker.random, names if opened else [], 8):
                asker.ask("POST", path, asker.filled(opened, name), role="superuser")
    assert not asker.wrong, "\n".join(asker.wrong)
    assert asker.asked > 60 * times


@TIMES
@pytest.mark.parametrize(
    ("path", "good", "shape"),
    [
        ("/api/v1/articles/", ARTICLE, SubmissionShape),
        ("/api/v1/token/", {"username": "a", "password": "b"}, CredentialsShape),
    ],
)
def test_odd_values_in_json_never_give_500(asker: Asker, path: str, good: dict[str, object], shape, times: int):
    names = list(shape().fields)
    assert set(good) <= set(names)
    for body in BODIES:
        asker.ask("POST", path, body, "application/json")
    for _ in range(60 * times):
        asker.ask("POST", path, json_of(asker.random, names, good), "application/json")
    assert not asker.wrong, "\n".join(asker.wrong)
