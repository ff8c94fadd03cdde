"""What a feed or a calendar follows: everything, a choice, or a curated timeline, and what it is called."""

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
class Followed:
    """``page`` is the address of the timeline that shows the same."""

    title: str
    page: str
    events: EventQuerySet
    language: str


def following(write: Callable[[HttpRequest, Followed], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The view of a feed: reads what is followed.

    ``?timeline=<slug>`` follows a curated timeline; other parameters are those of the pages.
    """

    @wraps(write)
    def answer(request: HttpRequest) -> HttpResponse:
        try:
            filters = Filters.parse(request.GET)
        except ValidationError as error:
            return HttpResponse("\n".join(error.messages) + "\n", status=400, content_type="text/plain; charset=utf-8")
        return write(request, _followed(request, filters))

    return require_safe(answer)


def _followed(request: HttpRequest, filters: Filters) -> Followed:
    language = (get_language() or "en").split("-")[0]
    names, page, shown = _shown(request.GET.get("timeline", ""))
    names += choice_names(filters, language)
    query = filters.query()
    address = request.build_absolute_uri(f"{page}?{query}" if query else page)
    return Followed(" · ".join([*names, _("Newsdesk")]), address, filters.in_window(shown.events), language)


def _shown(slug: str) -> tuple[list[str], str, Collection]:
    if not slug:
        return [], reverse("site:home"), everything()
    found = get_object_or_404(Timeline.objects.published().called(slug))
    return [found.title], found.get_absolute_url(), collected(found)


def choice_names(filters: Filters, language: str) -> list[str]:
    """What was chosen, as people call it; a key that readers do not know is named as it is."""
    actors = {actor.key: actor.name_in(language) for actor in shown_actors().filter(key__in=filters.actors)}
    places = {place.key: place.name_in(language) for place in shown_places().filter(key=filters.place)}
    names = [actors.get(key, key) for key in filters.actors]
    names += [places.get(filters.place, filters.place)] if filters.place else []
    names += [label_of(EventType, value) for value in filters.types]
    names += [label_of(EventStatus, value) for value in filters.statuses]
    return [*names, f"“{closed(filters.words)}”"] if filters.words else names
