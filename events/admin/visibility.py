"""Publishing, hiding and withdrawing: one event by its button, or many from the list."""

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
    """A message that so many events were published, hidden or withdrawn."""
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
    """Change the visibility of one event, and go back to the page with the button."""
    if not request.user.has_perm("events.publish_event"):
        raise PermissionDenied
    visibility = request.POST.get("visibility", "")
    if visibility not in Visibility.values:
        return HttpResponseBadRequest()
    seen = {event_id: request.POST.get("seen", "")}
    decide(request, [get_object_or_404(Event, pk=event_id)], visibility, seen=seen)
    return back(request, event_id)


def decide(request: HttpRequest, events: list[Event], visibility: str, seen: Mapping[int, str] | None = None) -> None:
    """Change the visibility of the events, and show the editor a message; ``seen`` as in ``desk.set_visibility``."""
    try:
        count = desk.set_visibility(events=events, visibility=visibility, editor=person(request), seen=seen)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, published_message(visibility, count))


def back(request: HttpRequest, event_id: int) -> HttpResponse:
    """Redirect to the page in the form's field ``next`` if it is one of ours, else to the event."""
    page = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return HttpResponseRedirect(page)  # not ``redirect``, which could take it for the name of a view
    return redirect("admin:events_event_change", event_id)
