"""The page of all choices with their counts: a form that works without JavaScript."""

from __future__ import annotations

from collections.abc import Collection as Values
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import Timeline
from events.queries.choices.facets import Choice, read_facets
from events.queries.choices.further import actors_called, outlet_choices, place_choices
from events.queries.collection import collected, everything
from events.queries.filters import LONGEST_SEARCH, Filters
from events.site.timeline.page import fault_words

#: How many choices of a kind are shown, and how many if a reader asks for more.
FEW, MANY = 15, 300


@dataclass(frozen=True, slots=True)
class Kind:
    """One fieldset of the form.

    ``several``: more than one may be chosen.  ``more``: there are more choices, which a reader can ask for.
    """

    name: str
    label: str | Promise
    choices: list[Choice]
    chosen: Values[str]
    several: bool = True
    more: bool = False
    note: str | Promise = ""


def read_choices(request: HttpRequest, language: str) -> dict[str, Any]:
    """The context of the page; ``?more=actor`` shows more actors, ``?find=…`` searches actors by name."""
    faults: list[str] = []
    try:
        filters = Filters.parse(request.GET)
    except ValidationError as error:
        filters, faults = Filters(), fault_words(error.message_dict)
    slug = request.GET.get("timeline", "")
    timeline = get_object_or_404(Timeline.objects.published().called(slug)) if slug else None
    shown = collected(timeline) if timeline else everything()
    more = request.GET.getlist("more")
    find = request.GET.get("find", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    events = shown.events
    facets = read_facets(events, filters, language, actors=MANY if "actor" in more else FEW + 1)
    places = place_choices(events, filters, language, _most("place", more) + 1)
    outlets = outlet_choices(events, filters, _most("source", more) + 1)
    return {
        "timeline": timeline,
        "show": timeline.get_absolute_url() if timeline else reverse("site:home"),
        "filters": filters,
        "from": request.GET.get("from", ""),
        "to": request.GET.get("to", ""),
        "total": filters.in_window(events).count(),
        "faults": faults,
        "find": find,
        "found": actors_called(find, events, filters, language, FEW * 2) if find else None,
        "more": more,
        "kinds": [
            Kind("type", _("Type"), facets.type, filters.types),
            Kind("status", _("Status"), facets.status, filters.statuses),
            Kind("lang", _("Source language"), facets.lang, filters.languages),
            _cut("actor", _("Actor"), facets.actor, filters.actors, more, note=_("Events that involve all of these.")),
            _cut("place", _("Place"), places, [filters.place], more, several=False),
            _cut("source", _("Outlet"), outlets, [str(outlet) for outlet in filters.outlets], more),
        ],
    }


def _most(name: str, more: Values[str]) -> int:
    return MANY if name in more else FEW


def _cut(
    name: str,
    label: str | Promise,
    choices: list[Choice],
    chosen: Values[str],
    more: Values[str],
    *,
    several: bool = True,
    note: str | Promise = "",
) -> Kind:
    """A fieldset with the first choices and all chosen ones."""
    most = _most(name, more)
    kept = [choice for number, choice in enumerate(choices) if number < most or choice.value in chosen]
    return Kind(name, label, kept, chosen, several, len(kept) < len(choices) and name not in more, note)
