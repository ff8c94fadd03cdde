"""Publish, hide, take back: one event by its button, or many from the list."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events import desk
from events.admin.current_user import person
from events.models import Event
from events.models.choices import Visibility


def published_message(visibility: str, count: int) -> str:
    """How many events changed, in the words of what was done."""
    texts = {
        Visibility.PUBLISHED: ngettext("%(count)d event published.", "%(count)d events published.", count),
        Visibility.HIDDEN: ngettext("%(count)d event hidden.", "%(count)d events hidden.", count),
        Visibility.PROPOSED: ngettext(
            "%(count)d event returned to proposals.", "%(count)d events returned to proposals.", count
        ),
    }
    return texts[Visibility(visibility)] % {"count": count}


@require_POST
def set_visibility(request: HttpRequest, event_id: int) -> HttpResponse:
    """One event's button; goes back to the page that it stood on."""
    if not request.user.has_perm("events.publish_event"):
        raise PermissionDenied
    visibility = request.POST.get("visibility", "")
    if visibility not in Visibility.values:
        return HttpResponseBadRequest()
    seen = {event_id: request.POST.get("seen", "")}
    decide(request, [get_object_or_404(Event, pk=event_id)], visibility, seen=seen)
    return back(request, event_id)


def decide(request: HttpRequest, events: list[Event], visibility: str, seen: Mapping[int, str] | None = None) -> None:
    """Let the desk write it, and tell the editor what happened."""
    try:
        count = desk.set_visibility(events=events, visibility=visibility, editor=person(request), seen=seen)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, published_message(visibility, count))


def back(request: HttpRequest, event_id: int) -> HttpResponse:
    """To the page named in the form, where it is one of ours, else to the event."""
    page = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(page)  # ``redirect`` would take a word for the name of a view
    return redirect("admin:events_event_change", event_id)
