"""What stands in the paths: the rows that the database holds, and for each kind one that it lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models

from events.models import Actor, Article, Cover, Event, Place, Source, Timeline
from events.site.sitemaps import SITEMAPS
from tests.addresses.routes import Route

Values = dict[str, str]
#: No row of a test has these.
UNKNOWN = {"pk": "99999999", "slug": "nowhere", "key": "name:en:nobody of this name", "digest": "0" * 64}
_OF_A_MODEL = re.compile(r"/admin/(\w+)/(\w+)/")


def path_samples(route: Route) -> list[Values]:
    """The values for the route's parameters; raises LookupError where it is not known what they stand for."""
    if not route.parameters:
        return [{}]
    if route.is_admin:
        return list(_of_the_admin(route))
    if route.name not in _PUBLIC:
        raise LookupError(f"no values are known for {', '.join(route.parameters)} of {route.template}")
    return list(_PUBLIC[route.name]())


def _numbers(model: type[models.Model]) -> Callable[[], list[Values]]:
    return lambda: [{"pk": pk} for pk in _pks(model)]


def _pks(model: type[models.Model]) -> list[str]:
    return [*map(str, model._default_manager.order_by("pk").values_list("pk", flat=True)), UNKNOWN["pk"]]


def _each(parameter: str, model: type[models.Model]) -> Callable[[], list[Values]]:
    """A column that stands in the path under its own name."""
    found = model._default_manager.order_by("pk")
    return lambda: [{parameter: value} for value in [*found.values_list(parameter, flat=True), UNKNOWN[parameter]]]


def _events() -> Iterable[Values]:
    """Each event under its own title, and under one that it never had."""
    for event in Event.objects.order_by("pk"):
        yield {"pk": str(event.pk), "slug": event.get_absolute_url().split("/")[-2]}
        yield {"pk": str(event.pk), "slug": UNKNOWN["slug"]}
    yield {"pk": UNKNOWN["pk"], "slug": UNKNOWN["slug"]}


def _sections() -> Iterable[Values]:
    return [{"section": section} for section in [*SITEMAPS, "nothing"]]


_PUBLIC: dict[str, Callable[[], Iterable[Values]]] = {
    "cover": _each("digest", Cover),
    "sitemap": _sections,
    "api:article": _numbers(Article),
    "api:event": _numbers(Event),
    "site:event": _events,
    "site:panel": _numbers(Event),
    "site:article": _numbers(Article),
    **{f"api:timeline{what}": _each("slug", Timeline) for what in ("", "-window", "-facets", "-rows")},
    **{f"site:{frame}timeline": _each("slug", Timeline) for frame in ("", "embed-")},
    **{f"site:{frame}actor": _each("key", Actor) for frame in ("", "embed-")},
    **{f"site:{frame}place": _each("key", Place) for frame in ("", "embed-")},
}


def _of_the_admin(route: Route) -> Iterable[Values]:
    """Rows of the model that the path names, or of the one that a parameter names; else the name of something."""
    if route.parameters in [("object_id",), ("id",)]:
        return [{route.parameters[0]: pk} for pk in _pks(_model(route))]
    if route.parameters == ("event_id", "source_id"):
        return _sources()
    if route.parameters == ("content_type_id", "object_id"):
        kind = str(ContentType.objects.get_for_model(Event).pk)
        return [{"content_type_id": kind, "object_id": pk} for pk in _pks(Event)]
    if len(route.parameters) == 1 and (model := _NUMBERED.get(route.parameters[0])):
        return [{route.parameters[0]: pk} for pk in _pks(model)]
    named = {"app_label": "events", "url": "nowhere"}
    if unknown := set(route.parameters) - set(named):
        raise LookupError(f"no values are known for {', '.join(sorted(unknown))} of {route.template}")
    return [{name: named[name] for name in route.parameters}]


_NUMBERED = {"article_id": Article, "event_id": Event, "source_id": Source}


def _model(route: Route) -> type[models.Model]:
    found = _OF_A_MODEL.search(route.template)
    if found is None:
        raise LookupError(f"{route.template} names no model")
    return apps.get_model(found[1], found[2])


def _sources() -> Iterable[Values]:
    for source in Source.objects.order_by("pk"):
        yield {"event_id": str(source.event_id), "source_id": str(source.pk)}
    yield {"event_id": UNKNOWN["pk"], "source_id": UNKNOWN["pk"]}
