"""Every URL of the product is known to the tests that request them all, with its parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import resolve
from django.utils import translation

from tests import factories
from tests.addresses import addresses, parameters_of, public_addresses, query_samples, routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]


@pytest.fixture(autouse=True)
def _rows(settings) -> None:
    settings.API_ANONYMOUS_RATE = ""
    factories.an_event(
        actors=[("person:a/b?c", "A. B.", "actor")], place=factories.a_place("JO"), outlet=factories.an_outlet()
    )
    factories.a_timeline("water")


def test_every_address_resolves_to_the_view_it_was_made_for():
    for address in addresses():
        with translation.override(address.language or "en"):
            found = resolve(unquote(address.path))
        named = ":".join((*found.namespaces, found.url_name)) if found.url_name else ""
        assert named == address.name, address.path


def test_only_pages_have_an_address_in_each_language():
    by_name: dict[str, set[str]] = {}
    for route in routes():
        by_name.setdefault(route.name, set()).add(route.language)
    assert all(languages == {"ar", "en"} for name, languages in by_name.items() if name.startswith("site:"))
    assert all(languages == {""} for name, languages in by_name.items() if name.startswith("api:"))


def test_admin_addresses_are_kept_apart_from_public_ones():
    assert all("/admin/" in address.path for address in addresses() if address.is_admin)
    assert not any("/admin/" in address.path for address in public_addresses())


def test_known_and_unknown_keys_are_both_requested():
    keys = {address.values["key"] for address in public_addresses() if address.name == "site:actor"}
    assert keys == {"person:a/b?c", "name:en:nobody of this name"}


def test_every_parameter_has_sample_values():
    asked = {parameter for route in routes() for parameter in parameters_of(route.name)}
    assert asked == set(query_samples())


def test_no_view_reads_an_unlisted_parameter(client: Client, monkeypatch):
    asked: set[str] = set()
    for method in ("__getitem__", "getlist"):
        monkeypatch.setattr(QueryDict, method, _noting(getattr(QueryDict, method), asked))
    for address in public_addresses():
        asked.clear()
        client.get(address.path)
        assert asked <= {*parameters_of(address.name)}, address.name


def _noting(read: Callable[..., Any], asked: set[str]) -> Callable[..., Any]:
    def noting(query: QueryDict, name: str, *more: Any) -> Any:
        asked.add(name)
        return read(query, name, *more)

    return noting
