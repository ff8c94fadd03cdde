"""What search engines are told: the pages that stay, in every language of the interface."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from events.models import Actor, Event, Place, Timeline
from events.models.querysets import EventQuerySet
from events.reading.subjects.shown import shown_actors, shown_places
from events.site.subjects import path_of


class _EveryLanguage(Sitemap):
    i18n = True
    alternates = True


class PageSitemap(_EveryLanguage):
    """The pages that do not depend on what is published."""

    def items(self) -> list[str]:
        return ["site:home", "site:timelines", "site:subscribe", "site:about"]

    def location(self, item: str) -> str:
        return reverse(item)


class TimelineSitemap(_EveryLanguage):
    """Published collections."""

    def items(self) -> list[Timeline]:
        return list(Timeline.objects.published())


class EventSitemap(_EveryLanguage):
    """Published events, in an order that new ones only add to."""

    limit = 5000

    def items(self) -> EventQuerySet:
        return Event.objects.published().only("titles", "updated_at").order_by("pk")

    def lastmod(self, event: Event) -> datetime:
        return event.updated_at


class ActorSitemap(_EveryLanguage):
    """Actors that a published event names."""

    limit = 5000

    def items(self) -> QuerySet[Actor]:
        return shown_actors().only("key")

    def location(self, actor: Actor) -> str:
        return path_of("actor", actor.key)


class PlaceSitemap(_EveryLanguage):
    """Places where a published event happened."""

    limit = 5000

    def items(self) -> QuerySet[Place]:
        return shown_places().only("key")

    def location(self, place: Place) -> str:
        return path_of("place", place.key)


SITEMAPS = {
    "pages": PageSitemap, "timelines": TimelineSitemap, "events": EventSitemap, "actors": ActorSitemap,
    "places": PlaceSitemap,
}  # fmt: skip
