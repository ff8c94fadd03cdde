"""Curated timelines: a title, an introduction, and a filter that is chosen, not typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.admin.faults import show_faults
from events.models import Actor, Era, Participation, Place, Source, Timeline, TimelinePick
from events.models.choices import EventStatus, EventType
from events.reading.collection import collected
from events.reading.filters import Filters

#: Form field → parameter of the filter.
_PARAMETERS = {
    "first": "from", "last": "to", "types": "type", "statuses": "status", "languages": "lang",
    "actors": "actor", "place": "place", "words": "q",
}  # fmt: skip
_DAY_HELP = _("A day, a month or a year: 2025-09-01, 2025-09, 2025.")


def _boxes(label: Any, choices: list[tuple[str, Any]]) -> forms.MultipleChoiceField:
    """None chosen lets all through."""
    return forms.MultipleChoiceField(
        label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple(attrs={"class": "boxes"})
    )


class TimelineForm(forms.ModelForm):
    first = forms.CharField(label=_("From"), required=False, help_text=_DAY_HELP)
    last = forms.CharField(label=_("To"), required=False, help_text=_DAY_HELP)
    types = _boxes(_("Types"), EventType.choices)
    statuses = _boxes(_("Status"), EventStatus.choices)
    languages = _boxes(_("Languages of the sources"), settings.LANGUAGES)
    actors = forms.ModelMultipleChoiceField(
        Actor.objects.all(), label=_("Actors"), required=False, help_text=_("All of them together take part."),
        widget=AutocompleteSelectMultiple(Participation._meta.get_field("actor"), admin.site),
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.all(), label=_("Place"), required=False,
        widget=AutocompleteSelect(Source._meta.get_field("place"), admin.site),
    )  # fmt: skip
    words = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}))

    class Meta:
        model = Timeline
        fields = ["slug", "title_ar", "title_en", "introduction_ar", "introduction_en", "is_published"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, parameter in _PARAMETERS.items():
            self.initial[field] = self.instance.filter.get(parameter, "")
        self.initial["actors"] = Actor.objects.filter(key__in=_listed(self.initial["actors"]))
        self.initial["place"] = Place.objects.filter(key=self.initial["place"]).first()
        for field in ("types", "statuses", "languages"):
            self.initial[field] = _listed(self.initial[field])
        # Who may only look has a form without columns.
        for name in self.fields.keys() & {"title_ar", "introduction_ar"}:
            self.fields[name].widget.attrs.update(dir="auto", lang="ar")

    def clean(self) -> dict[str, Any]:
        """Check the filter with the parser that pages and API use, then keep it as it is asked for there."""
        cleaned = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_en", _("Give a title in at least one language."))
        asked = {parameter: _plain(cleaned.get(field)) for field, parameter in _PARAMETERS.items()}
        asked = {parameter: value for parameter, value in asked.items() if value}
        try:
            Filters.parse(asked)
        except ValidationError as refused:
            show_faults(self, refused, **{parameter: field for field, parameter in _PARAMETERS.items()})
        self.instance.filter = asked
        return cleaned


def _listed(value: str | list[str]) -> list[str]:
    """A saved filter may hold one value or several."""
    return [value] if isinstance(value, str) and value else list(value)


def _plain(value: Any) -> str | list[str]:
    """Rows by their keys, texts as they are."""
    if isinstance(value, Actor | Place):
        return value.key
    if isinstance(value, str) or value is None:
        return value or ""
    return [one.key if isinstance(one, Actor) else one for one in value]


class PickInline(admin.TabularInline):
    """Events that are pinned or hidden, whatever the filter says."""

    model = TimelinePick
    extra = 0
    autocomplete_fields = ["event"]


class EraInline(admin.TabularInline):
    model = Era
    extra = 0
    fields = ["title_ar", "title_en", "edtf", "colour"]


@admin.register(Timeline)
class TimelineAdmin(admin.ModelAdmin):
    form = TimelineForm
    inlines = [PickInline, EraInline]
    list_display = ["__str__", "slug", "is_published", "told"]
    list_filter = ["is_published"]
    search_fields = ["slug", "title_ar", "title_en"]
    prepopulated_fields = {"slug": ["title_en"]}

    def get_fieldsets(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        may_edit = self.has_change_permission(request, obj) if obj else True
        chosen = list(_PARAMETERS) if may_edit else ["filter"]
        return [
            (None, {"fields": TimelineForm.Meta.fields}),
            (_("Which published events it shows"), {"fields": chosen}),
        ]

    def get_form(self, request: HttpRequest, obj: Timeline | None = None, change: bool = False, **kwargs: Any) -> Any:
        # The filter's parts are no columns, so the admin's own list of fields cannot name them.
        return super().get_form(request, obj, change, **{**kwargs, "fields": TimelineForm.Meta.fields})

    def get_prepopulated_fields(self, request: HttpRequest, obj: Timeline | None = None) -> Any:
        return {} if obj else self.prepopulated_fields

    def get_view_on_site_url(self, obj: Timeline | None = None) -> str | None:
        return obj.get_absolute_url() if obj and obj.is_published else None

    @admin.display(description=_("events shown"))
    def told(self, timeline: Timeline) -> int | str:
        try:
            return collected(timeline).events.count()
        except ValidationError:
            return "–"
