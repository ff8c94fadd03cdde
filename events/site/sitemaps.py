"""Sitemaps for search engines: the permanent pages, in every language of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.urls import reverse

from events.models import Actor, Event, Place, Timeline
from events.models.querysets import EventQuerySet
from events.queries.subjects.published import shown_actors, shown_places
from events.site.subjects import path_of


class _InEachLanguage(Sequence[tuple[Any, str]]):
    """Pairs of row and language, as a sequence for a paginator; only the rows of a requested slice are read."""

    def __init__(self, rows: QuerySet[Any], codes: Sequence[str]) -> None:
        self._rows, self._codes = rows, codes

    def __len__(self) -> int:
        return self._rows.count() * len(self._codes)

    def __getitem__(self, part: Any) -> Any:
        start, stop, _step = part.indices(len(self))
        many = len(self._codes)
        pairs = [(row, code) for row in self._rows[start // many : -(-stop // many)] for code in self._codes]
        return pairs[start % many :][: stop - start]


class _EveryLanguage(Sitemap):
    i18n = True
    alternates = True

    @property
    def paginator(self) -> Paginator:
        """A paginator that reads one page of rows; Django's own would read all rows."""
        rows = self.items()
        if isinstance(rows, QuerySet):
            return Paginator(_InEachLanguage(rows, [code for code, _name in settings.LANGUAGES]), self.limit)
        return super().paginator


class PageSitemap(_EveryLanguage):
    """Pages that are there whatever is published."""

    def items(self) -> list[str]:
        return ["site:home", "site:timelines", "site:subscribe", "site:about"]

    def location(self, item: str) -> str:
        return reverse(item)


class TimelineSitemap(_EveryLanguage):
    """Published timelines."""

    def items(self) -> list[Timeline]:
        return list(Timeline.objects.published())


class EventSitemap(_EveryLanguage):
    """Published events by number, so that new events are added at the end."""

    limit = 5000

    def items(self) -> EventQuerySet:
        return Event.objects.published().only("titles", "updated_at").order_by("pk")

    def lastmod(self, event: Event) -> datetime:
        return event.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        latest: datetime | None = Event.objects.published().aggregate(latest=Max("updated_at"))["latest"]
        return latest


class ActorSitemap(_EveryLanguage):
    """Actors of published events."""

    limit = 5000

    def items(self) -> QuerySet[Actor]:
        return shown_actors().only("key")

    def location(self, actor: Actor) -> str:
        return path_of("actor", actor.key)


class PlaceSitemap(_EveryLanguage):
    """Places of published events."""

    limit = 5000

    def items(self) -> QuerySet[Place]:
        return shown_places().only("key")

    def location(self, place: Place) -> str:
        return path_of("place", place.key)


SITEMAPS = {
    "pages": PageSitemap, "timelines": TimelineSitemap, "events": EventSitemap, "actors": ActorSitemap,
    "places": PlaceSitemap,
}  # fmt: skip
