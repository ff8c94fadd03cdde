"""Pinning an event to a timeline or hiding it from one, on the event's page."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events import desk
from events.admin.current_user import person
from events.admin.rows import row_number
from events.admin.visibility import back
from events.models import Event, Timeline, TimelinePick


@dataclass(frozen=True, slots=True)
class Picks:
    """An event's picks, and the timelines (``others``) where it is neither pinned nor hidden."""

    picks: list[TimelinePick]
    others: list[Timeline]


def picks_of(event: Event) -> Picks:
    picks = list(TimelinePick.objects.filter(event=event).select_related("timeline"))
    others = Timeline.objects.exclude(pk__in=[pick.timeline_id for pick in picks])
    return Picks(picks, list(others))


@require_POST
def pick(request: HttpRequest, event_id: int) -> HttpResponse:
    """Pin, hide, or undo both: the parameter ``kind`` is "pinned", "hidden" or ""."""
    if not request.user.has_perm("events.change_timeline"):
        raise PermissionDenied
    event = get_object_or_404(Event, pk=event_id)
    timeline = get_object_or_404(Timeline, pk=row_number(request.POST.get("timeline", "")))
    kind = request.POST.get("kind", "")
    try:
        desk.pick_event(timeline=timeline, event=event, kind=kind, editor=person(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _done(kind) % {"timeline": timeline.title})
    return back(request, event_id)


def _done(kind: str) -> str:
    if kind == TimelinePick.Kind.PINNED:
        return _("Pinned to “%(timeline)s”.")
    if kind == TimelinePick.Kind.HIDDEN:
        return _("Hidden from “%(timeline)s”.")
    return _("No longer pinned to or hidden from “%(timeline)s”.")
