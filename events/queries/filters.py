"""The filters that readers, clients and saved timelines use, parsed and checked in one place.

    filters = Filters.parse(request.GET)            # or a saved timeline's filter
    events = filters.narrow(Event.objects.published())

In an address ``type``, ``actor``, ``lang``, ``status`` and ``source`` (an outlet's number) may be repeated.  Several
types, languages, statuses or outlets mean any of them; several actors mean all of them together.  ``from`` and ``to``
are days, months or years (EDTF without intervals): ``from=2025-09`` begins on the first day of the month,
``to=2025-09`` ends on the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.edtf import plain_figures
from events.models.choices import EventStatus, EventType
from events.models.dated import read_date
from events.models.querysets import EventQuerySet

#: Limits that bound the work: each actor and each word of a search takes a look-up.
MOST_ACTORS = 8
MOST_OUTLETS = 20
LONGEST_SEARCH = 200
LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """Checked filters.  ``first`` and ``last`` are the window; empty values do not filter."""

    first: date | None = None
    last: date | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    place: str = ""
    languages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    words: str = ""

    @classmethod
    def parse(cls, asked: Mapping[str, object]) -> Filters:
        """Parse the query of an address (``QueryDict``) or a saved filter (``dict``).

        Unknown parameters are ignored.  Raises ValidationError, by parameter.
        """
        faults: dict[str, list[ValidationError]] = {}

        read = dict[str, Any]()
        for name, (field, check) in _CHECKS.items():
            try:
                read[field] = check(_values(asked, name))
            except ValidationError as fault:
                faults[name] = fault.error_list
        first, last = read.get("first"), read.get("last")
        if first and last and first > last:
            faults["to"] = [ValidationError(_("The end date is before the start date."), code="order")]
        if faults:
            raise ValidationError(faults)
        return cls(**read)

    def narrow(self, events: EventQuerySet) -> EventQuerySet:
        """The events that pass all filters, on any date; ``in_window`` also checks the date."""
        if self.types:
            events = events.of_types(self.types)
        if self.statuses:
            events = events.filter(status__in=self.statuses)
        if self.languages:
            events = events.in_languages(*self.languages)
        if self.outlets:
            events = events.from_outlets(*self.outlets)
        if self.place:
            events = events.in_place(self.place)
        for actor in self.actors:
            events = events.with_actor(actor)
        return events.matching(self.words) if self.words else events

    def in_window(self, events: EventQuerySet) -> EventQuerySet:
        """The events that pass all filters and overlap the window."""
        return self.narrow(events).between(self.first, self.last)

    def is_empty(self) -> bool:
        """Whether there is no filter other than the window."""
        return replace(self, first=None, last=None) == Filters()

    def query(self) -> str:
        """The filters as the query of an address, always in the same order; ``parse`` gives the same filters back."""
        return urlencode(self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        """(parameter, value) pairs in the order of an address; a parameter with several values comes several times."""
        many = (
            ("type", self.types),
            ("actor", self.actors),
            ("lang", self.languages),
            ("status", self.statuses),
            ("source", tuple(map(str, self.outlets))),
        )
        one = (
            ("from", self.first and self.first.isoformat()),
            ("to", self.last and self.last.isoformat()),
            ("place", self.place),
            ("q", self.words),
        )
        pairs = [(name, value) for name, value in one if value]
        pairs += [(name, value) for name, values in many for value in values]
        return sorted(pairs, key=lambda pair: list(_CHECKS).index(pair[0]))


def _values(asked: Mapping[str, object], name: str) -> list[str]:
    """All values of a parameter, without blank ones, which empty form fields send."""
    getlist = getattr(asked, "getlist", None)
    found = getlist(name) if getlist else asked.get(name)
    if found is None:
        return []
    given = found if isinstance(found, list | tuple) else [found]
    values = [value.strip() for value in given if isinstance(value, str)]
    if len(values) < len(given):
        raise ValidationError(_("Enter text."), code="invalid")
    if any("\x00" in value for value in values):
        raise ValidationError(_("Null characters are not allowed."), code="null_characters_not_allowed")
    return [value for value in values if value]


def _known(values: list[str], choices: Iterable[str]) -> tuple[str, ...]:
    known = set(choices)
    for value in values:
        if value not in known:
            raise ValidationError(
                _("“%(value)s” is not one of: %(choices)s."),
                code="unknown",
                params={"value": value[:40], "choices": ", ".join(sorted(known))},
            )
    return tuple(dict.fromkeys(values))


def _keys(values: list[str]) -> tuple[str, ...]:
    keys = tuple(dict.fromkeys(values))
    if len(keys) > MOST_ACTORS:
        raise ValidationError(_("Choose at most %(most)s."), code="too_many", params={"most": MOST_ACTORS})
    return tuple(_single([key], LONGEST_KEY) for key in keys)


def _numbers(values: list[str]) -> tuple[int, ...]:
    """Primary keys; it is not checked whether there are such rows."""
    if len(values) > MOST_OUTLETS:
        raise ValidationError(_("Choose at most %(most)s."), code="too_many", params={"most": MOST_OUTLETS})
    figures = [plain_figures(value) for value in values]
    if any(not (figure.isascii() and figure.isdecimal() and len(figure) < 10) for figure in figures):
        raise ValidationError(_("Enter the number of an outlet."), code="number")
    return tuple(dict.fromkeys(map(int, figures)))


def _last(values: list[str]) -> str:
    """The last value, like Django's ``QueryDict.get`` for a parameter that is given twice; "" for none."""
    return values[-1] if values else ""


def _single(values: list[str], longest: int) -> str:
    text = _last(values)
    if len(text) > longest:
        raise ValidationError(_("Use at most %(most)s characters."), code="too_long", params={"most": longest})
    return text


def window_end(text: str, *, end: bool) -> date | None:
    """The first day (or, with ``end``, the last) of a date typed as one end of a window; None for blank text.

    Raises ValidationError for an interval and for what is no date.
    """
    if not text.strip():
        return None
    when = read_date(text, code="date")
    if "/" in when.text:
        raise ValidationError(_("Enter a day, a month or a year, not a range."), code="date")
    return when.last if end else when.first


#: Parameter of an address → (field, function that checks its values), in the order of an address.
_CHECKS: Mapping[str, tuple[str, Callable[[list[str]], Any]]] = {
    "from": ("first", lambda values: window_end(_last(values), end=False)),
    "to": ("last", lambda values: window_end(_last(values), end=True)),
    "type": ("types", lambda values: _known(values, EventType.values)),
    "actor": ("actors", _keys),
    "place": ("place", lambda values: _single(values, LONGEST_KEY)),
    "lang": ("languages", lambda values: _known(values, dict(settings.LANGUAGES))),
    "status": ("statuses", lambda values: _known(values, EventStatus.values)),
    "source": ("outlets", lambda values: _numbers(values)),
    "q": ("words", lambda values: _single(values, LONGEST_SEARCH)),
}
