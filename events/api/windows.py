"""``/window/`` and ``/facets/``: what the timeline fetches while a reader moves through it."""

from __future__ import annotations

from dataclasses import asdict

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.asked import choice, number
from events.api.base import PublicView
from events.api.parameters import FILTERS, LANES, UI, limit
from events.api.shapes.errors import answers
from events.api.shapes.windows import FacetsShape, WindowShape
from events.models import Timeline
from events.queries.choices.facets import read_facets
from events.queries.collection import Collection, collected, everything
from events.queries.filters import Filters
from events.queries.windows.lanes import KINDS
from events.queries.windows.window import MOST_SHOWN, SHOWN, read_window, window_values


def shown_by(slug: str) -> Collection:
    """The events of the curated timeline with this slug, or all published events for ""; raises Http404."""
    if not slug:
        return everything()
    return collected(get_object_or_404(Timeline.objects.published(), slug=slug))


class WindowView(PublicView):
    @extend_schema(
        operation_id="window",
        tags=["timeline"],
        summary="Get a window of the timeline",
        description="The most salient published events whose days overlap the window, how the others are spread "
        "(`density`), and the first and last day of all matching events (`extent`). An open end of the window is where "
        "the events end.",
        parameters=[*FILTERS, limit(SHOWN, MOST_SHOWN, 0), LANES, UI],
        responses=answers(WindowShape, 400),
    )
    def get(self, request: Request, slug: str = "") -> Response:
        filters = Filters.parse(request.query_params)
        most = number(request, "limit", default=SHOWN, least=0, most=MOST_SHOWN)
        lanes = choice(request, "lanes", {"none": ""} | {kind: kind for kind in KINDS}, "none")
        window = read_window(shown_by(slug), filters, limit=most, lanes=lanes)
        return Response(window_values(window, self.language))


class FacetsView(PublicView):
    @extend_schema(
        operation_id="facets",
        tags=["timeline"],
        summary="Count events for each filter",
        description="Types, statuses and languages are alternatives, counted as if none of their kind were set. "
        "Actors are combined, so they are counted among the events that match all filters.",
        parameters=[*FILTERS, UI],
        responses=answers(FacetsShape, 400),
    )
    def get(self, request: Request, slug: str = "") -> Response:
        filters = Filters.parse(request.query_params)
        return Response(asdict(read_facets(shown_by(slug).events, filters, self.language)))


class TimelineWindowView(WindowView):
    @extend_schema(
        operation_id="timeline_window",
        tags=["timeline"],
        parameters=[*FILTERS, limit(SHOWN, MOST_SHOWN, 0), LANES, UI],
        summary="Get a window of a timeline",
        description="Like `/window/`, for the events that the timeline shows.",
        responses=answers(WindowShape, 400, 404),
    )
    def get(self, request: Request, slug: str = "") -> Response:
        return super().get(request, slug)


class TimelineFacetsView(FacetsView):
    @extend_schema(
        operation_id="timeline_facets",
        tags=["timeline"],
        parameters=[*FILTERS, UI],
        summary="Count events of a timeline for each filter",
        description="Like `/facets/`, for the events that the timeline shows.",
        responses=answers(FacetsShape, 400, 404),
    )
    def get(self, request: Request, slug: str = "") -> Response:
        return super().get(request, slug)
