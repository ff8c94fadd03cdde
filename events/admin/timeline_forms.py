"""The forms of a timeline: its filter as fields, its cover picture, its eras."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.admin.form_errors import show_faults
from events.admin.rows import RowSelect, RowsSelect
from events.admin.stale_forms import latest_change, refuse_stale_form, seen_field
from events.desk.covers import Picture, reencoded
from events.desk.curate import CoverWish
from events.edtf import plain_figures
from events.models import Actor, Cover, Curation, Era, Participation, Place, Source, Timeline
from events.models.choices import EventStatus, EventType
from events.models.lines import line_fault
from events.queries.filters import Filters

#: Form field → parameter of the filter.
PARAMETERS = {
    "first": "from", "last": "to", "types": "type", "statuses": "status", "languages": "lang",
    "actors": "actor", "place": "place", "words": "q",
}  # fmt: skip
_DAY_HELP = _("Day, month or year: 2025-09-01, 2025-09 or 2025.")


def _boxes(label: Any, choices: list[tuple[str, Any]]) -> forms.MultipleChoiceField:
    """A field with boxes to tick; no box ticked means no filter."""
    return forms.MultipleChoiceField(
        label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple(attrs={"class": "boxes"})
    )


def _description(label: Any, language: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto", "lang": language, "class": "vTextField"})
    return forms.CharField(label=label, required=False, max_length=250, widget=widget)


class TimelineForm(forms.ModelForm):
    first = forms.CharField(label=_("From"), required=False, help_text=_DAY_HELP)
    last = forms.CharField(label=_("To"), required=False, help_text=_DAY_HELP)
    types = _boxes(_("Types"), EventType.choices)
    statuses = _boxes(_("Status"), EventStatus.choices)
    languages = _boxes(_("Source languages"), settings.LANGUAGES)
    actors = forms.ModelMultipleChoiceField(
        Actor.objects.all(), label=_("Actors"), required=False, help_text=_("Events that involve all of these."),
        widget=RowsSelect(Participation._meta.get_field("actor"), admin.site),
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.all(), label=_("Place"), required=False,
        widget=RowSelect(Source._meta.get_field("place"), admin.site),
    )  # fmt: skip
    words = forms.CharField(label=_("Search"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}))
    cover_file = forms.FileField(
        label=_("Picture"), required=False, widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("JPEG, PNG or WebP. Re-encoded; metadata is removed."),
    )  # fmt: skip
    cover_alt_en = _description(_("Alternative text (English)"), "en")
    cover_alt_ar = _description(_("Alternative text (Arabic)"), "ar")
    cover_remove = forms.BooleanField(label=_("Remove picture"), required=False)
    seen = seen_field()

    cover_wish: CoverWish | None = None

    class Meta:
        model = Timeline
        fields = ["slug", "title_ar", "title_en", "introduction_ar", "introduction_en", "is_published"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, parameter in PARAMETERS.items():
            self.initial[field] = self.instance.filter.get(parameter, "")
        self.initial["actors"] = Actor.objects.filter(key__in=_listed(self.initial["actors"]))
        self.initial["place"] = Place.objects.filter(key=self.initial["place"]).first()
        for field in ("types", "statuses", "languages"):
            self.initial[field] = _listed(self.initial[field])
        cover = Cover.objects.filter(timeline=self.instance.pk).first() if self.instance.pk else None
        if cover:
            self.initial.update(cover_alt_en=cover.alt_en, cover_alt_ar=cover.alt_ar)
            picture = format_html('<img class="cover" src="{}" alt="{}">', cover.get_absolute_url(), cover.alt)
            self.fields["cover_file"].help_text = format_html("{}{}", picture, self.fields["cover_file"].help_text)
        self._has_cover = cover is not None
        self.initial["seen"] = latest_change(self._changes())
        self._direct()

    def _changes(self) -> QuerySet[Curation]:
        return Curation.objects.filter(timeline=self.instance.pk)

    def _direct(self) -> None:
        """Set the direction of each field: titles by their letters, addresses and dates from left to right."""
        looks = {f"{name}_{language}": {"dir": "auto", "lang": language}
                 for name in ("title", "introduction") for language, _name in settings.LANGUAGES}  # fmt: skip
        looks |= {name: {"dir": "ltr"} for name in ("slug", "first", "last")}
        # The form of users who may not edit has no such fields.
        for name in self.fields.keys() & looks.keys():
            self.fields[name].widget.attrs.update(looks[name])
        for name in self.fields.keys() & {"introduction_ar", "introduction_en"}:
            self.fields[name].widget.attrs["rows"] = 4

    def clean(self) -> dict[str, Any]:
        """Check the filter with the parser that pages and API use, and store it in the form of their parameters."""
        cleaned = super().clean() or {}
        refuse_stale_form(cleaned.get("seen"), self._changes())
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_en", _("Enter a title in at least one language."))
        asked = {parameter: _plain(cleaned.get(field)) for field, parameter in PARAMETERS.items()}
        asked |= {end: plain_figures(str(asked[end])) for end in ("from", "to")}
        asked = {parameter: value for parameter, value in asked.items() if value}
        try:
            Filters.parse(asked)
        except ValidationError as refused:
            show_faults(self, refused, **{parameter: field for field, parameter in PARAMETERS.items()})
        self.instance.filter = asked
        self._read_cover(cleaned)
        return cleaned

    def _read_cover(self, cleaned: dict[str, Any]) -> None:
        """Set ``cover_wish`` from the fields of the cover; a picture needs a text alternative."""
        alts = {language: cleaned.get(f"cover_alt_{language}", "").strip() for language, _name in settings.LANGUAGES}
        remove = cleaned.get("cover_remove", False)
        picture = self._picture(cleaned.get("cover_file"))
        if picture is None and not self._has_cover:
            return
        if not any(alts.values()) and not (remove and picture is None):
            self.add_error("cover_alt_en", _("Describe the picture in at least one language."))
            return
        for language, alt in alts.items():
            if fault := line_fault(alt):
                self.add_error(f"cover_alt_{language}", fault)
        self.cover_wish = CoverWish(alts, picture, remove)

    def _picture(self, file: UploadedFile | None) -> Picture | None:
        if file is None:
            return None
        try:
            # One byte more than is allowed is enough to see that the file is too large.
            return reencoded(file.read(settings.COVER_MAX_BYTES + 1))
        except ValidationError as refused:
            self.add_error("cover_file", refused)
            return None


def _listed(value: str | list[str]) -> list[str]:
    """The values of a saved filter as a list; it may hold a single value."""
    return [value] if isinstance(value, str) and value else list(value)


def _plain(value: Any) -> str | list[str]:
    """A cleaned value as a filter stores it: rows become their keys."""
    if isinstance(value, Actor | Place):
        return value.key
    if isinstance(value, str) or value is None:
        return value or ""
    return [one.key if isinstance(one, Actor) else one for one in value]


class EraForm(forms.ModelForm):
    """The form of an era; its EDTF is always left to right, as its ends would seem to be swapped otherwise."""

    class Meta:
        model = Era
        fields = ["title_ar", "title_en", "edtf", "colour"]
        widgets = {
            "title_ar": forms.TextInput(attrs={"dir": "auto", "lang": "ar"}),
            "title_en": forms.TextInput(attrs={"dir": "auto", "lang": "en"}),
            "edtf": forms.TextInput(attrs={"dir": "ltr"}),
        }
