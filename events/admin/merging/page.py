"""The page for merging events: the events side by side, the choices, and what will happen."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events import desk
from events.admin.cards import event_card, in_words
from events.admin.current_user import person
from events.admin.merging.form import MergeForm, worth
from events.admin.merging.outcome import preview_merge, readable_address
from events.admin.rows import row_number
from events.admin.stale_forms import refuse_stale_form
from events.models import Event, TimelinePick
from events.models.evidence import with_evidence

#: The most events; there is no room for more side by side.
MOST = 8


def address_of(events: list[Event]) -> str:
    """The address of the page for these events."""
    return f"{reverse('admin:events_event_merge')}?{urlencode([('event', event.pk) for event in events])}"


@require_http_methods(["GET", "HEAD", "POST"])
def merge_page(request: HttpRequest) -> HttpResponse:
    """Show the page, or merge on POST.

    The parameter ``event`` is repeated for each event; ``survivor``, ``title_…`` and ``date`` are numbers of the chosen
    ones.
    """
    if not request.user.has_perm("events.change_event"):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    events = _events(given)
    if not 2 <= len(events) <= MOST:
        text = _("Choose 2 to %(most)d events that are not merged yet.")
        messages.error(request, text % {"most": MOST})
        return redirect("admin:events_event_changelist")
    form = MergeForm(events, given)
    if request.method == "POST" and form.is_valid():
        try:
            return _merge(request, form)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            form = MergeForm(events, {name: given[name] for name in given if name != "seen"})
    return render(request, "admin/events/event/merge.html", _context(request, form))


def _events(given: QueryDict) -> list[Event]:
    numbers = {row_number(text) for text in given.getlist("event")}
    return sorted(Event.objects.filter(pk__in=numbers, merged_into=None), key=worth)


def _merge(request: HttpRequest, form: MergeForm) -> HttpResponse:
    into, others, keep = form.chosen()
    with transaction.atomic():
        refuse_stale_form(form.cleaned_data["seen"], form.decisions())
        event = desk.merge_events(into=into, others=others, editor=person(request), keep=keep)
    text = _("Merged into {}. “Unmerge” on this page restores the others.")
    messages.success(request, format_html(text, format_html("<bdi>{}</bdi>", event.title)))
    return redirect("admin:events_event_change", event.pk)


def _context(request: HttpRequest, form: MergeForm) -> dict[str, Any]:
    outcome = None
    if form.is_valid():
        into, others, keep = form.chosen()
        outcome = preview_merge(into, others, keep, person(request))
    picks = TimelinePick.objects.filter(event__in=form.events.values()).select_related("timeline")
    shown = with_evidence(Event.objects.filter(pk__in=form.events))
    return {
        **admin.site.each_context(request),
        "title": _("Merge events"),
        "opts": Event._meta,
        "cards": [event_card(event, event.sources.all()) for event in sorted(shown, key=worth)],
        "picks": picks,
        "form": form,
        "outcome": outcome,
        "when": in_words(outcome.survivor.edtf) if outcome else "",
        "leaving": [(event, readable_address(event)) for event in outcome.others] if outcome else [],
        # The button sends the choices that the text above it describes, even if others were clicked since.
        "chosen": [*(("event", pk) for pk in form.events), *((field.html_name, field.value()) for field in form)],
    }
