"""What a request asks for beside the filters: how many, in which order, which visibility."""

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
    """A whole number from ``least`` to ``most``."""
    asked = plain_figures(request.query_params.get(name, ""))
    if not asked:
        return default
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 10 and least <= int(asked) <= most):
        message = _("Enter a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
        raise ValidationError({name: [ErrorDetail(message, "number")]})
    return int(asked)


def choice(request: Request, name: str, choices: Mapping[str, Chosen], default: str) -> Chosen:
    """What stands under the value that was asked for."""
    asked = request.query_params.get(name, "").strip() or default
    if asked not in choices:
        message = _("“%(value)s” is not one of: %(choices)s.") % {"value": asked[:40], "choices": ", ".join(choices)}
        raise ValidationError({name: [ErrorDetail(message, "unknown")]})
    return choices[asked]


def may_see_proposals(request: Request) -> bool:
    return bool(request.user and request.user.has_perm("events.view_event"))


def visible_events(request: Request) -> EventQuerySet:
    """All that the asker may see at all; merged events live on in the one they were merged into."""
    return Event.objects.filter(merged_into=None) if may_see_proposals(request) else Event.objects.published()


def asked_events(request: Request) -> EventQuerySet:
    """Published ones, or those of the ``visibility`` asked for by somebody who may see them."""
    values: dict[str, str] = {value: value for value in Visibility.values}
    visibility = choice(request, "visibility", values | {"all": "all"}, Visibility.PUBLISHED)
    if visibility == Visibility.PUBLISHED:
        return Event.objects.published()
    if not may_see_proposals(request):
        raise PermissionDenied if request.user and request.user.is_authenticated else NotAuthenticated
    events = visible_events(request)
    return events if visibility == "all" else events.filter(visibility=visibility)
