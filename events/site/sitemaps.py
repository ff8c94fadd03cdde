"""What search engines are told: the pages that stay, in every language of the interface."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from events.models import Event, Timeline
from events.models.querysets import EventQuerySet


class _EveryLanguage(Sitemap):
    i18n = True
    alternates = True


class PageSitemap(_EveryLanguage):
    """The pages that do not depend on what is published."""

    def items(self) -> list[str]:
        return ["site:home", "site:timelines", "site:about"]

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


SITEMAPS = {"pages": PageSitemap, "timelines": TimelineSitemap, "events": EventSitemap}
