"""The contents of the timeline's page: one page of its list, its first window, and settings for its script."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event
from events.queries.collection import Collection
from events.queries.filters import Filters
from events.queries.rows import with_row_columns
from events.queries.windows.lanes import KINDS
from events.queries.windows.window import Window, read_window, window_values
from events.queries.wording import browser_locale
from events.site.sharing.share import followed_addresses
from events.site.subjects import Subject
from events.site.timeline.families import FAMILY_OF
from events.site.timeline.opening import Stretch, opening
from events.site.timeline.paging import PAGE
from events.site.timeline.phrases import script_phrases

#: The most events in the first window; the picture draws those that fit.
FIRST_PICTURE = 150


def opening_stretch(shown: Collection, filters: Filters) -> Stretch:
    """The window in the filters; an end that they leave open is that of the latest stretch with enough events."""
    if filters.first and filters.last:
        return Stretch(filters.first, filters.last)
    whole = read_window(shown, filters, limit=0)
    found = opening([(bin_.first, bin_.last, bin_.count) for bin_ in whole.density], date.today())
    first, last = filters.first or found.first, filters.last or found.last
    if first > last:
        first, last = (first, first) if filters.first else (last, last)
    return Stretch(first, last)


def first_window(shown: Collection, filters: Filters, stretch: Stretch, lanes: str) -> Window:
    """The window that the script draws first, without a request; unknown ``lanes`` are ignored."""
    inside = replace(filters, first=stretch.first, last=stretch.last)
    return read_window(shown, inside, limit=FIRST_PICTURE, lanes=lanes if lanes in KINDS else "")


def listed(shown: Collection, filters: Filters, stretch: Stretch, page: int) -> list[Event]:
    """The events on one page of the list (the first is 1), in the timeline's order."""
    inside = replace(filters, first=stretch.first, last=stretch.last).in_window(shown.events)
    in_order = with_row_columns(inside).in_order()
    return list(in_order[(page - 1) * PAGE : page * PAGE])


def valid_choices(filters: Filters, lanes: str) -> dict[str, list[str]]:
    """The reader's valid filters and lanes, by parameter of an address, without the window."""
    pairs = [(name, value) for name, value in filters.pairs() if name not in ("from", "to")]
    pairs += [("lanes", lanes)] if lanes in KINDS else []
    return {name: [value for other, value in pairs if other == name] for name, _value in pairs}


def script_settings(
    language: str, stretch: Stretch, window: Window, subject: Subject, chosen: dict[str, list[str]]
) -> dict[str, Any]:
    """The JSON that ``static/timeline/page.mjs`` reads; ``chosen`` comes from ``valid_choices``."""
    return {
        "language": language,
        "filters": chosen,
        "locale": browser_locale(language),
        "opening": {"from": stretch.first, "to": stretch.last},
        "first": window_values(window, language),
        "families": FAMILY_OF,
        "phrases": script_phrases(),
        "urls": {
            **{name: subject.question(name) for name in ("window", "facets", "rows")},
            "panel": reverse("site:panel", args=[0]),
            "page": subject.path,
            "embed": subject.embedded,
            **followed_addresses(subject),
        },
    }


def fault_words(faults: dict[str, list[str]]) -> list[str]:
    """What is wrong with the filters, each sentence after the name of its field; ``faults`` are by parameter."""
    fields = {"from": _("From"), "to": _("To"), "type": _("Type"), "actor": _("Actor"), "lang": _("Source language"),
              "q": _("Search"), "status": _("Status"), "place": _("Place"),
              "source": _("Outlet")}  # fmt: skip
    return [f"{fields.get(name, name)}: {sentence}" for name, sentences in faults.items() for sentence in sentences]
