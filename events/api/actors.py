"""``/actors/``: finding the key of an actor by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from events.api.base import PersonalView
from events.api.paging import Pages, answer_page
from events.api.parameters import UI, limit
from events.api.shapes.errors import answers
from events.api.shapes.others import ActorShape
from events.api.shapes.pages import page_of
from events.models import Actor
from events.queries.filters import LONGEST_SEARCH, Filters
from events.queries.subjects.actors import actor_items, named_actors


class ActorList(PersonalView):
    @extend_schema(
        operation_id="actors",
        tags=["timeline"],
        summary="Find actors",
        description="Actors of published events, ordered by key, each with its number of published events.",
        parameters=[
            OpenApiParameter(
                "q",
                {"type": "string", "maxLength": LONGEST_SEARCH},
                description="Words of a name in any language, or the start of a key.",
            ),
            OpenApiParameter("page", {"type": "integer", "minimum": 1}),
            limit(Pages.page_size, Pages.max_page_size),
            UI,
        ],
        responses=answers(page_of(ActorShape), 400, 401, 404, 429),
    )
    def get(self, request: Request) -> Response:
        words = Filters.parse({"q": request.query_params.get("q", "")}).words
        return answer_page(self, named_actors(words), self._shown)

    def _shown(self, actors: Sequence[Actor]) -> list[dict[str, Any]]:
        return [asdict(item) for item in actor_items(actors, self.language)]
