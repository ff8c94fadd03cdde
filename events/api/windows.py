"""``/window/`` and ``/facets/``: what the timeline asks while a reader moves through it."""

from __future__ import annotations

from dataclasses import asdict

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.asked import number
from events.api.base import PublicView
from events.api.parameters import FILTERS, UI, limit
from events.api.shapes.errors import answers
from events.api.shapes.windows import FacetsShape, WindowShape
from events.models import Event
from events.reading.facets import read_facets
from events.reading.filters import Filters
from events.reading.window import MOST_SHOWN, SHOWN, read_window, window_values


class WindowView(PublicView):
    @extend_schema(
        operation_id="window",
        tags=["timeline"],
        summary="A window of the timeline",
        description="The most salient published events whose days meet the window, where all the others are "
        "(`density`), and how far everything reaches (`extent`). An end left open lies where the events end.",
        parameters=[*FILTERS, limit(SHOWN, MOST_SHOWN, 0), UI],
        responses=answers(WindowShape, 400),
    )
    def get(self, request: Request) -> Response:
        filters = Filters.parse(request.query_params)
        most = number(request, "limit", default=SHOWN, least=0, most=MOST_SHOWN)
        window = read_window(Event.objects.published(), filters, limit=most)
        return Response(window_values(window, self.language))


class FacetsView(PublicView):
    @extend_schema(
        operation_id="facets",
        tags=["timeline"],
        summary="How many events each choice would leave",
        description="Types, statuses and languages are alternatives, counted as if none of their kind were chosen. "
        "Actors are asked for together, so they are counted among the events that all filters let through.",
        parameters=[*FILTERS, UI],
        responses=answers(FacetsShape, 400),
    )
    def get(self, request: Request) -> Response:
        filters = Filters.parse(request.query_params)
        return Response(asdict(read_facets(Event.objects.published(), filters, self.language)))
