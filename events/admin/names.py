"""Actors, places and outlets: their names in each language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events import desk
from events.admin.counting import number_of
from events.admin.searching import found_by_words
from events.models import Actor, Article, Outlet, Participation, Place, Source
from events.models.lines import check_lines
from events.models.naming import NamedModel


def _name_field(label: Any, language: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto", "lang": language, "size": 60})
    return forms.CharField(label=label, required=False, max_length=300, widget=widget)


class NamesForm(forms.ModelForm):
    """The form for names in the languages of the interface, at least one of them."""

    name_ar = _name_field(_("Name (Arabic)"), "ar")
    name_en = _name_field(_("Name (English)"), "en")

    class Meta:
        fields = ["key"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language, _name in settings.LANGUAGES:
            self.initial[f"name_{language}"] = self.instance.names.get(language) or self.instance.found_names.get(
                language, ""
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check_lines(**{name: value for name, value in cleaned.items() if isinstance(value, str)})
        if not any(cleaned.get(f"name_{language}") for language, _name in settings.LANGUAGES):
            raise ValidationError(_("Enter a name in at least one language."))
        return cleaned

    def names(self) -> dict[str, str]:
        """The names by language; names in other languages are kept."""
        given = {language: self.cleaned_data[f"name_{language}"] for language, _name in settings.LANGUAGES}
        return {language: name for language, name in {**self.instance.names, **given}.items() if name}


class NamesAdmin(admin.ModelAdmin):
    form = NamesForm
    list_display = ["__str__", "arabic", "english", "key", "event_count"]
    list_per_page = 100
    ordering = ["key"]

    @admin.display(description=_("Arabic"))
    def arabic(self, named: NamedModel) -> str:
        return named.names.get("ar", "")

    @admin.display(description=_("English"))
    def english(self, named: NamedModel) -> str:
        return named.names.get("en", "")

    @admin.display(description=_("events"), ordering="event_count")
    def event_count(self, named: NamedModel) -> int:
        return named.event_count  # type: ignore[attr-defined]

    search_fields = ["key"]  # shows the box; ``get_search_results`` answers

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """Rows found by names in any language, or by the beginning of a key."""
        return found_by_words(queryset, search_term, "key__istartswith"), False

    def get_fields(self, request: HttpRequest, obj: NamedModel | None = None) -> Any:
        """Users who may not edit see columns with the names instead of the form's fields."""
        may_edit = self.has_change_permission(request, obj) if obj else True
        return ["key", "name_ar", "name_en"] if may_edit else ["key", "arabic", "english"]

    def get_form(self, request: HttpRequest, obj: NamedModel | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **{**kwargs, "fields": [] if obj else ["key"]})

    def get_readonly_fields(self, request: HttpRequest, obj: NamedModel | None = None) -> list[str]:
        """The key of an existing row cannot be changed, because events and filters refer to it."""
        return ["key"] if obj else []

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        desk.rename(named=obj, names=form.names())

    def has_delete_permission(self, request: HttpRequest, obj: NamedModel | None = None) -> bool:
        return False


@admin.register(Actor)
class ActorAdmin(NamesAdmin):
    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        return (
            super()
            .get_queryset(request)
            .annotate(event_count=number_of(Participation.objects.all(), of="actor", counted="source__event"))
        )


@admin.register(Place)
class PlaceAdmin(NamesAdmin):
    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        return (
            super()
            .get_queryset(request)
            .annotate(event_count=number_of(Source.objects.all(), of="place", counted="event"))
        )


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin):
    list_display = ["name", "url", "article_count"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    search_fields = ["name", "url"]  # shows the box; ``get_search_results`` answers

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return found_by_words(queryset, search_term, "url__icontains"), False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(article_count=number_of(Article.objects.all(), of="outlet"))

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, outlet: Outlet) -> int:
        return outlet.article_count  # type: ignore[attr-defined]
