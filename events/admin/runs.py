"""Runs of the engine, read-only: when, how long, how they ended, which time expressions they found."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.admin.cards import in_words, moment
from events.models import ExtractionRun


@admin.register(ExtractionRun)
class ExtractionRunAdmin(admin.ModelAdmin):
    list_display = ["article", "started", "outcome", "seconds", "engine_version", "current"]
    list_filter = ["outcome", "engine_version", "language"]
    list_select_related = ["article"]
    date_hierarchy = "started_at"
    fields = [
        "article", "outcome", "current", "started", "finished", "seconds", "engine_version", "read_as",
        "why_it_failed", "time_expressions",
    ]  # fmt: skip
    readonly_fields = ["started", "finished", "read_as", "seconds", "why_it_failed", "time_expressions"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExtractionRun]:
        return super().get_queryset(request).select_related("article")

    @admin.display(description=_("duration (seconds)"))
    def seconds(self, run: ExtractionRun) -> str:
        if run.finished_at is None:
            return "–"
        return f"{(run.finished_at - run.started_at).total_seconds():.2f}"

    @admin.display(description=_("started"), ordering="started_at")
    def started(self, run: ExtractionRun) -> str:
        return moment(run.started_at)

    @admin.display(description=_("finished"))
    def finished(self, run: ExtractionRun) -> str:
        return moment(run.finished_at) if run.finished_at else "–"

    @admin.display(description=_("language"))
    def read_as(self, run: ExtractionRun) -> str:
        return run.get_language_display() or "–"

    @admin.display(description=_("error"))
    def why_it_failed(self, run: ExtractionRun) -> str:
        return run.error_words or "–"

    @admin.display(description=_("time expressions"))
    def time_expressions(self, run: ExtractionRun) -> SafeString:
        rows = (
            (found.text, in_words(found.edtf) or found.value, found.edtf or found.value, found.get_basis_display())
            for found in run.time_expressions.all()
        )
        cells = '<tr><td><bdi>{}</bdi></td><td>{}</td><td><code dir="ltr">{}</code></td><td>{}</td></tr>'
        return format_html('<table class="expressions">{}</table>', format_html_join("", cells, rows))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
