"""The form that asks which event survives, and whose titles and date it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.admin.cards import in_words
from events.admin.stale_forms import latest_change, seen_field
from events.desk import Choice
from events.models import Decision, Event
from events.models.choices import Visibility

#: The choice to keep no event's value, but the one computed from all sources.
_TOGETHER = ("", _("Combined from all sources"))
_TITLES = {"ar": _("Title (Arabic)"), "en": _("Title (English)")}


class MergeForm(forms.Form):
    """The form for some events, the best survivor first; its values are the default for what ``given`` leaves open."""

    seen = seen_field()

    def __init__(self, events: Sequence[Event], given: Mapping[str, str]) -> None:
        self.events = {str(event.pk): event for event in events}
        fields = self._fields()
        super().__init__({name: given.get(name, field.initial) for name, field in fields.items()} | self._seen(given))
        self.fields = fields | self.fields

    def _fields(self) -> dict[str, forms.Field]:
        fields: dict[str, forms.Field] = {
            "survivor": _radios(_("Event to keep"), [(pk, _name(event)) for pk, event in self.events.items()])
        }
        for code, _language in settings.LANGUAGES:
            titles = _each_once({pk: event.titles.get(code, "") for pk, event in self.events.items()})
            shown = {pk: format_html('<bdi lang="{}">{}</bdi>', code, title) for pk, title in titles.items()}
            if shown:
                fields[f"title_{code}"] = self._words(_TITLES[code], shown)
        dates = _each_once({pk: event.edtf for pk, event in self.events.items()})
        shown = {pk: format_html('{} <code dir="ltr">{}</code>', in_words(edtf), edtf) for pk, edtf in dates.items()}
        fields["date"] = self._words(_("Date"), shown)
        return fields

    def _words(self, label: object, shown: dict[str, SafeString]) -> forms.ChoiceField:
        """A field for a title or the date.

        Its default is the first event's value, else a value that readers see already, so that a merge without choices
        shows readers nothing new.
        """
        field = _radios(label, [*shown.items(), _TOGETHER])
        first = next(iter(self.events))
        seen = (pk for pk in shown if pk == first or self.events[pk].visibility == Visibility.PUBLISHED)
        field.initial = next(seen, "")
        return field

    def _seen(self, given: Mapping[str, str]) -> dict[str, object]:
        return {"seen": given.get("seen", latest_change(self.decisions()))}

    def decisions(self) -> QuerySet[Decision]:
        """The decisions about these events; a new one makes the page out of date."""
        return Decision.objects.filter(event__in=self.events.values())

    def chosen(self) -> tuple[Event, list[Event], Choice]:
        """The survivor, the others, and what the survivor keeps; the form must be valid."""
        survivor = self.events[self.cleaned_data["survivor"]]
        titles = {code: self._of(f"title_{code}") for code, _language in settings.LANGUAGES}
        keep = Choice({code: event for code, event in titles.items() if event}, self._of("date"))
        return survivor, [event for event in self.events.values() if event != survivor], keep

    def _of(self, name: str) -> Event | None:
        return self.events.get(self.cleaned_data.get(name, ""))


def worth(event: Event) -> tuple[bool, int, int]:
    """A sort key for survivors: published events first, then those with most sources, then the oldest."""
    return event.visibility != Visibility.PUBLISHED, -event.source_count, event.pk


def _radios(label: object, choices: list[tuple[str, object]]) -> forms.ChoiceField:
    field = forms.ChoiceField(label=str(label), choices=choices, widget=forms.RadioSelect, required=False)
    field.initial = choices[0][0]
    return field


def _each_once(words: Mapping[str, str]) -> dict[str, str]:
    """Primary key → value, without blank values and without values that an earlier event has too."""
    first: dict[str, str] = {}
    for pk, word in words.items():
        first.setdefault(word, pk)
    return {pk: word for word, pk in first.items() if word}


def _name(event: Event) -> SafeString:
    return format_html("<bdi>{}</bdi> · #{} · {}", event.title, event.pk, event.get_visibility_display())
