"""Which of several events survives, whose title in each language and whose date it keeps."""

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

#: Leave the word to what all sources say together.
_TOGETHER = ("", _("Combined from all sources"))
_TITLES = {"ar": _("Title (Arabic)"), "en": _("Title (English)")}


class MergeForm(forms.Form):
    """``events`` in the order of their worth as survivors; what the query leaves open is the first one's."""

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
        """The first one's word is chosen, else one that readers see: a merge alone shows them nothing new."""
        field = _radios(label, [*shown.items(), _TOGETHER])
        first = next(iter(self.events))
        seen = (pk for pk in shown if pk == first or self.events[pk].visibility == Visibility.PUBLISHED)
        field.initial = next(seen, "")
        return field

    def _seen(self, given: Mapping[str, str]) -> dict[str, object]:
        return {"seen": given.get("seen", latest_change(self.decisions()))}

    def decisions(self) -> QuerySet[Decision]:
        """What, decided meanwhile, makes what this page says untrue."""
        return Decision.objects.filter(event__in=self.events.values())

    def chosen(self) -> tuple[Event, list[Event], Choice]:
        """The survivor, the others, and what it keeps; of a valid form."""
        survivor = self.events[self.cleaned_data["survivor"]]
        titles = {code: self._of(f"title_{code}") for code, _language in settings.LANGUAGES}
        keep = Choice({code: event for code, event in titles.items() if event}, self._of("date"))
        return survivor, [event for event in self.events.values() if event != survivor], keep

    def _of(self, name: str) -> Event | None:
        return self.events.get(self.cleaned_data.get(name, ""))


def worth(event: Event) -> tuple[bool, int, int]:
    """The one that readers see first, then the best evidenced, then the oldest."""
    return event.visibility != Visibility.PUBLISHED, -event.source_count, event.pk


def _radios(label: object, choices: list[tuple[str, object]]) -> forms.ChoiceField:
    field = forms.ChoiceField(label=str(label), choices=choices, widget=forms.RadioSelect, required=False)
    field.initial = choices[0][0]
    return field


def _each_once(words: Mapping[str, str]) -> dict[str, str]:
    """Number → word, without blanks, and without what an event before says as well."""
    first: dict[str, str] = {}
    for pk, word in words.items():
        first.setdefault(word, pk)
    return {pk: word for word, pk in first.items() if word}


def _name(event: Event) -> SafeString:
    return format_html("<bdi>{}</bdi> · #{} · {}", event.title, event.pk, event.get_visibility_display())
