"""Every address of the product, from its URL configuration: none is listed by hand, so none is forgotten.

    for address in addresses():                   # with the rows that the database holds, and with some that it lacks
        client.get(address.path)
    for address in public_addresses(): ...        # all but the admin's
    parameters_of(address.name)                   # the names of the query parameters that it takes
    query_samples()                               # parameter → values to ask for, known and unknown ones

A new address needs nothing here unless its path or its query holds a value of a kind that is not known yet; then
``tests/test_every_address.py`` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.addresses.parameters import parameters_of, query_samples
from tests.addresses.paths import path_samples
from tests.addresses.routes import Route, routes

__all__ = ["Address", "Route", "addresses", "parameters_of", "public_addresses", "query_samples", "routes"]


@dataclass(frozen=True, slots=True)
class Address:
    """``name`` is that of ``reverse`` ("site:event"), "" where there is none; ``path`` is quoted, and has no query."""

    name: str
    path: str
    language: str = ""
    is_admin: bool = False
    values: dict[str, str] = field(default_factory=dict, compare=False)


def addresses() -> Iterator[Address]:
    """Each route in each language, once for every sample of the values in its path."""
    for route in routes():
        for values in path_samples(route):
            quoted = {name: quote(value, safe=":") for name, value in values.items()}
            yield Address(route.name, route.template % quoted, route.language, route.is_admin, values)


def public_addresses() -> Iterator[Address]:
    """The addresses that anonymous visitors may request."""
    return (address for address in addresses() if not address.is_admin)
