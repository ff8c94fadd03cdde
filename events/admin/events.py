"""Events: finding, reviewing, editing, merging and detaching."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from events import desk
from events.admin import pending, visibility
from events.admin.cards import event_card, in_words, percent
from events.admin.current_user import person
from events.admin.event_filters import DaysFilter, DecisionFilter, LanguageFilter, StatusFilter, TypeFilter
from events.admin.event_forms import AddForm, EventForm
from events.admin.history import history
from events.admin.merging.page import MOST, address_of, merge_page
from events.admin.merging.unmerging import mark_homes, merged_into, unmerge
from events.admin.picks import pick, picks_of
from events.admin.rows import RowPicking
from events.models import Event, Source
from events.models.choices import Visibility
from events.models.evidence import with_evidence


@admin.register(Event)
class EventAdmin(RowPicking, admin.ModelAdmin):
    list_display = ["headline", "when", "kind", "standing", "decision", "weight", "certainty", "source_count"]
    list_filter = [DecisionFilter, TypeFilter, StatusFilter, LanguageFilter, DaysFilter]
    search_fields = ["search"]  # shows the box; ``get_search_results`` answers
    search_help_text = _("Searches titles, quotes, names and places, including spelling variants.")
    ordering = ["-first_day", "-pk"]
    list_per_page = 50
    autocomplete_fields = ["set_place"]
    actions = ["publish", "accept_pending", "hide", "withdraw", "merge"]
    change_form_template = "admin/events/event/change_form.html"

    # --- the list
    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        return queryset & Event.objects.matching(search_term), False

    @admin.display(description=_("title"))
    def headline(self, event: Event) -> SafeString:
        return format_html("<bdi>{}</bdi>", event.title)

    @admin.display(description=_("date"), ordering="first_day")
    def when(self, event: Event) -> SafeString:
        return format_html('<span title="{}">{}</span>', event.edtf, in_words(event.edtf))

    @admin.display(description=_("type"), ordering="type")
    def kind(self, event: Event) -> str:
        return event.type_label

    @admin.display(description=_("status"), ordering="status")
    def standing(self, event: Event) -> str:
        return event.status_label

    @admin.display(description=_("visibility"), ordering="visibility")
    def decision(self, event: Event) -> SafeString:
        return format_html('<span class="badge is-{}">{}</span>', event.visibility, event.get_visibility_display())

    @admin.display(description=_("importance"), ordering="salience")
    def weight(self, event: Event) -> str:
        return percent(event.salience)

    @admin.display(description=_("confidence"), ordering="confidence")
    def certainty(self, event: Event) -> str:
        return percent(event.confidence)

    # --- decisions on many
    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("events.publish_event")

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        visibility.decide(request, list(events), Visibility.PUBLISHED)

    @admin.action(description=_("Hide"), permissions=["publish"])
    def hide(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        visibility.decide(request, list(events), Visibility.HIDDEN)

    @admin.action(description=_("Unpublish"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        visibility.decide(request, list(events), Visibility.PROPOSED)

    @admin.action(description=_("Accept pending sources"), permissions=["publish"])
    def accept_pending(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        """Accept new and changed sources; sources that are gone are decided about on the event's page."""
        pending.accept_all(request, Source.objects.pending().filter(event__in=events, gone=False))

    @admin.action(description=_("Merge"), permissions=["change"])
    def merge(self, request: HttpRequest, events: QuerySet[Event]) -> HttpResponseRedirect:
        """Go to the page that asks which event survives."""
        return redirect(address_of(list(events[: MOST + 1])))

    # --- one event
    def get_form(self, request: HttpRequest, obj: Event | None = None, change: bool = False, **kwargs: Any) -> Any:
        # Titles are not columns of the model, so they cannot be among the admin's own fields.
        form = super().get_form(
            request, obj, change, **{**kwargs, "form": EventForm if obj else AddForm, "fields": _COLUMNS}
        )
        form.user = request.user  # type: ignore[attr-defined]
        return form

    def get_fields(self, request: HttpRequest, obj: Event | None = None) -> Any:
        """No fields for users who may not edit; they see the values above and below the form."""
        may_edit = self.has_change_permission(request, obj) if obj else True
        return list(EventForm.Meta.fields) if may_edit else []

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        event = self.get_object(request, unquote(object_id))
        if event and self.has_view_permission(request, event):
            extra_context = {**(extra_context or {}), **self._panel(request, event)}
        return super().change_view(request, object_id, form_url, extra_context)

    def _panel(self, request: HttpRequest, event: Event) -> dict[str, Any]:
        event = with_evidence(Event.objects.all()).get(pk=event.pk)
        sources = list(event.sources.all())
        mark_homes(event, sources)
        may_edit = self.has_change_permission(request, event)
        return {
            "card": event_card(event, sources),
            "merged": merged_into(event.merged_into or event),
            "pending": pending.pending_cards(Source.objects.pending().filter(event=event).for_cards()),
            "history": history(event),
            "picks": picks_of(event),
            "may_curate": request.user.has_perm("events.change_timeline") and not event.merged_into_id,
            "may_publish": self.has_publish_permission(request) and not event.merged_into_id,
            "may_detach": may_edit and (len(sources) > 1 or event.added_by_id is not None),
            "may_merge": may_edit,
        }

    def get_view_on_site_url(self, obj: Event | None = None) -> str | None:
        """The reader's page of a published event."""
        return obj.get_absolute_url() if obj and obj.visibility == Visibility.PUBLISHED else None

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        """Nothing to do: the form has already written through the desk."""

    def response_post_save_add(self, request: HttpRequest, obj: Event) -> HttpResponseRedirect:
        return redirect("admin:events_event_change", obj.pk)

    response_post_save_change = response_post_save_add

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Events are never deleted, only hidden, so that decisions about them are kept."""
        return False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:event_id>/visibility/", wrap(visibility.set_visibility), name="events_event_visibility"),
            path("pending/<int:source_id>/accept/", wrap(pending.accept), name="events_source_accept"),
            path("pending/<int:source_id>/refuse/", wrap(pending.refuse), name="events_source_refuse"),
            path("<int:event_id>/detach/<int:source_id>/", wrap(detach), name="events_event_detach"),
            path("merge/", wrap(merge_page), name="events_event_merge"),
            path("<int:event_id>/unmerge/", wrap(unmerge), name="events_event_unmerge"),
            path("<int:event_id>/pick/", wrap(pick), name="events_event_pick"),
            *super().get_urls(),
        ]


_COLUMNS = ["set_edtf", "set_type", "set_status", "set_place"]


@require_POST
def detach(request: HttpRequest, event_id: int, source_id: int) -> HttpResponse:
    """Detach one source, which becomes an event of its own."""
    if not request.user.has_perm("events.change_event"):
        raise PermissionDenied
    source = get_object_or_404(Source, pk=source_id, event=event_id)
    try:
        event = desk.detach_source(source=source, editor=person(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("admin:events_event_change", event_id)
    messages.success(request, _("Source removed. It is now the proposed event “%(event)s”.") % {"event": event.title})
    return redirect("admin:events_event_change", event_id)
