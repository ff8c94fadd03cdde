"""The filters of the list of events: decision, type, status, language and days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.models import Event, Source
from events.models.choices import EventStatus, EventType, Visibility
from events.queries.filters import window_end

Choices = list[tuple[str, Any]]


class DecisionFilter(admin.SimpleListFilter):
    """Filters by visibility and pending sources; merged events are shown only if this filter asks for them."""

    title = _("visibility")
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [
            (Visibility.PROPOSED, _("To review")),
            ("pending", _("Published, with pending sources")),
            (Visibility.PUBLISHED, Visibility.PUBLISHED.label),
            (Visibility.HIDDEN, Visibility.HIDDEN.label),
            ("merged", _("Merged into another")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        if self.value() == "merged":
            return queryset.exclude(merged_into=None)
        if self.value() == "pending":
            return queryset.filter(Exists(Source.objects.pending().filter(event=OuterRef("pk"))))
        queryset = queryset.filter(merged_into=None)
        return queryset.filter(visibility=self.value()) if self.value() in Visibility.values else queryset


class TypeFilter(admin.SimpleListFilter):
    title = _("type")
    parameter_name = "type"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        """Only types that some event has."""
        present = set(Event.objects.order_by().values_list("type", flat=True).distinct())
        return [(value, label) for value, label in EventType.choices if value in present]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        return queryset.filter(type=self.value()) if self.value() else queryset


class StatusFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return list(EventStatus.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        return queryset.filter(status=self.value()) if self.value() else queryset


class LanguageFilter(admin.SimpleListFilter):
    title = _("source language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return list(settings.LANGUAGES)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        chosen = self.value()
        return queryset & Event.objects.in_languages(chosen) if chosen else queryset


class DaysFilter(admin.ListFilter):
    """Filters by a window of two dates, each of which may be blank."""

    title = _("date")
    template = "admin/events/event/days_filter.html"

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: ModelAdmin) -> None:
        super().__init__(request, params, model, model_admin)
        for name in ("from", "to"):
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def expected_parameters(self) -> list[str | None]:
        return ["from", "to"]

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """The window, and the other parameters of the list, which its form has to keep."""
        kept = changelist.get_query_string(remove=["from", "to", "p"]).lstrip("?")
        yield {"first": self.used_parameters.get("from", ""), "last": self.used_parameters.get("to", ""),
               "kept": _pairs(kept)}  # fmt: skip

    def queryset(self, request: HttpRequest, queryset: QuerySet[Event]) -> QuerySet[Event]:
        given = {name: str(self.used_parameters.get(name, "")) for name in ("from", "to")}
        try:
            first, last = window_end(given["from"], end=False), window_end(given["to"], end=True)
        except ValidationError as fault:
            messages.warning(request, " ".join(fault.messages))
            return queryset
        if first and last and first > last:
            first, last = last, first
        return queryset & Event.objects.between(first, last)


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query)
