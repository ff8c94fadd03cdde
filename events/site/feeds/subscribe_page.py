"""The subscribe page: feeds and calendars of the reader's filters, of all events, and of curated timelines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.models import Timeline
from events.queries.filters import Filters
from events.site.feeds.feed_source import choice_names
from events.site.sharing.share import Pairs, calendar_address, feed_address


@dataclass(frozen=True, slots=True)
class Offer:
    """Addresses to subscribe to.  ``webcal`` is the calendar's address with the scheme that opens calendar programs."""

    name: str
    feed: str
    calendar: str
    webcal: str


def offers(request: HttpRequest, language: str) -> dict[str, Any]:
    """The context of the page; ``chosen`` is the offer for the filters in the address, None without valid ones."""
    timelines = list(Timeline.objects.published())
    return {
        "chosen": _chosen(request, timelines, language),
        "everything": _offer(request, _("All events"), []),
        "collections": [_offer(request, one.title, [("timeline", one.slug)]) for one in timelines],
    }


def _chosen(request: HttpRequest, timelines: list[Timeline], language: str) -> Offer | None:
    try:
        filters = Filters.parse(request.GET)
    except ValidationError:
        return None
    pairs = [pair for pair in filters.pairs() if pair[0] not in ("from", "to")]
    names = choice_names(filters, language)
    for one in timelines:
        if one.slug == request.GET.get("timeline"):
            pairs, names = [("timeline", one.slug), *pairs], [one.title, *names]
    return _offer(request, " · ".join(names) or _("Events matching your filters"), pairs) if pairs else None


def _offer(request: HttpRequest, name: str, followed: Pairs) -> Offer:
    calendar = calendar_address(request, followed)
    return Offer(name, feed_address(request, followed), calendar, f"webcal:{calendar.partition(':')[2]}")
