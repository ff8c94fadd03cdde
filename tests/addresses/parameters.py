"""The query parameters that each public address takes, and values to ask for.

Those of the API are read from its OpenAPI document; those of the pages stand here, and
``tests/test_every_address.py`` holds them against what the views truly ask for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from events.api.parameters import FILTERS
from events.models import Actor, Event, Outlet, Place, Timeline
from events.models.choices import EventStatus, EventType
from events.queries.windows.lanes import KINDS
from tests.addresses.paths import UNKNOWN
from tests.addresses.routes import routes

_FILTERS = tuple(parameter.name for parameter in FILTERS)
_TIMELINE = (*_FILTERS, "lanes", "page", "event")
_FOLLOWED = (*_FILTERS, "timeline")
_PAGES: dict[str, tuple[str, ...]] = {
    **{f"site:{page}": _TIMELINE for page in ("home", "timeline", "actor", "place")},
    **{f"site:embed{page}": _TIMELINE for page in ("", "-timeline", "-actor", "-place")},
    "site:feed": _FOLLOWED,
    "site:calendar": _FOLLOWED,
    "site:subscribe": _FOLLOWED,
    "site:choices": (*_FOLLOWED, "more", "find"),
    "oembed": ("url", "format", "maxwidth", "maxheight"),
    "sitemap": ("p",),
}
#: What Django REST framework and drf-spectacular look for themselves.
_ANY_OF_THE_API = ("ui", "format")
_OF_THE_FRAMEWORK = {"api:schema": ("lang", "version", "format"), "api:docs": ("lang", "version", "format", "script")}


def parameters_of(name: str) -> tuple[str, ...]:
    """The names of the query parameters that the address of this name takes."""
    if name.startswith("api:"):
        return tuple(dict.fromkeys([*_documented().get(name, ()), *_OF_THE_FRAMEWORK.get(name, _ANY_OF_THE_API)]))
    return _PAGES.get(name, ())


@cache
def _documented() -> dict[str, dict[str, dict[str, Any]]]:
    """Name of an address of the API → parameter → its schema, as the OpenAPI document has it."""
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    told = {
        re.sub(r"\{\w+\}", "{}", path): {
            one["name"]: one["schema"]
            for operation in operations.values()
            for one in operation.get("parameters", [])
            if one["in"] == "query"
        }
        for path, operations in paths.items()
    }
    named = {route.name: re.sub(r"%\(\w+\)s", "{}", route.template) for route in routes() if route.name}
    return {name: told[path] for name, path in named.items() if path in told}


def query_samples() -> dict[str, list[str]]:
    """Parameter → values: all that the database knows of its kind, one that it does not know, and a wrong one."""
    return {
        "actor": [*_column(Actor, "key"), UNKNOWN["key"]],
        "place": [*_column(Place, "key"), UNKNOWN["key"]],
        "source": [*_column(Outlet, "pk"), UNKNOWN["pk"], "x"],
        "timeline": [*_column(Timeline, "slug"), UNKNOWN["slug"]],
        "event": [*_column(Event, "pk"), UNKNOWN["pk"]],
        "type": [*_types(), EventType.OTHER, "NONSENSE"],
        "status": [*EventStatus.values, "nonsense"],
        "lang": ["ar", "en", "xx"],
        "from": ["2023", "2025-03-14", "nonsense"],
        "to": ["2023", "2025-03-14", "nonsense"],
        "q": ["agreement", "اتفاق", "nothing that anybody said"],
        "lanes": [*KINDS, "nonsense"],
        "more": ["actor", "place", "source"],
        "find": ["a", "ا", "nothing that anybody said"],
        "page": ["1", "2", "x"],
        "limit": ["0", "1", "3", "x"],
        "ordering": ["first", "-first", "-salience", "-updated", "nonsense"],
        "visibility": ["published", "proposed", "all"],
        "state": ["done", "nonsense"],
        "as": ["json", "csv", "nonsense"],
        "ui": ["ar", "en", "xx"],
        "url": ["http://testserver/en/", "http://elsewhere.example/en/", ""],
        "format": ["json", "xml", "yaml"],
        "maxwidth": ["300", "x"],
        "maxheight": ["300", "x"],
        "p": ["1", "2", "x"],
        "version": ["1", "x"],
        "script": ["1"],
    }


def _types() -> list[str]:
    """The event types that some event has, published or not; all the other types are answered alike."""
    return sorted(set(Event.objects.values_list("type", flat=True)) - {EventType.OTHER})


def _column(model: Any, column: str) -> list[str]:
    return [str(value) for value in model.objects.order_by("pk").values_list(column, flat=True)]
