"""Curated timelines: their filters, picks, eras and covers; every write goes through the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events import desk
from events.admin.curations import curation_lines
from events.admin.current_user import person
from events.admin.rows import RowPicking
from events.admin.searching import found_by_words
from events.admin.timeline_forms import PARAMETERS, EraForm, TimelineForm
from events.models import Era, Timeline, TimelinePick
from events.queries.collection import collected

#: The most picks or eras; a form with more would exceed ``DATA_UPLOAD_MAX_NUMBER_FIELDS``.
MOST_ROWS = 200


class _BoundedInline(admin.TabularInline):
    """An inline with at most ``MOST_ROWS`` rows; Django would accept a thousand more."""

    max_num = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{**kwargs, "absolute_max": MOST_ROWS})


class PickInline(RowPicking, _BoundedInline):
    """The pinned and hidden events of a timeline."""

    model = TimelinePick
    extra = 0
    autocomplete_fields = ["event"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[TimelinePick]:
        """Without picks of merged events, which have no effect and are shown on the event's page."""
        return super().get_queryset(request).filter(event__merged_into=None)


class EraInline(_BoundedInline):
    model = Era
    form = EraForm
    extra = 0


_COVER = ["cover_file", "cover_alt_en", "cover_alt_ar", "cover_remove"]


@admin.register(Timeline)
class TimelineAdmin(admin.ModelAdmin):
    form = TimelineForm
    inlines = [PickInline, EraInline]
    list_display = ["__str__", "slug", "is_published", "event_count"]
    list_filter = ["is_published"]
    search_fields = ["slug", "title_ar", "title_en"]  # shows the box; ``get_search_results`` answers
    prepopulated_fields = {"slug": ["title_en"]}
    change_form_template = "admin/events/timeline/change_form.html"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Timeline], search_term: str
    ) -> tuple[QuerySet[Timeline], bool]:
        return found_by_words(queryset, search_term), False

    def get_fieldsets(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        may_edit = self.has_change_permission(request, obj) if obj else True
        chosen = list(PARAMETERS) if may_edit else ["filter"]
        columns = [*TimelineForm.Meta.fields, *(["seen"] if may_edit else [])]
        return [
            (None, {"fields": columns}),
            (_("Published events to include"), {"fields": chosen}),
            *([(_("Cover picture"), {"fields": _COVER})] if may_edit else []),
        ]

    def get_form(self, request: HttpRequest, obj: Timeline | None = None, change: bool = False, **kwargs: Any) -> Any:
        # The parts of the filter are not columns of the model, so they cannot be among the admin's own fields.
        return super().get_form(request, obj, change, **{**kwargs, "fields": TimelineForm.Meta.fields})

    def get_prepopulated_fields(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    def get_view_on_site_url(self, obj: Timeline | None = None) -> str | None:
        return obj.get_absolute_url() if obj and obj.is_published else None

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        timeline = self.get_object(request, unquote(object_id))
        if timeline and self.has_view_permission(request, timeline):
            extra_context = {**(extra_context or {}), "curations": curation_lines(timeline)}
        return super().change_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Timeline, form: Any, change: bool) -> None:
        """Nothing to do: ``save_related`` writes the timeline together with its rows."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        keep = [row for formset in formsets for row in formset.save(commit=False)]
        drop = [row for formset in formsets for row in formset.deleted_objects]
        desk.save_timeline(timeline=form.instance, editor=person(request), keep=keep, drop=drop, cover=form.cover_wish)

    @admin.display(description=_("events"))
    def event_count(self, timeline: Timeline) -> int | str:
        try:
            return collected(timeline).events.count()
        except ValidationError:
            return "–"
