"""``/timelines/``: the curated timelines."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.base import PersonalView
from events.api.parameters import UI
from events.api.shapes.errors import answers
from events.api.shapes.others import TimelineShape
from events.models import Timeline
from events.queries.filters import Filters


def timeline_values(timeline: Timeline) -> dict[str, Any]:
    """A timeline in the form that clients get."""
    return {
        "slug": timeline.slug,
        "title": timeline.title,
        "introduction": timeline.introduction,
        "query": Filters.parse(timeline.filter).query(),
        "url": timeline.get_absolute_url(),
        "cover": _cover(timeline),
    }


def _cover(timeline: Timeline) -> dict[str, Any] | None:
    cover = getattr(timeline, "cover", None)
    if cover is None:
        return None
    return {"url": cover.get_absolute_url(), "alt": cover.alt, "width": cover.width, "height": cover.height}


class TimelineList(PersonalView):
    @extend_schema(
        operation_id="timelines",
        tags=["timeline"],
        summary="List timelines",
        description="A timeline is a saved filter with a title and an introduction, put together by editors.",
        parameters=[UI],
        responses=answers(TimelineShape(many=True), 400, 401, 429),
    )
    def get(self, request: Request) -> Response:
        return Response([timeline_values(timeline) for timeline in Timeline.objects.published()])


class TimelineDetail(PersonalView):
    @extend_schema(
        operation_id="timeline",
        tags=["timeline"],
        summary="Get a timeline",
        description="Its events are in its `window/`; `query` is its filter as a query string.",
        parameters=[UI],
        responses=answers(TimelineShape, 400, 401, 404, 429),
    )
    def get(self, request: Request, slug: str) -> Response:
        return Response(timeline_values(get_object_or_404(Timeline.objects.published(), slug=slug)))
