"""Query parameters, as the OpenAPI document describes them."""

from __future__ import annotations

from django.conf import settings
from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from events.models.choices import EventStatus, EventType, Visibility
from events.queries.filters import LONGEST_KEY, LONGEST_SEARCH, MOST_OUTLETS
from events.queries.windows.lanes import KINDS

_LANGUAGES = [code for code, _name in settings.LANGUAGES]


def _many(name: str, description: str, enum: list[str] | None = None) -> OpenApiParameter:
    return OpenApiParameter(name, {"type": "array", "items": {"type": "string"} | ({"enum": enum} if enum else {})},
                            description=description, explode=True)  # fmt: skip


UI = OpenApiParameter(
    "ui", enum=_LANGUAGES, description="Language of titles, labels and dates. Default: `Accept-Language`."
)
WINDOW = [
    OpenApiParameter(
        "from",
        description="Start: a day, a month or a year (`2025-09-01`, `2025-09`, `2025`).",
        examples=[OpenApiExample("none", value=""), OpenApiExample("a month", value="2025-09")],
    ),
    OpenApiParameter("to", description="End, inclusive: a day, or the last day of a month or a year."),
]
FILTERS = [
    *WINDOW,
    _many("type", "Events of any of these types.", EventType.values),
    _many("actor", "Events that involve all of these actors, by key (see `/api/v1/actors/`)."),
    OpenApiParameter(
        "place", {"type": "string", "maxLength": LONGEST_KEY}, description="Events at this place, by key."
    ),
    _many("lang", "Events with a source in any of these languages.", _LANGUAGES),
    _many("status", "Events with any of these statuses.", EventStatus.values),
    OpenApiParameter(
        "source",
        {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 999_999_999}, "maxItems": MOST_OUTLETS},
        description="Events with a source from any of these outlets, by number (the values of `lanes=source`).",
        explode=True,
    ),
    OpenApiParameter(
        "q",
        {"type": "string", "maxLength": LONGEST_SEARCH},
        description="Search words: events that have all of them, or words that begin with them, in any spelling, "
        "number or with any clitics. A search without a letter or a digit finds nothing.",
        examples=[
            OpenApiExample("none", value=""),
            OpenApiExample("English", value="treaty"),
            OpenApiExample("Arabic", value="معاهدة"),
        ],
    ),
]
VISIBILITY = OpenApiParameter(
    "visibility",
    enum=[*Visibility.values, "all"],
    description="Default: `published`. The others are for staff (permission `events.view_event`).",
)
LANES = OpenApiParameter(
    "lanes",
    enum=["none", *KINDS],
    description="Group the window's events: the fullest lanes, each with its own most salient events. An event that "
    "fits several lanes is in the one with the fewest events.",
)


def limit(default: int, most: int, least: int = 1) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return OpenApiParameter("limit", schema, description="Number of results.")
