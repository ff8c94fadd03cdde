"""``/events/``: lists and the panel of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.http import HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.asked import asked_events, choice, visible_events
from events.api.base import PersonalView
from events.api.paging import Pages, answer_page
from events.api.parameters import FILTERS, UI, VISIBILITY, limit
from events.api.shapes.errors import answers
from events.api.shapes.events import EventItemShape, EventPanelShape
from events.api.shapes.pages import page_of
from events.models import Event
from events.models.evidence import with_evidence
from events.queries.evidence.panel import read_panel
from events.queries.filters import Filters
from events.queries.items import items_of, with_item_columns

_ORDERS = {
    "first": lambda events: events.in_order(),
    "-first": lambda events: events.in_order().reverse(),
    "-salience": lambda events: events.order_by("-salience", "first_day", "pk"),
    "-updated": lambda events: events.order_by("-updated_at", "-pk"),
}


class EventList(PersonalView):
    @extend_schema(
        operation_id="events",
        tags=["events"],
        summary="List events",
        description="Published events, in pages; staff can ask for others with `visibility`.",
        parameters=[
            *FILTERS,
            OpenApiParameter("ordering", enum=list(_ORDERS), description="Default: `first`."),
            VISIBILITY,
            OpenApiParameter("page", {"type": "integer", "minimum": 1}),
            limit(Pages.page_size, Pages.max_page_size),
            UI,
        ],
        responses=answers(page_of(EventItemShape), 400, 401, 403, 404, 429),
    )
    def get(self, request: Request) -> Response:
        events = Filters.parse(request.query_params).in_window(asked_events(request))
        ordered = choice(request, "ordering", _ORDERS, "first")(events)
        return answer_page(self, with_item_columns(ordered), self._shown)

    def _shown(self, events: Sequence[Event]) -> list[dict[str, Any]]:
        return [asdict(item) for item in items_of(events, self.language)]


class EventDetail(PersonalView):
    @extend_schema(
        operation_id="event",
        tags=["events"],
        summary="Get an event with its sources and the reason for its date",
        description="A merged event redirects to the event it was merged into.",
        parameters=[UI],
        responses=answers(EventPanelShape, 400, 401, 404, 429),
    )
    def get(self, request: Request, pk: int) -> HttpResponseBase:
        event = get_object_or_404(with_evidence(visible_events(request).known_as(pk)))
        if event.pk != pk:
            asked = request.META["QUERY_STRING"]
            return HttpResponseRedirect(reverse("api:event", args=[event.pk]) + (f"?{asked}" if asked else ""))
        return Response(asdict(read_panel(event, self.language)))
