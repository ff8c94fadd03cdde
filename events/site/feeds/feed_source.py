"""The events of a feed or a calendar, from the parameters of its address, and its title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Timeline
from events.models.choices import EventStatus, EventType, label_of
from events.models.directions import closed
from events.models.querysets import EventQuerySet
from events.queries.collection import Collection, collected, everything
from events.queries.filters import Filters
from events.queries.subjects.published import shown_actors, shown_places


@dataclass(frozen=True, slots=True)
class FeedSource:
    """The events of a feed or calendar, its title, and ``page``, the address of the timeline with the same events."""

    title: str
    page: str
    events: EventQuerySet
    language: str


def feed_view(write: Callable[[HttpRequest, FeedSource], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Turn a function that writes a feed into a view, which reads the feed's source from the address.

    ``?timeline=<slug>`` is a curated timeline; the other parameters are those of the pages.  Invalid ones give 400.
    """

    @wraps(write)
    def answer(request: HttpRequest) -> HttpResponse:
        try:
            filters = Filters.parse(request.GET)
        except ValidationError as error:
            return HttpResponse("\n".join(error.messages) + "\n", status=400, content_type="text/plain; charset=utf-8")
        return write(request, _feed_source(request, filters))

    return require_safe(answer)


def _feed_source(request: HttpRequest, filters: Filters) -> FeedSource:
    language = (get_language() or "en").split("-")[0]
    names, page, shown = _shown(request.GET.get("timeline", ""))
    names += choice_names(filters, language)
    query = filters.query()
    address = request.build_absolute_uri(f"{page}?{query}" if query else page)
    return FeedSource(" · ".join([*names, _("Newsdesk")]), address, filters.in_window(shown.events), language)


def _shown(slug: str) -> tuple[list[str], str, Collection]:
    if not slug:
        return [], reverse("site:home"), everything()
    found = get_object_or_404(Timeline.objects.published().called(slug))
    return [found.title], found.get_absolute_url(), collected(found)


def choice_names(filters: Filters, language: str) -> list[str]:
    """The names of the chosen values, for a title.  A key without a published event is shown as it is."""
    actors = {actor.key: actor.name_in(language) for actor in shown_actors().filter(key__in=filters.actors)}
    places = {place.key: place.name_in(language) for place in shown_places().filter(key=filters.place)}
    names = [actors.get(key, key) for key in filters.actors]
    names += [places.get(filters.place, filters.place)] if filters.place else []
    names += [label_of(EventType, value) for value in filters.types]
    names += [label_of(EventStatus, value) for value in filters.statuses]
    return [*names, f"“{closed(filters.words)}”"] if filters.words else names
