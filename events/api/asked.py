"""Parameters of a request other than filters: numbers, choices, visibility."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, NotAuthenticated, PermissionDenied, ValidationError
from rest_framework.request import Request

from events.edtf import plain_figures
from events.models import Event
from events.models.choices import Visibility
from events.models.querysets import EventQuerySet

Chosen = TypeVar("Chosen")


def number(request: Request, name: str, *, default: int, least: int, most: int) -> int:
    """The whole number in a parameter, ``default`` without it; raises ValidationError outside ``least`` to ``most``."""
    asked = plain_figures(request.query_params.get(name, ""))
    if not asked:
        return default
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 10 and least <= int(asked) <= most):
        message = _("Enter a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
        raise ValidationError({name: [ErrorDetail(message, "number")]})
    return int(asked)


def choice(request: Request, name: str, choices: Mapping[str, Chosen], default: str) -> Chosen:
    """The value of ``choices`` for the key in a parameter, or for ``default``; raises ValidationError for others."""
    asked = request.query_params.get(name, "").strip() or default
    if asked not in choices:
        message = _("“%(value)s” is not one of: %(choices)s.") % {"value": asked[:40], "choices": ", ".join(choices)}
        raise ValidationError({name: [ErrorDetail(message, "unknown")]})
    return choices[asked]


def may_see_proposals(request: Request) -> bool:
    """Whether the user may see events that are not published."""
    return bool(request.user and request.user.has_perm("events.view_event"))


def visible_events(request: Request) -> EventQuerySet:
    """All events that the user may see, without merged ones."""
    return Event.objects.filter(merged_into=None) if may_see_proposals(request) else Event.objects.published()


def asked_events(request: Request) -> EventQuerySet:
    """The events with the visibility in the parameter ``visibility``; published ones without it.

    Raises PermissionDenied or NotAuthenticated for a visibility that the user may not see.
    """
    values: dict[str, str] = {value: value for value in Visibility.values}
    visibility = choice(request, "visibility", values | {"all": "all"}, Visibility.PUBLISHED)
    if visibility == Visibility.PUBLISHED:
        return Event.objects.published()
    if not may_see_proposals(request):
        raise PermissionDenied if request.user and request.user.is_authenticated else NotAuthenticated
    events = visible_events(request)
    return events if visibility == "all" else events.filter(visibility=visibility)
