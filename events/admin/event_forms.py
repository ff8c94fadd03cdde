"""The form for an editor's values of an event; a blank field keeps the engine's value, which stands beside it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import desk
from events.admin.cards import in_words, isolate, left_to_right
from events.admin.form_errors import show_faults
from events.admin.stale_forms import latest_change, refuse_stale_form, seen_field
from events.models import Decision, Event, Place
from events.models.choices import EventStatus, EventType, label_of

_EDTF_HELP = _("Day: {} · month: {} · year: {} · about: {} · range: {} · since: {}")
_EDTF_EXAMPLES = ("2025-09-01", "2025-09", "2025", "2025-09~", "2025-09-03/2025-09-05", "2022/..")


def _title_field(label: Any, language: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto", "lang": language, "size": 80})
    return forms.CharField(label=label, required=False, widget=widget)


class EventForm(forms.ModelForm):
    """Titles, date, type, status and place, written by ``desk.edit_event``."""

    user: AbstractUser  # set by the admin on the class that it makes for each request

    title_ar = _title_field(_("Title (Arabic)"), "ar")
    title_en = _title_field(_("Title (English)"), "en")
    set_edtf = forms.CharField(label=_("Date"), required=False, widget=forms.TextInput(attrs={"dir": "ltr"}))

    seen = seen_field()

    class Meta:
        model = Event
        fields = ["title_ar", "title_en", "set_edtf", "set_type", "set_status", "set_place", "seen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = latest_change(_edits(self.instance))
        for language, _name in settings.LANGUAGES:
            self.initial[f"title_{language}"] = self.instance.set_titles.get(language, "")
        examples = (format_html('<code dir="ltr">{}</code>', edtf) for edtf in _EDTF_EXAMPLES)
        if "set_edtf" in self.fields:
            self.fields["set_edtf"].help_text = format_html(str(_EDTF_HELP), *examples)
        if self.instance.source_count:
            self._show_found()

    def _show_found(self) -> None:
        """Show the engine's value beside each field, as its help text."""
        event = self.instance
        found = {
            "title_ar": event.found_titles.get("ar", ""),
            "title_en": event.found_titles.get("en", ""),
            "set_edtf": f"{in_words(event.found_edtf)} ({left_to_right(event.found_edtf)})" if event.found_edtf else "",
            "set_type": label_of(EventType, event.found_type),
            "set_status": label_of(EventStatus, event.found_status),
            "set_place": str(event.found_place or ""),
        }
        for name, word in found.items():
            if name in self.fields and word:
                field = self.fields[name]
                note = gettext("Extracted: %(word)s. Leave blank to keep it.") % {"word": isolate(word)}
                # Help texts are HTML, and titles come from articles, so they must be escaped.
                field.help_text = format_html("{} {}", note, field.help_text)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_stale_form(cleaned.get("seen"), _edits(self.instance))
        if self.errors:
            return cleaned
        words: dict[str, Any] = {
            "titles": {language: cleaned[f"title_{language}"] for language, _name in settings.LANGUAGES},
            "edtf": cleaned["set_edtf"], "type": cleaned["set_type"], "status": cleaned["set_status"],
        }  # fmt: skip
        try:
            self.instance = self.write(words, cleaned["set_place"])
        except ValidationError as refused:
            show_faults(self, refused, set_titles="title_en")
        return cleaned

    def write(self, words: dict[str, Any], place: Place | None) -> Event:
        return desk.edit_event(event=self.instance, editor=self.user, place=place or "", **words)


def _edits(event: Event) -> QuerySet[Decision]:
    """The decisions that change what the form shows; publishing does not."""
    return Decision.objects.filter(event=event.pk, action=Decision.Action.EDIT)


class AddForm(EventForm):
    """The form for an event without an article."""

    def write(self, words: dict[str, Any], place: Place | None) -> Event:
        return desk.add_event(editor=self.user, place=place, **words)
